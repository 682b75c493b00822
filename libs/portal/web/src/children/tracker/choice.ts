import type { WayPage, WayState } from '../../api/council-tracker.js';
import { type WayAddress, wayHref } from './addresses.js';
import { NEXT_OPTIONS, ROUTE_OPTIONS, SETTLED_OPTIONS, SORT_WORDS, TICKS, type Tick } from './words.js';

export type Option = Readonly<{ value: string; text: string; selected: boolean }>;
/** One value chosen, and the list without it. */
export type Chosen = Readonly<{ text: string; href: string }>;

const TICK_NAMES = Object.keys(TICKS) as readonly Tick[];

type Asked = Readonly<Record<string, string | undefined>>;
const among = <T extends string>(asked: string | undefined, words: Readonly<Record<string, unknown>>): T | undefined => (asked !== undefined && Object.hasOwn(words, asked) ? (asked as T) : undefined);

/** Reads the address. Teams and workers are the service's to know; the rest is dropped where there is no such choice. */
export const wayAddressOf = (query: Asked): WayAddress => ({
  sort: among(query['sort'], SORT_WORDS), team: query['team'] === '' ? undefined : query['team'], worker: /^[0-9a-f-]{36}$/.test(query['worker'] ?? '') ? query['worker'] : undefined, route: among(query['route'], ROUTE_OPTIONS),
  next: among(query['next'], NEXT_OPTIONS), settled: among(query['settled'], SETTLED_OPTIONS), found: query['found'] === '' ? undefined : query['found'],
  ...Object.fromEntries(TICK_NAMES.map((tick) => [tick, query[tick] === 'true' ? 'true' : undefined])),
});

/** What the service is asked: codes only; what was typed goes beside it. */
export const wayStateOf = ({ found: _found, ...state }: WayAddress): WayState => Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as WayState;

/** The address without one of its values. */
const without = (address: WayAddress, name: keyof WayAddress): string => wayHref({ ...address, [name]: undefined });

/** The values chosen, each with a way to take it away. */
export const chosenOf = (address: WayAddress, { workers }: Pick<WayPage, 'workers'>, typed: string): readonly Chosen[] => {
  const said: readonly (readonly [keyof WayAddress, string | undefined])[] = [
    ['team', address.team], ['worker', address.worker === undefined ? undefined : (workers.find(({ id }) => id === address.worker)?.name ?? 'A worker')], ['route', address.route === undefined ? undefined : ROUTE_OPTIONS[address.route]],
    ['next', address.next === undefined ? undefined : NEXT_OPTIONS[address.next]], ['settled', address.settled === undefined ? undefined : SETTLED_OPTIONS[address.settled]],
    ...TICK_NAMES.map((tick) => [tick, address[tick] === undefined ? undefined : TICKS[tick]] as const), ['found', typed === '' ? undefined : typed],
  ];
  return said.flatMap(([name, text]) => (text === undefined ? [] : [{ text, href: without(address, name) }]));
};

const options = (words: Readonly<Record<string, string>>, chosen: string | undefined, all: string): readonly Option[] =>
  [{ value: '', text: all, selected: chosen === undefined }, ...Object.entries(words).map(([value, text]) => ({ value, text, selected: value === chosen }))];

export type WayFilters = Readonly<Record<'teams' | 'workers' | 'routes' | 'nexts' | 'settled', readonly Option[]>> & Readonly<{ ticks: readonly Readonly<{ value: string; text: string; checked: boolean }>[] }>;

export const wayFiltersOf = (address: WayAddress, { teams, workers }: Pick<WayPage, 'teams' | 'workers'>): WayFilters => ({
  teams: options(Object.fromEntries(teams.map((team) => [team, team])), address.team, 'Any team'), workers: options(Object.fromEntries(workers.map(({ id, name }) => [id, name])), address.worker, 'Any worker'),
  routes: options(ROUTE_OPTIONS, address.route, 'Any plan'), nexts: options(NEXT_OPTIONS, address.next, 'Any step'), settled: options(SETTLED_OPTIONS, address.settled, 'Both'),
  ticks: TICK_NAMES.map((tick) => ({ value: tick, text: TICKS[tick], checked: address[tick] === 'true' })),
});

/** The filter in words, for those who hear the table and those who read it on paper: what was typed is not among them. */
export const wayWords = (address: WayAddress, page: Pick<WayPage, 'workers'>): string =>
  ['children in care', ...chosenOf({ ...address, found: undefined }, page, '').map(({ text }) => text.toLowerCase()), SORT_WORDS[address.sort ?? 'next-due']].join(', ');
