import type { Day } from './calendar.js';
import { type Allocation, allocationsOf } from './people/allocation.js';
import { type MissingEpisode, missingOf } from './care/missing.js';
import { type Restriction, restrictionsOf } from './care/restrictions.js';
import { type Episode, episodesOf } from './care/episodes.js';
import { leavingCodeOf } from './care/leaving.js';
import type { Market, Place } from './care/market.js';
import type { CarePlan } from './care/plan.js';
import { type Review, reviewsOf } from './care/reviews.js';
import { placementsOf } from './care/stays.js';
import { withChanges } from './care/stay-changes.js';
import type { Member } from './people/population.js';
import type { Person } from './people/person.js';
import type { Random } from './random.js';

export type CarePeriod = Readonly<{
  plan: CarePlan;
  leavingCode: string;
  episodes: readonly Episode[];
  reviews: readonly Review[];
  missing: readonly MissingEpisode[];
  restrictions: readonly Restriction[];
  allocations: readonly Allocation[];
}>;

/** A child, all that truly happens to the child, and the chance for what files add to it. */
export type Life = Readonly<{ number: number; person: Person; periods: readonly CarePeriod[]; shortBreaks: readonly Episode[]; random: Random }>;

/** Tells a member's life. What ended before `firstDay` is in no file and is left untold. */
export const tellLife = (member: Member, market: Market, firstDay: Day, random: Random): Life => {
  const family = random.fork('household', member.family.code);
  const homes = { relative: market.relative(family), together: market.one('own', family) };
  const own = random.fork('life', member.number);
  const periods = member.plans.map((plan, index) =>
    plan.end < firstDay ? untold(plan) : tellPeriod(member.person, plan, { market, ...homes }, own.fork('period', index)));
  return { number: member.number, person: member.person, periods, shortBreaks: [], random: own };
};

type Homes = Readonly<{ market: Market; relative: Place; together: Place }>;

const tellPeriod = (person: Person, plan: CarePlan, homes: Homes, random: Random): CarePeriod => {
  const placements = placementsOf({ plan, born: person.born, homePost: person.homePost, ...homes }, random.fork('stays'));
  const stays = withChanges(placements, { plan, market: homes.market }, random.fork('changes'));
  const leavingCode = leavingCodeOf(plan, stays.at(-1)?.code ?? '', random.fork('leaving'));
  const episodes = episodesOf(plan, stays, leavingCode);
  return {
    plan,
    leavingCode,
    episodes,
    reviews: reviewsOf(plan, person.born, random.fork('reviews')),
    missing: missingOf(plan, episodes, person.born, random.fork('missing')),
    restrictions: restrictionsOf(episodes, random.fork('restrictions')),
    allocations: allocationsOf(plan, random.fork('allocations')),
  };
};

/** Long over: only how it ended matters, for the years after care. */
const untold = (plan: CarePlan): CarePeriod =>
  ({ plan, leavingCode: plan.leaving === 'adult' ? 'E5' : plan.leaving, episodes: [], reviews: [], missing: [], restrictions: [], allocations: [] });
