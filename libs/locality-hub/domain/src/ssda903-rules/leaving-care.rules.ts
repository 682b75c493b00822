import { eachEpisode, eachEpisodeBefore } from './each-row.js';
import { ADOPTED, FOSTER_PLACEMENTS, GUARDIAN_WAS_FOSTER_CARER, NOTHING_FOLLOWS, PLACED_FOR_ADOPTION } from './rule-codes.js';
import { SINCE_2023, type Rule } from './rule.js';

export const rule390: Rule = {
  code: '390',
  message: 'Reason episode ceased is adopted but child has not been previously placed for adoption.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE', 'REC'],
  check: eachEpisode('REC', ({ rec, place }) => ADOPTED.has(rec) && !PLACED_FOR_ADOPTION.has(place)),
};

export const rule437: Rule = {
  code: '437',
  message: 'Reason episode ceased is child has died or is aged 18 or over but there are further episodes.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['REC'],
  check: eachEpisodeBefore('REC', ({ rec }, next) => next !== undefined && NOTHING_FOLLOWS.has(rec)),
};

export const rule516: Rule = {
  code: '516',
  message:
    'The episode data submitted for this child does not show that he/she was with their former foster carer(s) during the year.If the code in the reason episode ceased is E45 or E46 the child must have a placement code of U1 to U6.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE', 'REC'],
  check: eachEpisode('REC', ({ rec, place }) => GUARDIAN_WAS_FOSTER_CARER.has(rec) && !FOSTER_PLACEMENTS.has(place)),
};

/** Rules on how care ended. */
export const LEAVING_CARE_RULES: readonly Rule[] = [rule390, rule437, rule516];
