import { CARE_PLANNING, type ClockDefinition, SPECIFICATION, always, cases, days, hours, months, workingDays } from './clock-definition.js';

const RETURN = 'Children looked-after return of the Department for Education';

/** Moves, missing, allegations, orders that run out, escalation. */
export const PLACEMENT_AND_SAFETY_CLOCKS = [
  {
    id: 'C28', startsOn: 'the child moves', lengths: always(hours(24)), metBy: 'the move is recorded',
    source: SPECIFICATION, citation: 'Section 16.2.2', certainty: 'verified', configurable: 'no',
    sentence: 'A move is recorded within 24 hours.',
  },
  {
    id: 'C29', startsOn: 'the child moves in exceptional circumstances, with a reason', lengths: always(hours(72)), metBy: 'the move is recorded',
    source: SPECIFICATION, citation: 'Section 16.2.2', certainty: 'verified', configurable: 'no',
    sentence: 'Where there is a special reason, a move is put on record within 72 hours, and the reason with it.',
  },
  {
    id: 'C30', startsOn: 'a weekend or bank holiday ends', lengths: always(workingDays(1)), metBy: 'moves made out of hours are reconciled',
    source: SPECIFICATION, citation: 'Section 16.2.2', certainty: 'verified', configurable: 'no',
    sentence: 'Moves made out of hours are reconciled on the first working day.',
  },
  {
    id: 'C31', startsOn: 'a placement outside the area starts', metBy: 'written notice to the authority of the area',
    lengths: cases(['emergency', 'an emergency', workingDays(5)], ['planned', 'any other placement: before it']),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 13(4)', certainty: 'verified', configurable: 'no',
    sentence: 'The authority of the area is told before the placement, or within 5 working days of an emergency.',
  },
  {
    id: 'C32', startsOn: 'a missing child is found or returns', lengths: always(hours(72)), metBy: 'the return home interview',
    source: 'Statutory guidance on children who run away or go missing from home or care', citation: 'DfE statutory guidance, 2014', certainty: 'verified-secondary', configurable: 'no',
    sentence: 'The return home interview is held within 72 hours.',
  },
  {
    id: 'C33', startsOn: 'a permanent placement ends unplanned', lengths: always(months(3)), metBy: 'the hand-back, the same worker staying until then',
    source: SPECIFICATION, citation: 'Section 10', certainty: 'verified', configurable: 'shorten',
    sentence: 'The same worker stays for up to 3 months after a permanent placement ends unplanned.',
  },
  {
    id: 'C34', startsOn: 'the case file is signed off', lengths: always(days(14)), metBy: 'responsibility is handed over, else the sign-off lapses',
    source: 'None: a local rule', citation: 'None', certainty: 'local', configurable: 'yes',
    sentence: 'The sign-off of a case file lapses after 14 days (a local default).',
  },
  {
    id: 'C35', startsOn: 'a child is placed with a parent before the assessment is complete', metBy: 'the assessment, then the decision',
    lengths: cases(['assessment', 'the assessment', workingDays(10)], ['decision', 'the decision', workingDays(20)]),
    source: CARE_PLANNING, citation: 'SI 2010/959, regulation 19', certainty: 'known', configurable: 'no',
    sentence: 'The assessment is complete within 10 working days, and the decision is made within 10 more.',
  },
  {
    id: 'C36', startsOn: 'the child goes home', metBy: 'the outcome is recorded',
    lengths: cases(['6m', 'after 6 months', months(6)], ['12m', 'after 12 months', months(12)]),
    source: SPECIFICATION, citation: 'Section 16.2', certainty: 'verified', configurable: 'no',
    sentence: 'Where the child lives is recorded 6 and 12 months after going home.',
  },
  {
    id: 'C44', startsOn: 'a child in a delegated placement makes an allegation', lengths: always(hours(72)), metBy: 'the council is told, with the safeguarding action',
    source: SPECIFICATION, citation: 'Section 10', certainty: 'verified', configurable: 'shorten',
    sentence: 'The council is told of the allegation and of the safeguarding action within 72 hours.',
  },
  {
    id: 'C45', startsOn: 'a physical intervention', lengths: always(workingDays(1)), metBy: 'written notice to the worker and the team manager',
    source: SPECIFICATION, citation: 'Section 14.1.2', certainty: 'verified', configurable: 'no',
    sentence: 'Worker and team manager have written notice on the first working day after.',
  },
  {
    id: 'C46', startsOn: 'an allegation against a carer or a member of staff', lengths: always(workingDays(1)), metBy: 'the referral to the designated officer',
    source: 'Working Together to Safeguard Children', citation: 'Statutory guidance', certainty: 'known', configurable: 'no',
    sentence: 'The designated officer is told within 1 working day.',
  },
  {
    id: 'C47', startsOn: '1 April and 1 October', lengths: always(months(6)), metBy: 'a report on the themes of feedback',
    source: SPECIFICATION, citation: 'Section 16.2.3', certainty: 'verified', configurable: 'no',
    sentence: 'The themes of feedback are reported every 6 months.',
  },
  {
    id: 'C48', startsOn: 'a step of an escalation is opened', metBy: 'the outcome of the step',
    lengths: cases(['usual', 'usually', workingDays(5)], ['urgent', 'when it is urgent', workingDays(1)]),
    source: 'None: a local rule', citation: 'None', certainty: 'local', configurable: 'yes',
    sentence: 'Each step of an escalation is answered within 5 working days, or 1 when it is urgent (a local default).',
  },
  {
    id: 'C49', startsOn: 'an order for the child’s protection is made', metBy: 'the order ends',
    lengths: cases(['L2', 'emergency protection order', days(8)], ['L2-extended', 'emergency protection order, extended once', days(15)], ['L1', 'police protection', hours(72)], ['L3', 'child assessment order', days(7)]),
    source: 'Children Act 1989', citation: 'Children Act 1989, sections 43, 45 and 46', certainty: 'known', configurable: 'no',
    sentence: 'Police protection ends after 72 hours, an emergency protection order after 8 days (once 7 more), a child assessment order after 7.',
  },
  {
    id: 'C50', startsOn: 'a short break', metBy: 'the break ends',
    lengths: cases(['break', 'each break', days(17)], ['year', '75 days in all in 12 months', months(12)]),
    source: `${CARE_PLANNING}; ${RETURN}`, citation: 'SI 2010/959, regulation 48; SSDA903 rules 365 and 367', certainty: 'known', configurable: 'no',
    sentence: 'A short break lasts 17 days at most, and all of them 75 days in 12 months.',
  },
  {
    id: 'C51', startsOn: 'a temporary absence from the placement', metBy: 'the child returns to the former placement',
    lengths: cases(['T1', 'in hospital', days(42)], ['T3', 'the carers are on holiday', days(21)], ['T4', 'any other reason', days(7)]),
    source: RETURN, citation: 'SSDA903 rules 375, 376 and 379', certainty: 'verified', configurable: 'no',
    sentence: 'The child returns within 42 days from hospital, 21 days when the carers are on holiday, 7 days otherwise.',
  },
] as const satisfies readonly ClockDefinition[];
