import { believed, over } from './cohort.js';
import { LOOKED_AFTER } from './cohorts.js';
import { counted } from './indicator.js';
import { PERFORMANCE_REPORT } from './sources.js';

const MIDDLE = `make_date(p.year, 6, 30)`;

/** The newest estimate of the middle of a year that has passed; before the first, the first. */
const POPULATION = `coalesce((select p.children from population p where ${believed('p')}
  order by ${MIDDLE} <= asked.day desc, case when ${MIDDLE} <= asked.day then -p.year else p.year end limit 1), 0)`;

export const claRatePer10000 = counted({
  definition: {
    id: 'cla-rate-per-10000', area: 'looked-after-context', title: 'Children looked after per 10,000 children', measure: 'rate', unit: 'per 10,000', period: 'month-end', polarity: 'context',
    numerator: 'children looked after at the end of the month', denominator: 'children aged 0 to 17 who live in the council’s area, by the newest estimate of the middle of a year',
    modules: ['Episodes'], population: true, source: `${PERFORMANCE_REPORT}, paragraphs 4.36 to 4.37 and chart 10`,
    note: 'The council enters its population with year and source. Months before the first year that is entered are taken of that year. The region’s rate is of the councils that have entered theirs.',
  },
  rows: over(
    [LOOKED_AFTER],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, started_on as happened_on, '{}'::jsonb as facts from looked_after`,
  ),
  denominator: POPULATION,
});
