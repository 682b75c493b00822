import type { Episode } from './child-facts.js';
import { eachNextEpisode } from './each-row.js';
import { SINCE_2023, type Rule } from './rule.js';

const statusChanged = (next: Episode, last: Episode): boolean => next.ls !== last.ls;

const placementChanged = (next: Episode, last: Episode): boolean =>
  next.place !== last.place || next.provider !== last.provider || next.placePostcode !== last.placePostcode || next.urn !== last.urn;

/** What all of these look at. */
const OF_EPISODES = { years: SINCE_2023, modules: ['Episodes'], columns: ['LS', 'PLACE', 'PLACE_PROVIDER', 'PL_POST', 'RNE', 'URN'] } as const;

export const rule434: Rule = {
  code: '434',
  message: 'Reason for new episode is that child\'s legal status has changed but not the placement, but this is not reflected in the episode data.',
  ...OF_EPISODES,
  check: eachNextEpisode('RNE', (next, last) => next.rne === 'L' && (!statusChanged(next, last) || placementChanged(next, last))),
};

export const rule435: Rule = {
  code: '435',
  message: 'Reason for new episode is that child’s placement has changed but not the legal status, but this is not reflected in the episode data recorded.',
  ...OF_EPISODES,
  check: eachNextEpisode('RNE', (next, last) => (next.rne === 'P' || next.rne === 'T') && (statusChanged(next, last) || !placementChanged(next, last))),
};

export const rule436: Rule = {
  code: '436',
  message: 'Reason for new episode is that both child’s placement and legal status have changed, but this is not reflected in the episode data.',
  ...OF_EPISODES,
  check: eachNextEpisode('RNE', (next, last) => (next.rne === 'B' || next.rne === 'U') && !(statusChanged(next, last) && placementChanged(next, last))),
};

/** Rules on what the reason for a new episode says has changed. */
export const WHAT_CHANGED_RULES: readonly Rule[] = [rule434, rule435, rule436];
