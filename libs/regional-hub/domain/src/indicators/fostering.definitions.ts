import { FINAL_SPECIFICATION, type InArea } from './definition.js';

const FOSTERED = 'children looked after at the end of the month whose main placement is foster care (U1 to U6)';
const SOURCE = `${FINAL_SPECIFICATION}, Fostering service; draft specification 2015, Outline Performance Indicators`;
const PARTNERS = 'In a council’s figure its own carers count (provider PR1). In the region’s, so do the carers of a partner council. In the files that is a home with another council’s carer (PR2) in the area of a partner.';
const ABSENCE = 'A child in hospital or away for a time (T0 to T4) counts at the placement to which they are to return.';

/** Foster care: who looks after the children, how settled they are, and whether they take part in their reviews. */
export const FOSTERING = [
  {
    id: 'fos-in-house-count', title: 'Children in foster care who live with our own carers', measure: 'count', unit: 'children', period: 'month-end', polarity: 'higher',
    numerator: `${FOSTERED}, with a carer of the council`, denominator: null, modules: ['Episodes'], source: `${SOURCE}; Scorecard`, note: `${PARTNERS} ${ABSENCE}`,
  },
  {
    id: 'fos-in-house-percentage', title: 'Share of children in foster care who live with our own carers', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: `${FOSTERED}, with a carer of the council`, denominator: FOSTERED, modules: ['Episodes'], source: `${SOURCE}; Scorecard`,
    note: `Own and agency shares do not add to 100 where another council or a public body provides the carer (PR2, PR3). ${PARTNERS}`,
  },
  {
    id: 'fos-agency-count', title: 'Children in foster care who live with an independent agency carer', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: `${FOSTERED}, with a carer of an independent agency (provider PR4 or PR5)`, denominator: null, modules: ['Episodes'], source: `${SOURCE}; Scorecard`, note: ABSENCE,
  },
  {
    id: 'fos-agency-percentage', title: 'Share of children in foster care who live with an independent agency carer', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'lower',
    numerator: `${FOSTERED}, with a carer of an independent agency (provider PR4 or PR5)`, denominator: FOSTERED, modules: ['Episodes'], source: `${SOURCE}; Scorecard`, note: ABSENCE,
  },
  {
    id: 'fos-unplanned-endings-carer-request', title: 'Unplanned placement endings asked for by the carer', measure: 'count', unit: 'placements', period: 'ytd', polarity: 'lower',
    numerator: 'foster placements (U1 to U6) that ended from 1 April to the end of the month, unplanned and at the carer’s request', denominator: null, modules: ['Episodes'], source: SOURCE,
    note: 'From files: a reason for the change of placement of CREQB or CREQO. An ending without a reason in the file is not counted.',
  },
  {
    id: 'fos-stability-long-term-percentage', title: 'Share of under-16s in foster care for 2.5 years or more who have been in one placement for 2 years or more', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'children whose main placement, followed back through the same carers, began 24 months or more before the end of the month',
    denominator: `${FOSTERED}, aged under 16, in care without a break for 30 months or more`, modules: ['Episodes'], source: `${SOURCE}; Scorecard, Children in care`,
    note: 'The source says year to date; it is a state and is measured at the end of the month. A change of provider or address with the same carers is the same placement. Where the start of care is not known, the known part must suffice. A child whose birth date is not recorded stays in the denominator.',
  },
  {
    id: 'fos-three-or-more-placements-percentage', title: 'Share of children in care with three or more foster placements in the year', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'lower',
    numerator: 'children looked after at the end of the month with three or more different foster placements (U1 to U6) on any day from 1 April to the end of the month', denominator: 'children looked after at the end of the month', modules: ['Episodes'], source: `${SOURCE}; Scorecard, Children in care`,
    note: 'Time away (T0 to T4) and a change of address or provider with the same carers count no placement of their own. The national measure counts placements of every kind.',
  },
  {
    id: 'fos-review-participation-count', title: 'Children who took part in their statutory reviews', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: 'children with a review held from 1 April to the end of the month, aged 4 or over at the review, in which they took part (PN1 to PN6)', denominator: null, modules: ['Episodes', 'Reviews'], source: SOURCE,
    note: 'The number counts children, the share counts reviews, as in the source.',
  },
  {
    id: 'fos-review-participation-percentage', title: 'Share of reviews in which the child took part', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'higher',
    numerator: 'reviews in which the child took part (PN1 to PN6)', denominator: 'reviews held from 1 April to the end of the month for children aged 4 or over at the review', modules: ['Episodes', 'Reviews'], source: SOURCE,
    note: 'A review of a child whose birth date is not on record still counts below the line.',
  },
] as const satisfies readonly InArea[];
