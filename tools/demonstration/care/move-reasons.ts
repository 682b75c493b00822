import type { Random, Weighted } from '../random.js';

/** Why a placement ended: carers ask for about a quarter of the endings, children's homes close, plans change. */
export const moveReason = (from: string, to: string, random: Random): string => {
  if (to === 'R5') return 'CUSTOD';
  return random.weighted(from.startsWith('U') ? FROM_CARERS : from === 'P1' ? FROM_PARENTS : FROM_HOMES);
};

const FROM_CARERS: Weighted<string> = [
  ['CARPL', 46], ['CREQB', 14], ['CREQO', 11], ['CHILD', 7], ['LAREQ', 9], ['STAND', 2], ['ALLEG', 2], ['APPRR', 1], ['CLOSE', 2], ['OTHER', 6],
];

const FROM_HOMES: Weighted<string> = [['CARPL', 48], ['CREQB', 16], ['CREQO', 4], ['CHILD', 8], ['LAREQ', 12], ['STAND', 3], ['CLOSE', 4], ['OTHER', 5]];

const FROM_PARENTS: Weighted<string> = [['CARPL', 20], ['LAREQ', 60], ['CHILD', 10], ['OTHER', 10]];
