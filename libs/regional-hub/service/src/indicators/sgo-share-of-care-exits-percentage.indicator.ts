import { over } from './cohort.js';
import { CARE, DAY } from './cohorts.js';
import { counted } from './indicator.js';
import { FINAL_SPECIFICATION } from './sources.js';

const BY_ORDER = `coalesce(bool_or(c.reason in ('E45', 'E46', 'E47', 'E48')), false)`;

/** Children, each once, also where one left care twice in the year. */
export const sgoShareOfCareExitsPercentage = counted({
  definition: {
    id: 'sgo-share-of-care-exits-percentage', area: 'special-guardianship', title: 'Share of children leaving care who left through a special guardianship order', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'context',
    numerator: 'children who left through a special guardianship order (E45 to E48)', denominator: 'children who left care from 1 April to the end of the month', modules: ['Episodes'],
    source: `${FINAL_SPECIFICATION}, Special guardianship; draft specification 2015, Outline Performance Indicators`, note: null,
  },
  rows: over(
    [DAY, CARE],
    `select day.day, c.child_id as case_id, c.child_id, ${BY_ORDER} as in_numerator, ${BY_ORDER} as in_region, max(c.ended_on) as happened_on,
       jsonb_build_object('reason', (array_agg(c.reason order by c.ended_on desc))[1]) as facts
     from day join care c on c.ended_on between day.year_start and day.day group by day.day, c.child_id`,
  ),
});
