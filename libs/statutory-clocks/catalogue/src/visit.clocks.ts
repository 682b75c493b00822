import { CARE_PLANNING, type ClockDefinition, SPECIFICATION, always, cases, days, hours, months, weeks, workingDays } from './clock-definition.js';

/** Visits to the child, and what is written down about them. */
export const VISIT_CLOCKS = [
  {
    id: 'C01', startsOn: 'a placement starts', lengths: always(days(7)), metBy: 'the first visit',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(2)(a)', certainty: 'verified', configurable: 'no',
    sentence: 'The child is visited within 7 days of the placement starting.',
  },
  {
    id: 'C02', startsOn: 'the last visit in the first year of a placement', lengths: always(weeks(6)), metBy: 'a visit',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(2)(b)', certainty: 'verified', configurable: 'shorten',
    sentence: 'In the first year of a placement the child is visited at least every 6 weeks.',
  },
  {
    id: 'C03', startsOn: 'the last visit after the first year of a placement meant to last until 18', lengths: always(months(3)), metBy: 'a visit',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(2)(c)(i)', certainty: 'verified', configurable: 'shorten',
    sentence: 'After the first year of a placement meant to last until 18, the child is visited at least every 3 months.',
  },
  {
    id: 'C04', startsOn: 'the last visit after the first year of any other placement', lengths: always(weeks(6)), metBy: 'a visit',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(2)(c)(ii)', certainty: 'verified', configurable: 'shorten',
    sentence: 'After the first year of a placement not meant to last until 18, the child is visited at least every 6 weeks.',
  },
  {
    id: 'C05', startsOn: 'the last visit to a child who agrees, a year or more in a long-term foster placement', lengths: always(months(6)), metBy: 'a visit',
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(3A)', certainty: 'verified-secondary', configurable: 'shorten',
    sentence: 'A child settled in long-term foster care who agrees to it is visited at least twice a year.',
  },
  {
    id: 'C06', startsOn: 'the last visit to a child with a connected person approved for a time, or at home under an interim care order', metBy: 'a visit',
    lengths: cases(['to-first-review', 'weekly until the first review', weeks(1)], ['after-first-review', 'then every 4 weeks', weeks(4)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(4)', certainty: 'verified', configurable: 'no',
    sentence: 'Until the first review the child is visited every week, then at least every 4 weeks.',
  },
  {
    id: 'C07', startsOn: 'the last visit to a child placed with a parent before the assessment is complete', metBy: 'a visit',
    lengths: cases(['to-first-review', 'weekly until the first review', weeks(1)], ['after-first-review', 'then every 6 weeks', weeks(6)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(3)', certainty: 'verified', configurable: 'no',
    sentence: 'Until the first review the child is visited every week, then at least every 6 weeks.',
  },
  {
    id: 'C08', startsOn: 'a care order is made while the child lives at home', metBy: 'a visit',
    lengths: cases(['first', 'within a week of the order', days(7)], ['later', 'then every 6 weeks', weeks(6)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(5)', certainty: 'verified', configurable: 'no',
    sentence: 'A child at home is visited within 7 days of the care order, then at least every 6 weeks.',
  },
  {
    id: 'C09', startsOn: 'a living arrangement that another person runs starts or changes', metBy: 'a visit',
    lengths: cases(['first', 'within a week of the start and of each change', days(7)], ['first-year', 'every 6 weeks in the first year', weeks(6)], ['after-first-year', 'every 3 months after that', months(3)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 28(6)', certainty: 'known', configurable: 'no',
    sentence: 'The child is visited within 7 days of the start and of each change, every 6 weeks in the first year, and every 3 months after that.',
  },
  {
    id: 'C10', startsOn: 'the child, the carer or the reviewing officer reasonably asks', lengths: always(workingDays(5)), metBy: 'an extra visit',
    source: `${CARE_PLANNING}: a duty without a length`, citation: 'SI 2010/959, regulation 28(7)', certainty: 'known', configurable: 'yes',
    sentence: 'A visit that is reasonably asked for is made within 5 working days (a local default).',
  },
  {
    id: 'C11', startsOn: 'the first placement of a series of short breaks', metBy: 'a visit on a day when the child is placed',
    lengths: cases(['first', 'within the first 7 days of placement', days(7)], ['later', 'then every 6 months', months(6)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 48', certainty: 'known', configurable: 'no',
    sentence: 'A child on short breaks is visited in the first 7 days of placement, then every 6 months.',
  },
  {
    id: 'C12', startsOn: 'something happens that belongs on the record', lengths: always(hours(72)), metBy: 'the case record is written',
    source: SPECIFICATION, citation: 'Sections 14.1.1 and 16.2.1', certainty: 'verified', configurable: 'shorten',
    sentence: 'What happened is on the record within 72 hours.',
  },
] as const satisfies readonly ClockDefinition[];
