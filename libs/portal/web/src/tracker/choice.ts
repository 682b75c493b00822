import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { SearchStage, TrackedPlan, TrackerQuery, TrackerSort, TrackerStatus } from '../api/tracker.js';
import type { TrackerAddress } from './addresses.js';
import { PLAN_WORDS, REASON_WORDS, SORT_WORDS, STAGE_WORDS, STATUS_WORDS } from './words.js';

export type Option = Readonly<{ value: string; text: string; selected: boolean }>;
/** The filter as the address asks for it; a value that does not exist (any more) is dropped and named. */
export type Choice = Readonly<{ address: TrackerAddress; dropped: readonly string[] }>;

const COUNCIL_WORDS: Readonly<Record<string, string>> = Object.fromEntries(AUTHORITIES.map(({ code, shortName }) => [code, shortName]));
const STATUSES: Readonly<Record<TrackerStatus | 'on-the-way', string>> = { 'on-the-way': 'On the way', ...STATUS_WORDS };

export const choiceOf = (query: Readonly<Record<string, string | undefined>>): Choice => {
  const dropped: string[] = [];
  const chosen = <T extends string>(name: string, words: Readonly<Record<string, string>>): T | undefined => {
    const asked = query[name];
    if (asked === undefined || asked === '') return undefined;
    if (Object.hasOwn(words, asked)) return asked as T;
    dropped.push(asked);
    return undefined;
  };
  const address: TrackerAddress = {
    authority: chosen('authority', COUNCIL_WORDS), status: chosen<TrackerStatus>('status', STATUSES), plan: chosen<TrackedPlan>('plan', PLAN_WORDS), reason: chosen('reason', REASON_WORDS), stage: chosen<SearchStage>('stage', STAGE_WORDS),
    sort: chosen<TrackerSort>('sort', SORT_WORDS),
  };
  return { address, dropped };
};

/** The filter as the service is asked. */
export const queryOf = (address: TrackerAddress): TrackerQuery => Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as TrackerQuery;

const optionsOf = (words: Readonly<Record<string, string>>, chosen: string | undefined, all: string): readonly Option[] =>
  [{ value: '', text: all, selected: chosen === undefined }, ...Object.entries(words).map(([value, text]) => ({ value, text, selected: value === chosen }))];

export type Filters = Readonly<Record<'councils' | 'statuses' | 'plans' | 'reasons' | 'stages' | 'sorts', readonly Option[]>>;

export const filtersOf = ({ authority, status, plan, reason, stage, sort }: TrackerAddress): Filters => ({
  councils: optionsOf(COUNCIL_WORDS, authority, 'All councils'), statuses: optionsOf(STATUS_WORDS, status === 'on-the-way' ? undefined : status, 'On the way'), plans: optionsOf(PLAN_WORDS, plan, 'All plans'),
  reasons: optionsOf(REASON_WORDS, reason, 'Any'), stages: optionsOf(STAGE_WORDS, stage, 'Any'), sorts: Object.entries(SORT_WORDS).map(([value, text]) => ({ value, text: text.charAt(0).toUpperCase() + text.slice(1), selected: value === (sort ?? 'waiting') })),
});

/** The filter in words, for those who hear the table and those who read it on paper. */
export const filterWords = ({ authority, status, plan, reason, stage, sort }: TrackerAddress): string =>
  [authority === undefined ? 'all councils' : COUNCIL_WORDS[authority], STATUSES[status ?? 'on-the-way'].toLowerCase(), plan === undefined ? null : PLAN_WORDS[plan].toLowerCase(), reason === undefined ? null : REASON_WORDS[reason]?.toLowerCase(),
    stage === undefined ? null : STAGE_WORDS[stage].toLowerCase(), SORT_WORDS[sort ?? 'waiting']].filter((part) => part !== null && part !== undefined).join(', ');
