import { type Day, ageOn, birthday } from '../calendar.js';
import type { Random } from '../random.js';
import { kindOfPlacement } from './kinds.js';
import type { Market, Place } from './market.js';
import { moveReason } from './move-reasons.js';
import { type Phase, phasesOf } from './phases.js';
import type { CarePlan } from './plan.js';

/** A placement with one carer. `reason` says why the one before it ended. */
export type Stay = Place & Readonly<{ from: Day; code: string; sameCarer: boolean; reason: string }>;

export type Circumstances = Readonly<{
  plan: CarePlan;
  born: Day;
  homePost: string;
  market: Market;
  /** The family's relative and first carers, so that brothers and sisters live together where they can. */
  relative: Place;
  together: Place;
}>;

/** All placements of a period of care, in order of their first day. */
export const placementsOf = (child: Circumstances, random: Random): readonly Stay[] => {
  const stays: Stay[] = [];
  for (const phase of phasesOf(child.plan)) FILL[phase.kind](child, phase, stays, random);
  return stays;
};

type Fill = (child: Circumstances, phase: Phase, stays: Stay[], random: Random) => void;

const fillOpen: Fill = (child, phase, stays, random) => {
  let at = phase.from;
  do {
    const place = nextPlace(child, at, stays, random);
    stays.push({ ...place, from: at, sameCarer: false, reason: reasonFor(stays, place.code, random) });
    at += lengthOf(child, place.code, at, stays.length, random);
  } while (at < phase.to - 7);
};

const nextPlace = (child: Circumstances, at: Day, stays: readonly Stay[], random: Random): Place & { code: string } => {
  const before = stays.at(-1);
  const { code, source } = kindOfPlacement(child.plan, ageOn(child.born, at), at, before?.code, random);
  const shared = stays.length === 0 && source === 'own' && random.chance(0.75);
  const place = source === 'relative' ? child.relative : shared ? child.together : child.market.one(source, random);
  // The same household again would be no move at all.
  return before !== undefined && place.post === before.post ? { ...child.market.one('agency', random), post: child.market.near(0.7, random), code: 'U6' } : { ...place, code };
};

const lengthOf = (child: Circumstances, code: string, at: Day, count: number, random: Random): number => {
  if (code === 'R5' || code === 'K1') return 20 + random.wait(60);
  const mean = count === 1 && random.chance(0.3) ? 45 : meanLength(child, at);
  const length = 3 + random.wait(code.startsWith('U') ? mean : Math.min(mean, 450));
  const sixteen = birthday(child.born, 16) + random.between(20, 400) - at;
  return sixteen > 60 && sixteen < length && random.chance(MOVES_ON[code] ?? 0) ? sixteen : length;
};

/** The first days are short stays, an established placement lasts for years, homes less. */
const meanLength = ({ plan, born, market }: Circumstances, at: Day): number => {
  const settled = plan.legal.some(({ from, status }) => status === 'C2' && from <= at);
  const mean = MEANS[`${settled}-${ageOn(born, at) >= 12}`] ?? 600;
  return settled ? mean * market.staying : mean;
};

/** How many move on to supported accommodation or elsewhere at 16 or 17 rather than stay. */
const MOVES_ON: Readonly<Record<string, number>> = { K2: 0.6, U6: 0.4, U3: 0.15 };

const MEANS: Readonly<Record<string, number>> = { 'true-false': 1_900, 'true-true': 950, 'false-false': 620, 'false-true': 380 };

const fillEarly: Fill = ({ market }, phase, stays, random) =>
  void stays.push({ ...market.adopters(random), from: phase.from, code: 'U5', sameCarer: false, reason: stays.length === 0 ? '' : 'CARPL' });

/** Placed for adoption: the carers of before stay (A3, A5), or the child moves to a new family (A4, A6). */
const fillAdoptive: Fill = ({ plan, market }, phase, stays, random) => {
  const before = stays.at(-1);
  const same = plan.adoption?.plan !== 'adopters' && before !== undefined && before.code.startsWith('U');
  const code = `A${(same ? 3 : 4) + (plan.adoption?.consent === true ? 0 : 2)}`;
  const place = same ? before : market.adopters(random);
  stays.push({ ...place, from: phase.from, code, sameCarer: same, reason: same ? 'PLACE' : 'CARPL' });
};

const fillParents: Fill = ({ homePost }, phase, stays) =>
  void stays.push({ provider: 'PR0', urn: '', post: homePost, from: phase.from, code: 'P1', sameCarer: false, reason: 'CARPL' });

const FILL: Readonly<Record<Phase['kind'], Fill>> = { open: fillOpen, early: fillEarly, adoptive: fillAdoptive, parents: fillParents };

const reasonFor = (stays: readonly Stay[], code: string, random: Random): string => {
  const before = stays.at(-1);
  return before === undefined ? '' : moveReason(before.code, code, random);
};
