import { ABSENCE, FOSTERED_AGENCY, FOSTERED_CHILDREN } from './foster-carers.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosAgencyCount = counted({
  definition: {
    id: 'fos-agency-count', area: 'fostering', title: 'Children in foster care who live with an independent agency carer', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: `${FOSTERED_CHILDREN}, with a carer of an independent agency (provider PR4 or PR5)`, denominator: null, modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard`, note: ABSENCE,
  },
  rows: FOSTERED_AGENCY,
});
