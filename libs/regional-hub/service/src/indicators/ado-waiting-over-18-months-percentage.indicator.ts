import { counted } from './indicator.js';
import { ALL_WITH_ORDER, ORDER_IN_YEAR } from './long-waits.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoWaitingOver18MonthsPercentage = counted({
  definition: {
    id: 'ado-waiting-over-18-months-percentage', area: 'adoption', title: 'Share of children with a placement order who waited more than 18 months', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'lower',
    numerator: 'children counted as having waited more than 18 months', denominator: ORDER_IN_YEAR, modules: ['Episodes'], source: `${ADOPTION_SOURCE}; Scorecard`,
    note: 'A child whose time in care is not on record still counts below the line.',
  },
  rows: ALL_WITH_ORDER,
});
