import { over } from './cohort.js';
import { LOOKED_AFTER } from './cohorts.js';
import { counted } from './indicator.js';

export const claNumberLookedAfter = counted({
  definition: {
    id: 'cla-number-looked-after', area: 'looked-after-context', title: 'Children looked after', measure: 'count', unit: 'children', period: 'month-end', polarity: 'context',
    numerator: 'children looked after at the end of the month', denominator: null, modules: ['Episodes'], source: 'Peterborough final specification 2016, section 15.3.2; performance report 2016, paragraph 4.9',
    note: 'Short breaks (V3, V4) are not counted. A child who leaves care on the last day is not counted, a child who enters care on it is.',
  },
  rows: over(
    [LOOKED_AFTER],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, started_on as happened_on, '{}'::jsonb as facts from looked_after`,
  ),
});
