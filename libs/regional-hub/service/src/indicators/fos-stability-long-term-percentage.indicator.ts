import { over } from './cohort.js';
import { BORN, CHAIN, FOSTERED } from './cohorts.js';
import { FOSTERED_CHILDREN } from './foster-carers.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

/** Under 16 in foster care, 30 months or more in care; of them 24 months or more with the same carers. Without a birth date a child stays in the denominator (kpi.md 10). */
export const fosStabilityLongTermPercentage = counted({
  definition: {
    id: 'fos-stability-long-term-percentage', area: 'fostering', title: 'Share of under-16s in foster care for 2.5 years or more who have been in one placement for 2 years or more', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'children whose main placement, followed back through the same carers, began 24 months or more before the end of the month',
    denominator: `${FOSTERED_CHILDREN}, aged under 16, in care without a break for 30 months or more`, modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard, Children in care`,
    note: 'The source says year to date; it is a state and is measured at the end of the month. A change of provider or address with the same carers is the same placement. Where the start of care is not known, the known part must suffice. A child whose birth date is not recorded stays in the denominator.',
  },
  rows: over(
    [FOSTERED, CHAIN, BORN],
    `select f.day, f.child_id as case_id, f.child_id, stable.so as in_numerator, stable.so as in_region, chain.began_on as happened_on,
       jsonb_build_object('placementType', f.placement_type, 'provider', f.provider, 'inCareSince', f.started_on) as facts
     from fostered f join chain on chain.stay_id = f.stay_id left join born on born.child_id = f.child_id,
       lateral (select born.birth_date is not null and chain.began_on <= f.day - interval '24 months' as so) stable
     where f.started_on <= f.day - interval '30 months' and (born.birth_date is null or born.birth_date + interval '16 years' > f.day)`,
  ),
});
