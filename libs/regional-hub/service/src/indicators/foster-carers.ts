import { over } from './cohort.js';
import { FOSTERED } from './cohorts.js';

/** What the definitions say of FOSTERED(D), of partners and of absences. */
export const FOSTERED_CHILDREN = 'children looked after at the end of the month whose main placement is foster care (U1 to U6)';
export const PARTNERS = 'In a council’s figure its own carers count (provider PR1). In the region’s, so do the carers of a partner council. In the files that is a home with another council’s carer (PR2) in the area of a partner.';
export const ABSENCE = 'A child in hospital or away for a time (T0 to T4) counts at the placement to which they are to return.';

/** Own carers: PR1; in the region's figure also a partner council's (another council's carer who lives in a partner's area). */
const OWN = `coalesce(provider = 'PR1', false)`;
const OWN_OR_PARTNER = `(${OWN} or coalesce(provider = 'PR2' and local_authority = any($4::text[]) and local_authority <> $3, false))`;
const AGENCY = `coalesce(provider in ('PR4', 'PR5'), false)`;

const fostered = (inNumerator: string, inRegion: string, where: string): string => over(
  [FOSTERED],
  `select day, child_id as case_id, child_id, ${inNumerator} as in_numerator, ${inRegion} as in_region, null::date as happened_on,
     jsonb_build_object('placementType', placement_type, 'provider', provider) as facts
   from fostered where ${where}`,
);

/** Children in foster care, those with our own carers in the numerator. */
export const FOSTERED_OWN_SHARE = fostered(OWN, OWN_OR_PARTNER, 'true');
export const FOSTERED_OWN = fostered(OWN, OWN_OR_PARTNER, OWN_OR_PARTNER);

/** Children in foster care, those with an agency's carers in the numerator. */
export const FOSTERED_AGENCY_SHARE = fostered(AGENCY, AGENCY, 'true');
export const FOSTERED_AGENCY = fostered(AGENCY, AGENCY, AGENCY);
