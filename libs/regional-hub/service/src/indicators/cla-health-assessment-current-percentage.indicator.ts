import { type Cohort, over } from './cohort.js';
import { DAY, LOOKED_AFTER } from './cohorts.js';
import { counted } from './indicator.js';
import { ASSESSMENT, twelveMonthsTo } from './record-cohorts.js';
import { PERFORMANCE_REPORT } from './sources.js';

/** The last assessment of each child in the 12 months to D. */
const RECENT: Cohort = {
  name: 'recent', needs: [DAY, ASSESSMENT],
  sql: `select day.day, a.child_id, max(a.held_on) as held_on from day join assessment a on a.held_on between ${twelveMonthsTo('day.day')} and day.day group by day.day, a.child_id`,
};

export const claHealthAssessmentCurrentPercentage = counted({
  definition: {
    id: 'cla-health-assessment-current-percentage', area: 'looked-after-context', title: 'Share of children looked after for 12 months with a health assessment in the last 12 months', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'children with a health assessment held in the 12 months to the end of the month', denominator: 'children looked after at the end of the month who entered care 12 months or more before',
    modules: ['Episodes'], records: { kinds: ['health'], since: '12-months' }, source: `${PERFORMANCE_REPORT}, paragraph 4.46 and chart 15`,
    note: 'Initial and review assessments count. One that was refused was not held. Where the start of care is not known, the known part must suffice.',
  },
  rows: over(
    [LOOKED_AFTER, RECENT],
    `select c.day, c.child_id as case_id, c.child_id, r.held_on is not null as in_numerator, r.held_on is not null as in_region, r.held_on as happened_on,
       jsonb_build_object('inCareSince', c.started_on, 'heldOn', r.held_on) as facts
     from looked_after c left join recent r on r.day = c.day and r.child_id = c.child_id where c.started_on <= c.day - interval '12 months'`,
  ),
  example: {
    told: (told) => {
      told.child('on the first day').inCare('2024-05-01').assessed('review', '2025-10-01');
      told.child('a day too early').inCare('2024-05-01').assessed('review', '2025-09-30');
      told.child('initial, 12 months in care').inCare('2025-09-30').assessed('initial', '2025-10-20');
      told.child('a day short of 12 months').inCare('2025-10-01').assessed('initial', '2025-10-20');
      told.child('refused').inCare('2024-05-01').assessed('review', '2026-05-01', { refused: true });
      told.child('after D').inCare('2024-05-01').assessed('review', '2026-10-01');
      told.child('left').inCare('2024-05-01', { to: '2026-09-30' }).assessed('review', '2026-05-01');
    },
    on: '2026-09-30', comesTo: [2, 5], children: ['initial, 12 months in care', 'on the first day'],
  },
});
