import { inTimeShorterFirst } from './child-facts.js';
import { eachEpisodeBefore, eachNextEpisode } from './each-row.js';
import { REC } from './rule-codes.js';
import { SINCE_2023, type Rule } from './rule.js';

const STARTED = 'S';
const CONTINUES: ReadonlySet<string> = new Set(['L', 'P', 'T', 'B', 'U']);
const NEW_EPISODE_BEGINS = 'X1';

export const rule142: Rule = {
  code: '142',
  message: 'A new episode has started, but the previous episode has not ended.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC', 'REC'],
  check: eachEpisodeBefore('DEC', ({ decom, dec, rec }, next) => next !== undefined && decom !== undefined && (dec === undefined || rec === '')),
};

export const rule357: Rule = {
  code: '357',
  message:
    'If this is the first episode ever for this child, reason for new episode must be S. Check whether there is an episode immediately preceding this one, which has been left out. If not the reason for new episode code must be amended to S.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['RNE'],
  check: ({ inTime: [first] }, { first: yearStart }, report) => {
    if (first?.decom !== undefined && first.decom >= yearStart && first.rne !== STARTED) report(first.row, 'RNE');
  },
};

/** The other way round as well: a child who ceased to be looked after is looked after again on the same day. An episode whose first day cannot be read is taken for the first. */
export const rule388: Rule = {
  code: '388',
  message: 'Reason episode ceased is coded new episode begins, but there is no continuation episode.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['REC'],
  check: ({ inTime }, _year, report) => {
    inTime.forEach(({ row, rec, dec, decom }, at) => {
      const next = decom === undefined ? inTime[0] : inTime[at + 1];
      const isContinued = next?.decom === dec;
      if (rec !== '' && dec !== undefined && isContinued !== (rec === NEW_EPISODE_BEGINS)) report(row, 'REC');
    });
  },
};

export const rule431: Rule = {
  code: '431',
  message: 'The reason for new episode is started to be looked after, but the previous episode ended on the same day.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM', 'RNE'],
  check: eachNextEpisode('RNE', ({ rne, decom }, { dec }) => rne === STARTED && decom !== undefined && dec !== undefined && decom <= dec),
};

export const rule432: Rule = {
  code: '432',
  message: 'The child ceased to be looked after at the end of the previous episode but the reason for the new episode is not started to be looked after.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['RNE'],
  check: eachNextEpisode('RNE', ({ rne }, { rec }) => rne !== STARTED && rec !== NEW_EPISODE_BEGINS && REC.has(rec)),
};

const startsWhenLastEnded = eachNextEpisode('DECOM', ({ rne, decom }, { dec }) => CONTINUES.has(rne) && (decom === undefined || decom !== dec));

export const rule433: Rule = {
  code: '433',
  message: 'The reason for new episode suggests that this is a continuation episode, but the episode does not start on the same day as the last episode finished.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DECOM', 'RNE'],
  check: (child, year, report) => startsWhenLastEnded({ ...child, inTime: inTimeShorterFirst(child) }, year, report),
};

export const rule501: Rule = {
  code: '501',
  message: 'A new episode has started before the end date of the previous episode.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC', 'DECOM'],
  check: eachNextEpisode('DECOM', ({ decom }, { dec }) => decom !== undefined && dec !== undefined && decom < dec),
};

export const rule504: Rule = {
  code: '504',
  message: 'The category of need code differs from that reported at start of current period of being looked after',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['CIN'],
  check: eachNextEpisode('CIN', ({ cin, decom }, last) => last.rec === NEW_EPISODE_BEGINS && decom === last.dec && cin !== last.cin),
};

/** Rules on how the episodes of a child follow each other. */
export const EPISODE_ORDER_RULES: readonly Rule[] = [rule142, rule357, rule388, rule431, rule432, rule433, rule501, rule504];
