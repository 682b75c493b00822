import { type Day, ageOn, birthday } from '../calendar.js';
import type { Random } from '../random.js';
import type { Episode } from './episodes.js';
import type { CarePlan } from './plan.js';

export type MissingEpisode = Readonly<{ kind: 'M' | 'A'; from: Day; to: Day }>;

/** Some teenagers go missing, a few of them often. Each time ends before the placement does (rule 575), and none touches another. */
export const missingOf = (plan: CarePlan, episodes: readonly Episode[], born: Day, random: Random): readonly MissingEpisode[] => {
  const from = Math.max(plan.start, birthday(born, random.between(11, 14)));
  if (from >= plan.end || !random.chance(0.22)) return [];
  const mean = random.weighted([[35, 3], [120, 4], [260, 3]] as const);
  const times: MissingEpisode[] = [];
  for (let at = from + random.wait(mean); at < plan.end - 2; at += random.wait(mean)) {
    const to = at + random.weighted([[0, 40], [1, 38], [2, 12], [4, 6], [9, 4]] as const);
    const where = episodes.find((episode) => episode.from < at && episode.to > to);
    if (where !== undefined && isAtLarge(where)) times.push({ kind: random.chance(0.78) ? 'M' : 'A', from: at, to });
    at = to + 1;
  }
  return ageOn(born, plan.end) >= 11 ? times : [];
};

/** Nobody goes missing from custody, a secure home or a holiday here. */
const isAtLarge = ({ stay }: Episode): boolean => !['R5', 'K1', 'T3'].includes(stay.code);
