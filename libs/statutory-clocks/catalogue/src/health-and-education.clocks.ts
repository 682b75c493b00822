import { CARE_PLANNING, type ClockDefinition, SPECIFICATION, always, cases, months, workingDays } from './clock-definition.js';

/** Health, wellbeing and education. */
export const HEALTH_AND_EDUCATION_CLOCKS = [
  {
    id: 'C21', startsOn: 'the child becomes looked after', lengths: always(workingDays(1)), metBy: 'the health team is told, with the consent papers',
    source: `${SPECIFICATION}: a duty without a length`, citation: 'Section 7.1', certainty: 'local', configurable: 'yes',
    sentence: 'The health team is told within 1 working day (a local default).',
  },
  {
    id: 'C22', startsOn: 'the child becomes looked after', lengths: always(workingDays(20)), metBy: 'the initial health assessment',
    source: SPECIFICATION, citation: 'Section 7.1', certainty: 'verified', configurable: 'no',
    sentence: 'The initial health assessment is due within 20 working days of the child becoming looked after.',
  },
  {
    id: 'C23', startsOn: 'the last health assessment', metBy: 'a review health assessment',
    lengths: cases(['under-5', 'before the 5th birthday', months(6)], ['from-5', 'from the 5th birthday', months(12)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 7(3)', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'Health is assessed again every 6 months before the 5th birthday and every 12 months after it.',
  },
  {
    id: 'C24', startsOn: 'the last dental check of a child aged 3 to 17', lengths: always(months(12)), metBy: 'a dental check',
    source: `${SPECIFICATION}; Peterborough performance report 2016`, citation: 'Section 16.2; paragraph 4.47', certainty: 'verified', configurable: 'no',
    sentence: 'Teeth are checked every 12 months.',
  },
  {
    id: 'C25', startsOn: 'the last strengths and difficulties questionnaire of a child aged 4 to 16', lengths: always(months(12)), metBy: 'a score, or the reason for none',
    source: 'Children looked-after return of the Department for Education', citation: 'SSDA903, OC2', certainty: 'verified', configurable: 'no',
    sentence: 'The strengths and difficulties questionnaire is scored every 12 months, and reported for children looked after for 12 months or more.',
  },
  {
    id: 'C26', startsOn: 'the child becomes looked after', metBy: 'the first personal education plan',
    lengths: cases(['emergency', 'an entry in an emergency', workingDays(10)], ['planned', 'a planned entry: begun before it']),
    source: 'Statutory guidance on promoting the education of looked-after children', citation: 'DfE statutory guidance, 2018', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'The personal education plan is begun before a planned entry, or within 10 working days of an emergency. It is ready for the first review.',
  },
  {
    id: 'C27', startsOn: 'a school term', lengths: cases(['term', 'once in each term']), metBy: 'a review of the personal education plan',
    source: 'Statutory guidance on promoting the education of looked-after children', citation: 'DfE statutory guidance, 2018', certainty: 'known', configurable: 'term-dates',
    sentence: 'The personal education plan is reviewed each term.',
  },
] as const satisfies readonly ClockDefinition[];
