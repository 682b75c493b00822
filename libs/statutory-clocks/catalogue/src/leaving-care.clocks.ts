import { CARE_LEAVERS, CARE_PLANNING, type ClockDefinition, SPECIFICATION, always, cases, days, months, years } from './clock-definition.js';

/** From 15 to 25. Clocks on a birthday start on the day of birth (T9). */
export const LEAVING_CARE_CLOCKS = [
  {
    id: 'C37', startsOn: 'birth, for a child looked after by the 15th birthday; listed in the year before it', lengths: always(years(15)), metBy: 'a pathway plan exists',
    source: `${SPECIFICATION}: earlier than the law asks`, citation: 'Section 10.1', certainty: 'verified', configurable: 'not-later-than-C38',
    sentence: 'A pathway plan exists by the 15th birthday.',
  },
  {
    id: 'C38', startsOn: 'the 16th birthday, or the day on which the child becomes eligible later', lengths: always(months(3)), metBy: 'the needs assessment for the pathway plan',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 42(1)', certainty: 'verified', configurable: 'no',
    sentence: 'What the young person needs is assessed within 3 months of the day they turn 16, or become eligible later.',
  },
  {
    id: 'C39', startsOn: 'the pathway plan is agreed or reviewed', lengths: always(months(6)), metBy: 'a review of the plan',
    source: `${CARE_LEAVERS}; ${SPECIFICATION}`, citation: 'SI 2010/2571, regulation 7; section 16.2', certainty: 'verified-secondary', configurable: 'shorten',
    sentence: 'The pathway plan is reviewed at least every 6 months.',
  },
  {
    id: 'C40', startsOn: 'accommodation is first provided', lengths: always(days(7)), metBy: 'the personal adviser visits there',
    source: CARE_LEAVERS, citation: 'SI 2010/2571, regulation 8(2)', certainty: 'verified', configurable: 'no',
    sentence: 'The personal adviser visits the new home within 7 days.',
  },
  {
    id: 'C41', startsOn: 'the last visit of the personal adviser', metBy: 'a visit of the personal adviser',
    lengths: cases(['later', 'every 2 months', months(2)], ['before-review', 'once more before the plan is reviewed']),
    source: CARE_LEAVERS, citation: 'SI 2010/2571, regulation 8(2)', certainty: 'verified', configurable: 'shorten',
    sentence: 'The personal adviser visits before the plan is reviewed, then at least every 2 months.',
  },
  {
    id: 'C42', startsOn: 'birth', metBy: 'a personal adviser is there until then',
    lengths: cases(['to-21', 'to the 21st birthday', years(21)], ['to-25', 'to the 25th birthday, when the young person asks', years(25)]),
    source: 'Children Act 1989; Children and Social Work Act 2017', citation: 'Children Act 1989, section 23CA', certainty: 'verified-secondary', configurable: 'extend',
    sentence: 'A personal adviser is there to 21, and to 25 when the young person asks.',
  },
  {
    id: 'C43', startsOn: 'birth, for a young person staying put', lengths: always(years(21)), metBy: 'the arrangement is monitored and supported until then',
    source: 'Children Act 1989', citation: 'Children Act 1989, section 23CZA', certainty: 'known', configurable: 'extend',
    sentence: 'A staying put arrangement is monitored and supported to the 21st birthday.',
  },
] as const satisfies readonly ClockDefinition[];
