import { type Cohort, over } from './cohort.js';
import { CARE, DAY } from './cohorts.js';
import { counted } from './indicator.js';
import { ASSESSMENT } from './record-cohorts.js';
import { PERFORMANCE_REPORT } from './sources.js';

/** Initial assessments that fell due while the child was looked after, and the first one held since the child entered care. */
const DUE: Cohort = {
  name: 'due', needs: [CARE, ASSESSMENT],
  sql: `select c.period_id, c.child_id, c.started_on, c.initial_health_due_on as due_on, min(a.held_on) as held_on
        from care c left join assessment a on a.child_id = c.child_id and a.kind = 'initial' and a.held_on >= c.started_on
        where c.initial_health_due_on is not null and (c.in_care_to is null or c.in_care_to > c.initial_health_due_on)
        group by c.period_id, c.child_id, c.started_on, c.initial_health_due_on`,
};

export const claInitialHealthAssessmentPercentage = counted({
  definition: {
    id: 'cla-initial-health-assessment-percentage', area: 'looked-after-context', title: 'Share of initial health assessments within 20 working days of becoming looked after', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'higher',
    numerator: 'initial health assessments held on or before the day they were due', denominator: 'children whose twentieth working day in care fell from 1 April to the end of the month and who were still looked after on that day',
    modules: ['Episodes'], records: { kinds: ['health'], since: 'month-before-year' }, source: `${PERFORMANCE_REPORT}, paragraphs 4.44 to 4.45 and chart 14`,
    note: 'A child who entered care in March and whose twentieth working day fell in April counts in April. An assessment that was refused was not held. Where the start of care is not known, no clock runs.',
  },
  rows: over(
    [DAY, DUE],
    `select day.day, d.period_id as case_id, d.child_id, coalesce(d.held_on <= d.due_on, false) as in_numerator, coalesce(d.held_on <= d.due_on, false) as in_region, d.due_on as happened_on,
       jsonb_build_object('enteredCareOn', d.started_on, 'dueOn', d.due_on, 'heldOn', case when d.held_on <= day.day then d.held_on end) as facts
     from day join due d on d.due_on between day.year_start and day.day`,
  ),
  // kpi.md, worked example 7; a refusal and a start in March beside it.
  example: {
    told: (told) => {
      told.child('i1').inCare('2026-04-02', { initialHealthDueOn: '2026-05-05' }).assessed('initial', '2026-05-05');
      told.child('i2').inCare('2026-06-01', { initialHealthDueOn: '2026-06-29' }).assessed('initial', '2026-06-30');
      told.child('i3').inCare('2026-08-20', { initialHealthDueOn: '2026-09-18' }).assessed('initial', '2026-09-18');
      told.child('i4').inCare('2026-07-06', { initialHealthDueOn: '2026-08-03' });
      told.child('i5').inCare('2026-09-10', { initialHealthDueOn: '2026-10-08' });
      told.child('i6').inCare('2026-05-11', { initialHealthDueOn: '2026-06-09', to: '2026-05-22' });
      told.child('i7').inCare('2026-09-14', { initialHealthDueOn: '2026-10-12' }).assessed('initial', '2026-09-29');
    },
    on: '2026-09-30', comesTo: [2, 4], children: ['i1', 'i3'],
  },
});
