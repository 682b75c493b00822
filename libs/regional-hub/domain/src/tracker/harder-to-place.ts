import { type LocalDate, addDays, ageOn } from '@permanence/kernel/values';
import type { TrackerEntry } from './tracker-entry.js';

/** The four reasons of the catalogue; a council may add its own and take none away. */
export const HARDER_REASONS = ['age-5-plus', 'sibling-group', 'disability', 'bme'] as const;

/** Where a harder-to-place child's search stands (regional-hub 3.4). */
export const SEARCH_STAGES = ['early-identification', 'active-search', 'stuck', 'resolved'] as const;
export type SearchStage = (typeof SEARCH_STAGES)[number];

/** What the reasons are told from. `stated`: by hand, as the council's record has it. */
export type Needs = Readonly<{ birthDate: LocalDate | null; ethnicity: string | null; disabilities: readonly string[]; stated: readonly string[] }>;

const NOT_BME = ['WBRI', 'WIRI', 'WOTH', 'REFU', 'NOBT'];
/** RH-C03: so long a child may wait without a match, in days. */
const SEARCH_DAYS = 90;

/** Why a child is harder to place on a day; a council's own reason alone does not make a child so (events.md 2.3). */
export const harderReasonsOf = ({ birthDate, ethnicity, disabilities, stated }: Needs, on: LocalDate): readonly string[] => {
  const found = [
    ...(birthDate !== null && ageOn(birthDate, on) >= 5 ? ['age-5-plus'] : []), ...(stated.includes('sibling-group') ? ['sibling-group'] : []),
    ...(disabilities.some((code) => code !== 'NONE') ? ['disability'] : []), ...(ethnicity !== null && !NOT_BME.includes(ethnicity) ? ['bme'] : []),
  ];
  return found.length === 0 ? [] : [...found, ...stated.filter((reason) => reason !== 'sibling-group')];
};

/** The last day on which the wait is not yet too long; null while nobody is looked for. */
export const searchDueOn = ({ searchingSince }: Pick<TrackerEntry, 'searchingSince'>): LocalDate | null => (searchingSince === null ? null : addDays(searchingSince, SEARCH_DAYS));

/** The first day on which the wait is too long; null while nobody is looked for. */
export const stuckOn = (entry: Pick<TrackerEntry, 'searchingSince'>): LocalDate | null => {
  const due = searchDueOn(entry);
  return due && addDays(due, 1);
};

/** The reasons as a council is told them: codes of the catalogue, and that there are others. */
export const reasonsTold = (reasons: readonly string[]): readonly ((typeof HARDER_REASONS)[number] | 'other')[] => [
  ...HARDER_REASONS.filter((reason) => reasons.includes(reason)), ...(reasons.some((reason) => HARDER_REASONS.every((known) => known !== reason)) ? ['other' as const] : []),
];

/** Where the search for a harder-to-place child stands on a day. */
export const searchStageOf = (entry: Pick<TrackerEntry, 'searchingSince' | 'status'>, on: LocalDate): SearchStage => {
  if (['matched', 'placed', 'permanence-achieved', 'left-care'].includes(entry.status)) return 'resolved';
  const due = searchDueOn(entry);
  if (due === null) return 'early-identification';
  return on > due ? 'stuck' : 'active-search';
};
