import { collectionYearOf } from '@permanence/kernel/values';
import { readPartialDate } from '../ssda903/cells.js';
import { cell, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';
import type { CarePeriod, Timeline } from './timeline.js';

/** How the child had been permanently placed before this care period, as the file states it. */
export type PreviousPermanence = { previousPermanence?: string; previousPermanenceDate?: string; previousPermanenceLa?: string };

/** Of a care period, the newest statement of a collection between its start and the start of the next one. */
export const previousPermanence = (held: Held, timeline: Timeline): ((period: CarePeriod) => PreviousPermanence | undefined) => {
  const stated = [...rowsOf(held, 'PrevPerm')].sort((a, b) => b.year - a.year);
  return (period) => {
    const next = timeline.periods[timeline.periods.indexOf(period) + 1];
    const first = collectionYearOf(period.from);
    const last = next === undefined ? Infinity : Math.max(first, collectionYearOf(next.from) - 1);
    const row = stated.find(({ year }) => year >= first && year <= last);
    return row && known({ previousPermanence: cell(row, 'PREV_PERM'), previousPermanenceDate: readPartialDate(row.cells['DATE_PERM'] ?? ''), previousPermanenceLa: cell(row, 'LA_PERM') });
  };
};
