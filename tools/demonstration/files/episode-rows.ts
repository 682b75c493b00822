import { written } from '../calendar.js';
import type { Episode } from '../care/episodes.js';
import type { Life } from '../life.js';
import { correctedIn } from './corrections.js';
import { type View, isInView } from './view.js';

/** Every episode open on any day of the year, with its true start; ends that lie ahead are not told. */
export const episodeRows = (life: Life, view: View): string[][] =>
  [...life.shortBreaks, ...life.periods.flatMap(({ episodes }) => episodes)]
    .filter((episode) => isInView(episode, view))
    .sort((a, b) => a.from - b.from)
    .map((episode) => episodeRow(life, episode, view));

const episodeRow = (life: Life, episode: Episode, view: View): string[] => {
  const ended = episode.to <= view.last;
  const stay = correctedIn(life, episode, view);
  return [
    life.person.code,
    written(episode.from),
    episode.newReason,
    episode.status,
    episode.need,
    codeIn(stay.code, view.year),
    stay.provider,
    ended ? written(episode.to) : '',
    ended ? episode.ceased : '',
    ended ? episode.moveReason : '',
    life.person.homePost,
    stay.post,
    urnIn(stay.code, stay.urn, view.year),
  ];
};

/** Supported accommodation is K3 from the collection of 2026; until 2025 both that year's list and the sector's tool know H5. */
const codeIn = (code: string, year: number): string => (code === 'K3' && year <= 2025 ? 'H5' : code);

/** It is registered with Ofsted, and so has a number, since 28 October 2023 (rules 222, 230). */
const urnIn = (code: string, urn: string, year: number): string => (code === 'K3' && year < 2024 ? '' : urn);
