import { over } from './cohort.js';
import { BORN, DAY } from './cohorts.js';
import { counted } from './indicator.js';
import { ASSESSMENT } from './record-cohorts.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosMedicalsInformedBySdqPercentage = counted({
  definition: {
    id: 'fos-medicals-informed-by-sdq-percentage', area: 'fostering', title: 'Share of annual health assessments informed by a Strengths and Difficulties Questionnaire', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'higher',
    numerator: 'review health assessments that a questionnaire informed', denominator: 'review health assessments held from 1 April to the end of the month of children aged 4 to 16 on that day',
    modules: ['Episodes'], records: { kinds: ['health'], since: 'year' }, source: FOSTERING_SOURCE,
    note: 'An assessment that was refused was not held. One of a child whose birth date is not recorded stays below the line.',
  },
  rows: over(
    [DAY, ASSESSMENT, BORN],
    `select day.day, a.assessment_id as case_id, a.child_id, informed.so as in_numerator, informed.so as in_region, a.held_on as happened_on,
       jsonb_build_object('questionnaire', case when a.informed_by_sdq then 'yes' else 'no' end) as facts
     from day join assessment a on a.held_on between day.year_start and day.day left join born on born.child_id = a.child_id,
       lateral (select a.informed_by_sdq and born.birth_date is not null as so) informed
     where a.kind = 'review' and (born.birth_date is null or (born.birth_date + interval '4 years' <= a.held_on and born.birth_date + interval '17 years' > a.held_on))`,
  ),
  example: {
    told: (told) => {
      told.child('informed').born('2015-01-01').assessed('review', '2026-04-01', { informed: true });
      told.child('not informed').born('2015-01-01').assessed('review', '2026-05-01');
      told.child('4 today').born('2022-06-01').assessed('review', '2026-06-01', { informed: true });
      told.child('still 3').born('2022-06-02').assessed('review', '2026-06-01', { informed: true });
      told.child('16, 17 tomorrow').born('2009-06-02').assessed('review', '2026-06-01', { informed: true });
      told.child('17').born('2009-06-01').assessed('review', '2026-06-01', { informed: true });
      told.child('refused').born('2015-01-01').assessed('review', '2026-05-01', { refused: true });
      told.child('initial').born('2015-01-01').assessed('initial', '2026-05-01', { informed: true });
      told.child('last year').born('2015-01-01').assessed('review', '2026-03-31', { informed: true });
      told.child('age not known').assessed('review', '2026-05-01', { informed: true });
    },
    on: '2026-09-30', comesTo: [3, 5], children: ['16, 17 tomorrow', '4 today', 'informed'],
  },
});
