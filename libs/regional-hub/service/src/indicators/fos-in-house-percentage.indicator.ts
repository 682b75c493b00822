import { FOSTERED_CHILDREN, FOSTERED_OWN_SHARE, PARTNERS } from './foster-carers.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosInHousePercentage = counted({
  definition: {
    id: 'fos-in-house-percentage', area: 'fostering', title: 'Share of children in foster care who live with our own carers', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: `${FOSTERED_CHILDREN}, with a carer of the council`, denominator: FOSTERED_CHILDREN, modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard`,
    note: `Own and agency shares do not add to 100 where another council or a public body provides the carer (PR2, PR3). ${PARTNERS}`,
  },
  rows: FOSTERED_OWN_SHARE, partners: true,
});
