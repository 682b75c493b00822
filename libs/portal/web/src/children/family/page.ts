import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, Sibling } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { type Cell, type Table, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { placementWords } from '../../words/codes.js';
import { ageWords, displayName } from '../../words/names.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Family = Readonly<{ count: number; table: Table; empty: boolean }>;

/** Brothers and sisters, and whether they live together. */
export const familyPage = ({ child, items }: AboutChild & Page<Sibling>, today: LocalDate): View<RecordFrame & Family> =>
  recordView('family', 'Brothers and sisters', child, today, {
    count: items.length, empty: items.length === 0,
    table: table('Brothers and sisters', ['Child', 'Age', 'In care', 'Lives with'], items.map((sibling) => siblingRow(sibling, today))),
  });

const siblingRow = (sibling: Sibling, today: LocalDate): readonly (Cell | string)[] => {
  if (sibling.kind === 'restricted') return [{ text: 'Record that does not open to you', sub: sibling.reference }, '', '', sibling.ask];
  const home = sibling.home === null ? 'not recorded' : [placementWords(sibling.home.placement, null), sibling.home.place].filter((part) => part !== null).join(', ');
  return [
    { text: displayName(sibling), href: childHref(sibling.id), ...(sibling.name === null ? {} : { sub: sibling.reference }) }, ageWords(sibling.born, today), sibling.lookedAfter ? 'In care now' : 'Not in care now',
    sibling.sameHome ? { text: 'The same home', sub: home } : home,
  ];
};
