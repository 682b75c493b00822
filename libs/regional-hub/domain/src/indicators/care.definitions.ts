import { FINAL_SPECIFICATION, type InArea } from './definition.js';

const HOME = 'E4A, E4B or E13';
const RETURN_SOURCE = `${FINAL_SPECIFICATION}, return home support services; draft specification 2015, Outline Performance Indicators`;
const EARLY_MONTHS = 'Returns home before an authority’s first loaded collection are not in its files, so its first months count too few.';

export const LOOKED_AFTER = [
  {
    id: 'cla-number-looked-after', title: 'Children looked after', measure: 'count', unit: 'children', period: 'month-end', polarity: 'context',
    numerator: 'children looked after at the end of the month', denominator: null, modules: ['Episodes'], source: 'Peterborough final specification 2016, section 15.3.2; performance report 2016, paragraph 4.9',
    note: 'Short breaks (V3, V4) are not counted. A child who leaves care on the last day is not counted, a child who enters care on it is.',
  },
  {
    id: 'cla-reviews-in-timescale-percentage', title: 'Share of looked-after reviews held in time', measure: 'percentage', unit: 'percent', period: 'rolling-12', polarity: 'higher',
    numerator: 'reviews held on or before the day they were due', denominator: 'reviews due in the 12 months to the end of the month, of children in care on the day they were due', modules: ['Episodes', 'Reviews'],
    source: 'Peterborough performance report 2016, paragraph 4.41 and chart 12',
    note: 'The first review is due 20 working days after entering care, the second 3 months after it, each later one 6 months after the last. Where the start of care is not known, the clock begins with the first review held. Reviews of a child placed for adoption follow other rules and are not counted.',
  },
] as const satisfies readonly InArea[];

export const SPECIAL_GUARDIANSHIP = [
  {
    id: 'sgo-share-of-care-exits-percentage', title: 'Share of children leaving care who left through a special guardianship order', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'context',
    numerator: 'children who left through a special guardianship order (E45 to E48)', denominator: 'children who left care from 1 April to the end of the month', modules: ['Episodes'],
    source: `${FINAL_SPECIFICATION}, Special guardianship; draft specification 2015, Outline Performance Indicators`, note: null,
  },
] as const satisfies readonly InArea[];

export const RETURN_HOME = [
  {
    id: 'rth-re-entry-within-6-months', title: 'Children who went home and were looked after again within 6 months', measure: 'count', unit: 'children', period: 'rolling-12', polarity: 'lower',
    numerator: 'children who went home and whose next time in care began within 6 months', denominator: null, cohort: `children who went home (${HOME}) in the 12 months that ended 6 months before the end of the month`, modules: ['Episodes'],
    source: RETURN_SOURCE, note: `The source gives no period; children who have had their full 6 months are used, and their number is shown beside the figure. ${EARLY_MONTHS}`,
  },
  {
    id: 'rth-re-entry-within-12-months', title: 'Children who went home and were looked after again within 12 months', measure: 'count', unit: 'children', period: 'rolling-12', polarity: 'lower',
    numerator: 'children who went home and whose next time in care began within 12 months', denominator: null, cohort: `children who went home (${HOME}) in the 12 months that ended 12 months before the end of the month`, modules: ['Episodes'],
    source: RETURN_SOURCE, note: `Children who have had their full 12 months are used, and their number is shown beside the figure. ${EARLY_MONTHS}`,
  },
] as const satisfies readonly InArea[];

export const REGIONAL_BENEFITS = [
  {
    id: 'reg-early-permanence-placements', title: 'Early permanence placements', measure: 'count', unit: 'placements', period: 'ytd', polarity: 'higher',
    numerator: 'placements begun from 1 April to the end of the month under fostering for adoption or concurrent planning (U2 or U5)', denominator: null, modules: ['Episodes'],
    source: 'North Midlands outline business case 2019, section 8 Non-financial benefits and section 7 Success measures', note: 'A placement that goes on with the same carers is counted once.',
  },
] as const satisfies readonly InArea[];
