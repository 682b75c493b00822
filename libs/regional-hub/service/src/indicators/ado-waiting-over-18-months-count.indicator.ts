import { counted } from './indicator.js';
import { LONG_WAITS, ORDER_IN_YEAR } from './long-waits.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoWaitingOver18MonthsCount = counted({
  definition: {
    id: 'ado-waiting-over-18-months-count', area: 'adoption', title: 'Children who waited more than 18 months from entering care to being placed for adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'lower',
    numerator: `${ORDER_IN_YEAR}, not placed before 1 April, for whom the earliest of placement for adoption, end of the order and end of the month is later than 18 months after entering care`, denominator: null, modules: ['Episodes'], source: `${ADOPTION_SOURCE}; Scorecard`,
    note: 'Where the start of care is not known, the known part must suffice.',
  },
  rows: LONG_WAITS,
});
