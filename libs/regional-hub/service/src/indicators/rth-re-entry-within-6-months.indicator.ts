import { counted } from './indicator.js';
import { EARLY_MONTHS, WENT_HOME, returnedHome } from './return-home.js';
import { RETURN_SOURCE } from './sources.js';

export const rthReEntryWithin6Months = counted({
  definition: {
    id: 'rth-re-entry-within-6-months', area: 'return-home', title: 'Children who went home and were looked after again within 6 months', measure: 'count', unit: 'children', period: 'rolling-12', polarity: 'lower',
    numerator: 'children who went home and whose next time in care began within 6 months', denominator: null, cohort: `children who went home (${WENT_HOME}) in the 12 months that ended 6 months before the end of the month`, modules: ['Episodes'],
    source: RETURN_SOURCE, note: `The source gives no period; children who have had their full 6 months are used, and their number is shown beside the figure. ${EARLY_MONTHS}`,
  },
  rows: returnedHome(6),
});
