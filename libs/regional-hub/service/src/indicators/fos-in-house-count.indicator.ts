import { ABSENCE, FOSTERED_CHILDREN, FOSTERED_OWN, PARTNERS } from './foster-carers.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosInHouseCount = counted({
  definition: {
    id: 'fos-in-house-count', area: 'fostering', title: 'Children in foster care who live with our own carers', measure: 'count', unit: 'children', period: 'month-end', polarity: 'higher',
    numerator: `${FOSTERED_CHILDREN}, with a carer of the council`, denominator: null, modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard`, note: `${PARTNERS} ${ABSENCE}`,
  },
  rows: FOSTERED_OWN, partners: true,
});
