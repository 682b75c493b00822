import { type Cohort, over } from './cohort.js';
import { BORN, DAY, LOOKED_AFTER } from './cohorts.js';
import { counted } from './indicator.js';
import { DENTAL, twelveMonthsTo } from './record-cohorts.js';
import { PERFORMANCE_REPORT } from './sources.js';

/** The last check of each child in the 12 months to D. */
const RECENT: Cohort = {
  name: 'recent', needs: [DAY, DENTAL],
  sql: `select day.day, d.child_id, max(d.checked_on) as checked_on from day join dental d on d.checked_on between ${twelveMonthsTo('day.day')} and day.day group by day.day, d.child_id`,
};

export const claDentalCurrentPercentage = counted({
  definition: {
    id: 'cla-dental-current-percentage', area: 'looked-after-context', title: 'Share of children aged 3 to 17 in care with a dental check in the last 12 months', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'children with a dental check in the 12 months to the end of the month', denominator: 'children looked after at the end of the month, then aged 3 to 17',
    modules: ['Episodes'], records: { kinds: ['health'], since: '12-months' }, source: `${PERFORMANCE_REPORT}, paragraph 4.47 and chart 16`,
    note: 'A check that was refused was not made. A child whose birth date is not recorded stays below the line.',
  },
  rows: over(
    [LOOKED_AFTER, RECENT, BORN],
    `select c.day, c.child_id as case_id, c.child_id, checked.so as in_numerator, checked.so as in_region, r.checked_on as happened_on, jsonb_build_object('checkedOn', r.checked_on) as facts
     from looked_after c left join recent r on r.day = c.day and r.child_id = c.child_id left join born on born.child_id = c.child_id,
       lateral (select r.checked_on is not null and born.birth_date is not null as so) checked
     where born.birth_date is null or (born.birth_date + interval '3 years' <= c.day and born.birth_date + interval '18 years' > c.day)`,
  ),
  example: {
    told: (told) => {
      const child = (name: string, born: string) => told.child(name).born(born).inCare('2024-05-01');
      child('checked', '2015-01-01').dentist('2025-10-01');
      child('a day too early', '2015-01-01').dentist('2025-09-30');
      child('refused', '2015-01-01').dentist('2026-05-01', 'refused');
      child('3 on D', '2023-09-30').dentist('2026-09-30');
      child('3 tomorrow', '2023-10-01').dentist('2026-09-30');
      child('18 tomorrow', '2008-10-01').dentist('2026-05-01');
      child('18 on D', '2008-09-30').dentist('2026-05-01');
      told.child('age not known').inCare('2024-05-01').dentist('2026-05-01');
    },
    on: '2026-09-30', comesTo: [3, 6], children: ['18 tomorrow', '3 on D', 'checked'],
  },
});
