import { dayNumber } from './day-number.js';
import { eachEpisode } from './each-row.js';
import { SINCE_2023, type Rule } from './rule.js';

/** The day on which the Children Act 1989 came into force. */
const CHILDREN_ACT = dayNumber(1991, 10, 14);

export const rule141: Rule = {
  code: '141',
  message: 'Date episode began is not a valid date.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM'],
  check: eachEpisode('DECOM', ({ decom, decomWritten }) => decomWritten && decom === undefined),
};

export const rule147: Rule = {
  code: '147',
  message: 'Date episode ceased is not a valid date.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC'],
  check: eachEpisode('DEC', ({ dec, decWritten }) => decWritten && dec === undefined),
};

export const rule148: Rule = {
  code: '148',
  message: 'Date episode ceased and reason episode ceased must both be coded, or both left blank.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC', 'REC'],
  check: eachEpisode('REC', ({ decWritten, rec }) => decWritten !== (rec !== '')),
};

export const rule353: Rule = {
  code: '353',
  message: 'No episode submitted can start before 14 October 1991.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM'],
  check: eachEpisode('DECOM', ({ decom }) => decom !== undefined && decom < CHILDREN_ACT),
};

export const rule354: Rule = {
  code: '354',
  message: 'Date episode ceased must be on or before the end of the current collection year.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM'],
  check: eachEpisode('DECOM', ({ decom }, { last }) => decom !== undefined && decom > last),
};

export const rule355: Rule = {
  code: '355',
  message: 'Episode appears to have lasted for less than 24 hours',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM', 'DEC'],
  check: eachEpisode('DEC', ({ decom, dec }) => decom !== undefined && decom === dec),
};

export const rule356: Rule = {
  code: '356',
  message: 'The date the episode ceased is before the date the same episode started.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM', 'DEC'],
  check: eachEpisode('DEC', ({ decom, dec }) => decom !== undefined && dec !== undefined && dec < decom),
};

/** Rules on the dates of one episode. */
export const EPISODE_DATE_RULES: readonly Rule[] = [rule141, rule147, rule148, rule353, rule354, rule355, rule356];
