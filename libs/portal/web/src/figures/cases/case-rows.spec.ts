import { LocalDate, Uuid } from '@permanence/kernel/values';
import type { IndicatorCase } from '../../api/regional-hub.js';
import { casesTable } from './case-rows.js';

const ID = Uuid('0b0e5a3c-63c2-4b0f-9d31-2f6f0a3c7d11');

/** What the table says of why a case counts. */
const why = (facts: IndicatorCase['facts']): unknown => casesTable('The cases', [{ id: ID, childId: ID, on: LocalDate('2026-09-30'), facts }], [], LocalDate('2026-10-05')).rows[0]?.[2];

describe('why a case counts, from what the council recorded', () => {
  it.each<[string, IndicatorCase['facts'], string]>([
    ['a child who is harder to place', { reasons: 'age-5-plus, bme, therapeutic-needs', daysWaiting: 1241 }, 'Harder to place: Aged 5 or over, ethnic group and therapeutic needs. Days since the decision: 1,241'],
    ['a visit', { lastVisitOn: '2026-08-18', dueOn: '2026-09-29', daysLate: 1 }, 'Last seen on: 18 August 2026. Due on: 29 September 2026. Days late: 1'],
    ['a move', { part: 'start', recorded: 'in time', exception: 'bank-holiday' }, 'What changed: the start. Recorded: in time. Reason for more time: a bank holiday'],
    ['a care leaver', { status: 'former-relevant', activity: 'G6', inTouch: 'YES', accommodation: 'U' }, 'Care leaver: former relevant. Activity: none, because of pregnancy or parenting. Contact: in touch. Accommodation: independent living'],
    ['an assessment that was not made', { enteredCareOn: '2026-07-06', heldOn: null }, 'Entered care on: 6 July 2026. Held on: not recorded'],
    ['a code of next year', { accommodation: 'Q' }, 'Accommodation: Q'],
  ])('%s', (_what, facts, words) => expect(JSON.stringify(why(facts))).toContain(words));
});
