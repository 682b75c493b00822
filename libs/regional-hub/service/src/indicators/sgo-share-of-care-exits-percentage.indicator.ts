import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { CARE, DAY } from './cohorts.js';
import type { Indicator } from './indicator.js';

const BY_ORDER = `coalesce(bool_or(c.reason in ('E45', 'E46', 'E47', 'E48')), false)`;

/** Children, each once, also where one left care twice in the year. */
export const sgoShareOfCareExitsPercentage: Indicator = {
  definition: definitionOf('sgo-share-of-care-exits-percentage'),
  rows: over(
    [DAY, CARE],
    `select day.day, c.child_id as case_id, c.child_id, ${BY_ORDER} as in_numerator, ${BY_ORDER} as in_region, max(c.ended_on) as happened_on,
       jsonb_build_object('reason', (array_agg(c.reason order by c.ended_on desc))[1]) as facts
     from day join care c on c.ended_on between day.year_start and day.day group by day.day, c.child_id`,
  ),
};
