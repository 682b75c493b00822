import { CARE_PLANNING, type ClockDefinition, SPECIFICATION, always, cases, months, workingDays } from './clock-definition.js';

/** Reviews, the plan that they agree, and what the reviewing officer asks for. */
export const REVIEW_CLOCKS = [
  {
    id: 'C13', startsOn: 'the child becomes looked after', lengths: always(workingDays(20)), metBy: 'the first review is held',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 33(1)', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'The first review is due within 20 working days of the child becoming looked after.',
  },
  {
    id: 'C14', startsOn: 'the first review is held', lengths: always(months(3)), metBy: 'the second review is held',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 33(2)', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'The second review is due within 3 months of the first.',
  },
  {
    id: 'C15', startsOn: 'the second or a later review is held', lengths: always(months(6)), metBy: 'the next review is held',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 33(2)', certainty: 'known', configurable: 'shorten',
    sentence: 'Each later review is due within 6 months of the one before.',
  },
  {
    id: 'C16', startsOn: 'a review of a child a year or more in a long-term foster placement', metBy: 'a review meeting is held',
    lengths: cases(['meeting', 'at least one meeting a year', months(12)], ['consider', 'whether a meeting is needed is considered each time']),
    source: `${CARE_PLANNING}, as amended in 2015`, citation: 'SI 2015/495, regulation 5', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'For a child settled in long-term foster care, a review meeting is held at least once a year.',
  },
  {
    id: 'C17', startsOn: 'a review is held', metBy: 'its decisions, its record and the distribution of both',
    lengths: cases(['decisions', 'the decisions', workingDays(5)], ['record', 'the full record', workingDays(15)], ['distribution', 'its distribution', workingDays(20)]),
    source: 'Independent Reviewing Officers’ Handbook', citation: 'IRO Handbook 2010', certainty: 'known', configurable: 'yes',
    sentence: 'What a review decided is written down within 5 working days. Its record is due within 15 and is sent out within 20.',
  },
  {
    id: 'C18', startsOn: 'the child becomes looked after', metBy: 'a permanence plan is agreed',
    lengths: cases(['backstop', 'at the second review, and within 4 months at the latest', months(4)]),
    source: 'Statutory guidance on care planning and case review', citation: 'Children Act 1989 guidance and regulations, volume 2', certainty: 'known', configurable: 'shorten',
    sentence: 'A plan for permanence is agreed at the second review. It is agreed within 4 months of the day the child became looked after at the latest.',
  },
  {
    id: 'C19', startsOn: 'the reviewing officer raises an alert', lengths: always(workingDays(5)), metBy: 'the alert is answered',
    source: `${SPECIFICATION}: a required timeframe without a number`, citation: 'Section 16.2.3', certainty: 'local', configurable: 'yes',
    sentence: 'An alert of the reviewing officer is answered within 5 working days (a local default).',
  },
  {
    id: 'C20', startsOn: 'a formal dispute is opened', lengths: always(workingDays(20)), metBy: 'the dispute is resolved',
    source: 'Independent Reviewing Officers’ Handbook', citation: 'IRO Handbook 2010', certainty: 'known', configurable: 'shorten',
    sentence: 'A formal dispute is resolved within 20 working days in all.',
  },
] as const satisfies readonly ClockDefinition[];
