import { FINAL_SPECIFICATION, type InArea } from './definition.js';

const SOURCE = `${FINAL_SPECIFICATION}, Adoption service; draft specification 2015, Outline Performance Indicators`;
const ORDER_IN_YEAR = 'children with a placement order (E1) in force on any day from 1 April to the end of the month';

/** The way to adoption, from the agency's decision to the order. */
export const ADOPTION = [
  {
    id: 'ado-children-adopted', title: 'Children adopted from care in the year', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: 'children looked after until an adoption order (E11 or E12) made from 1 April to the end of the month', denominator: null, modules: ['Episodes'], source: `${SOURCE}; Scorecard`,
    note: 'Non-agency adoptions are not counted.',
  },
  {
    id: 'ado-decision-changed-away', title: 'Children for whom the plan changed away from adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'context',
    numerator: 'children for whom it was decided from 1 April to the end of the month that adoption is no longer the plan (reason RD1 to RD4)', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: SOURCE, note: null,
  },
  {
    id: 'ado-children-waiting', title: 'Children waiting to be adopted', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: 'children with a decision that they should be placed for adoption, not changed away from since, who at the end of the month are neither adopted nor placed for adoption', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: SOURCE, note: null,
  },
  {
    id: 'ado-children-waiting-placement-order', title: 'Children with a placement order who are not yet placed', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: 'children with a placement order (E1) in force at the end of the month who are not placed for adoption', denominator: null, modules: ['Episodes'], source: `${SOURCE}; Scorecard`, note: null,
  },
  {
    id: 'ado-waiting-over-18-months-count', title: 'Children who waited more than 18 months from entering care to being placed for adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'lower',
    numerator: `${ORDER_IN_YEAR}, not placed before 1 April, for whom the earliest of placement for adoption, end of the order and end of the month is later than 18 months after entering care`, denominator: null, modules: ['Episodes'], source: `${SOURCE}; Scorecard`,
    note: 'Where the start of care is not known, the known part must suffice.',
  },
  {
    id: 'ado-waiting-over-18-months-percentage', title: 'Share of children with a placement order who waited more than 18 months', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'lower',
    numerator: 'children counted as having waited more than 18 months', denominator: ORDER_IN_YEAR, modules: ['Episodes'], source: `${SOURCE}; Scorecard`,
    note: 'A child whose time in care is not on record still counts below the line.',
  },
  {
    id: 'ado-best-interest-decisions', title: 'Agency decisions that a child should be placed for adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'context',
    numerator: 'decisions made from 1 April to the end of the month that a child should be placed for adoption', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: SOURCE, note: null,
  },
  {
    id: 'ado-children-placed-outside-boundary', title: 'Children placed with adopters who live outside the authority', measure: 'count', unit: 'children', period: 'month-end', polarity: 'context',
    numerator: 'children placed for adoption at the end of the month whose adopters live outside the child’s own authority', denominator: null, modules: ['Episodes'], source: 'Peterborough draft specification 2015, Outline Performance Indicators, Adoption service',
    note: 'From files: where the postcode of the placement lies. A placement whose postcode is not found is not counted.',
  },
] as const satisfies readonly InArea[];
