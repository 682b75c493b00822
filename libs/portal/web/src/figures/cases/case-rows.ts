import { LocalDate } from '@permanence/kernel/values';
import type { ChildRow } from '../../api/locality-hub.js';
import type { IndicatorCase } from '../../api/regional-hub.js';
import { childHref } from '../../children/addresses.js';
import { inLong } from '../../frame/moment.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import { endWords, legalWords, participationWords, placementWords, planEndedWords, providerWords } from '../../words/codes.js';
import { longDate } from '../../words/dates.js';
import { ageWords, displayName } from '../../words/names.js';
import { sentence } from '../../words/numbers.js';
import { RECORD_CODES, RECORD_LABELS } from './record-words.js';

const CODES: Readonly<Record<string, (code: string) => string>> = {
  legalStatus: legalWords, placementType: (code) => placementWords(code, null), placement: (code) => placementWords(code, null), provider: providerWords, reasonCode: endWords, reason: (code) => (code.startsWith('RD') ? planEndedWords(code) : endWords(code)),
  participationCode: participationWords, participation: participationWords, ...RECORD_CODES,
};

/** `Placement type: foster carers`: why a case counts, from the facts that the figure stands on. */
const factWords = ([name, value]: readonly [string, string | number | null]): string => {
  const label = RECORD_LABELS[name] ?? sentence(name.replace(/([A-Z])/g, ' $1').replace(/ Code$/, '').toLowerCase());
  if (value === null) return `${label}: not recorded`;
  if (typeof value === 'number') return `${label}: ${value.toLocaleString('en-GB')}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${label}: ${longDate(LocalDate(value))}`;
  return `${label}: ${CODES[name]?.(value) ?? value}`;
};

/** The cases behind a figure, with the names that the council's own hub gives; a child whom it does not show stands by what the figure knows. */
export const casesTable = (caption: string, cases: readonly IndicatorCase[], children: readonly ChildRow[], today: LocalDate): Table => {
  const byId = new Map<string, ChildRow>(children.map((child) => [child.id, child]));
  const told = cases.some(({ facts }) => Object.keys(facts).length > 0);
  return table(caption, ['Child', 'Day', ...(told ? ['Why it counts'] : []), 'Social worker'], cases.map(({ childId, on, facts }) => {
    const child = byId.get(childId);
    const reasons = told ? [Object.entries(facts).map(factWords).join('. ')] : [];
    return [childCell(child, today), on === null ? '' : dayCell(inLong(on)), ...reasons, child?.kind === 'child' ? (child.worker?.name ?? { text: 'Not allocated', late: true }) : ''];
  }), true);
};

const childCell = (child: ChildRow | undefined, today: LocalDate): Cell => {
  if (child === undefined) return { text: 'A child who is not on your list' };
  if (child.kind === 'restricted') return { text: 'Restricted record', sub: `${child.reference}. ${child.ask}` };
  return { text: displayName(child), href: childHref(child.id), sub: [ageWords(child.born, today), ...(child.name === null ? [] : [child.reference])].join(', ') };
};
