import type { ChildFacts, Episode, Header } from './child-facts.js';
import type { CollectionYear } from './collection-year.js';
import type { Rule } from './rule.js';

/** A check of every header by itself. */
export const eachHeader =
  (column: string, isBroken: (header: Header, year: CollectionYear) => boolean): Rule['check'] =>
  ({ headers }, year, report) => {
    for (const header of headers) if (isBroken(header, year)) report(header.row, column);
  };

/** A check of every episode by itself. */
export const eachEpisode =
  (column: string, isBroken: (episode: Episode, year: CollectionYear, child: ChildFacts) => boolean): Rule['check'] =>
  (child, year, report) => {
    for (const episode of child.episodes) if (isBroken(episode, year, child)) report(episode.row, column);
  };

/** A check of every two episodes that follow each other in time; the later one is reported. */
export const eachNextEpisode =
  (column: string, isBroken: (next: Episode, last: Episode) => boolean): Rule['check'] =>
  ({ inTime }, _year, report) => {
    inTime.forEach((next, at) => {
      const last = inTime[at - 1];
      if (last !== undefined && isBroken(next, last)) report(next.row, column);
    });
  };

/** A check of every episode against the one that follows it in time, which the last one lacks; the earlier one is reported. */
export const eachEpisodeBefore =
  (column: string, isBroken: (episode: Episode, next: Episode | undefined) => boolean): Rule['check'] =>
  ({ inTime }, _year, report) => {
    inTime.forEach((episode, at) => {
      if (isBroken(episode, inTime[at + 1])) report(episode.row, column);
    });
  };
