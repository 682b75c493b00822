import { collectionOf } from '../calendar.js';
import type { Episode } from '../care/episodes.js';
import type { Stay } from '../care/stays.js';
import type { Life } from '../life.js';
import type { View } from './view.js';

/** About one episode in a hundred is first told with a wrong provider or number, which the next year's file puts right. */
export const correctedIn = (life: Life, episode: Episode, view: View): Stay => {
  const { stay } = episode;
  const begun = collectionOf(episode.from);
  if (view.year > begun || !isFirstOfMany(episode, begun)) return stay;
  const chance = life.random.fork('correction', episode.from);
  if (!chance.chance(SHARE)) return stay;
  return stay.provider === 'PR4' ? { ...stay, provider: 'PR5' } : { ...stay, urn: `SC${chance.between(100_000, 999_999)}` };
};

/** Of those that a correction can reach, which are fewer than all. */
const SHARE = 0.03;

/** The first episode of its placement, still open when the year ends: the files of one year must not contradict themselves. */
const isFirstOfMany = ({ from, to, stay }: Episode, begun: number): boolean =>
  stay.from === from && !stay.sameCarer && stay.provider.startsWith('PR') && REACHED.has(stay.code) && stay.urn !== '' && collectionOf(to) > begun;

const REACHED: ReadonlySet<string> = new Set(['K2', 'U4', 'U6']);
