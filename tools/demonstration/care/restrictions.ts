import type { Day } from '../calendar.js';
import type { Random } from '../random.js';
import type { Episode } from './episodes.js';

/** A deprivation of liberty order. */
export type Restriction = Readonly<{ from: Day; to: Day }>;

/** Orders by the High Court for a few children in children's homes, where alone they are expected (rules 709, 710). */
export const restrictionsOf = (episodes: readonly Episode[], random: Random): readonly Restriction[] =>
  episodes
    .filter((episode) => episode.stay.code === 'K2' && episode.to - episode.from > 120 && random.chance(0.08))
    .map((episode) => ({ from: episode.from + random.between(5, 30), to: Math.min(episode.to - 2, episode.from + random.between(90, 210)) }));
