import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { BORN, CHAIN, FOSTERED } from './cohorts.js';
import type { Indicator } from './indicator.js';

/** Under 16 in foster care, 30 months or more in care; of them 24 months or more with the same carers. Without a birth date a child stays in the denominator (kpi.md 10). */
export const fosStabilityLongTermPercentage: Indicator = {
  definition: definitionOf('fos-stability-long-term-percentage'),
  rows: over(
    [FOSTERED, CHAIN, BORN],
    `select f.day, f.child_id as case_id, f.child_id, stable.so as in_numerator, stable.so as in_region, chain.began_on as happened_on,
       jsonb_build_object('placementType', f.placement_type, 'provider', f.provider, 'inCareSince', f.started_on) as facts
     from fostered f join chain on chain.stay_id = f.stay_id left join born on born.child_id = f.child_id,
       lateral (select born.birth_date is not null and chain.began_on <= f.day - interval '24 months' as so) stable
     where f.started_on <= f.day - interval '30 months' and (born.birth_date is null or born.birth_date + interval '16 years' > f.day)`,
  ),
};
