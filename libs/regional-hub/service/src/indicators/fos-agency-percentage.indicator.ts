import { ABSENCE, FOSTERED_AGENCY_SHARE, FOSTERED_CHILDREN } from './foster-carers.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosAgencyPercentage = counted({
  definition: {
    id: 'fos-agency-percentage', area: 'fostering', title: 'Share of children in foster care who live with an independent agency carer', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'lower',
    numerator: `${FOSTERED_CHILDREN}, with a carer of an independent agency (provider PR4 or PR5)`, denominator: FOSTERED_CHILDREN, modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard`, note: ABSENCE,
  },
  rows: FOSTERED_AGENCY_SHARE,
});
