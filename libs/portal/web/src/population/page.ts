import { type LocalDate, dayInEngland } from '@permanence/kernel/values';
import type { PopulationEntry } from '../api/packs.js';
import type { Problem } from '../api/problem.js';
import { POPULATION, RATE, indicatorHref, scorecardHref } from '../figures/addresses.js';
import { inFull } from '../frame/moment.js';
import { type Table, dayCell, num, table } from '../frame/table.js';
import type { FormError, View } from '../frame/view.js';
import { whole } from '../words/numbers.js';

export type PopulationForm = Readonly<{ year: string; children: string; source: string }>;
export type PopulationPage = Readonly<{ heading: string; table: Table | null; form: PopulationForm; action: string; key: string; newest: string; errors: Readonly<Record<string, string>>; problem: Problem | null; rateHref: string }>;
export type PopulationFacts = Readonly<{ place: string; entries: readonly PopulationEntry[]; today: LocalDate; key: string; form?: PopulationForm; problem?: Problem }>;

const EMPTY: PopulationForm = { year: '', children: '', source: '' };

/** The newest year whose middle has passed: the one that an estimate may be of. */
const newestYear = (today: LocalDate): string => String(Number(today.slice(0, 4)) - (today.slice(5) < '06-30' ? 1 : 0));

/** How many children live in the council's area: what was entered, and a form for another year or a better number. */
export const populationPage = ({ place, entries, today, key, form = EMPTY, problem }: PopulationFacts): View<PopulationPage> => {
  const wrong = (problem?.errors ?? []).filter(({ field }) => field in EMPTY);
  return {
    template: 'population/page.njk', title: 'Population', section: 'region', crumbs: [{ text: 'Scorecard', href: scorecardHref() }], errors: wrong.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      heading: `Children who live in ${place}`, form, action: POPULATION, key, newest: newestYear(today), errors: Object.fromEntries(wrong.map(({ field, sentence }) => [field, sentence])), problem: wrong.length > 0 ? null : (problem ?? null), rateHref: indicatorHref(RATE),
      table: entries.length === 0 ? null : table('What was entered, newest year first', ['Year', num('Children aged 0 to 17'), 'Who published it', 'Entered'], entries.map(rowOf), true),
    },
  };
};

const rowOf = ({ year, children, source, enteredAt, replacedAt }: PopulationEntry) => [
  { text: `Middle of ${String(year)}`, ...(replacedAt === null ? {} : { sub: 'replaced' }) }, whole(children), source, dayCell(inFull(dayInEngland(enteredAt)), replacedAt === null ? undefined : { sub: `counted until ${inFull(dayInEngland(replacedAt)).words}` }),
];
