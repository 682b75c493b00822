import fc from 'fast-check';
import { LocalDate } from '@permanence/kernel/values';
import { type Agreement, type AgreementEvent, ENDINGS, OFFICES, evolveAgreement, isSignedByAll } from './agreement.js';
import { type AgreementCommand, decideAgreement } from './decide-agreement.js';
import { SHROPSHIRE, STOKE, TELFORD, drafted, field, person, signedByAll, terms } from './sharing.fixture.js';

const after = (...events: AgreementEvent[]): Agreement => events.reduce<Agreement>(evolveAgreement, { status: 'none' });
const on = (day: string) => LocalDate(day);

/** The code of a refusal, or the events' names. */
const outcome = (state: Agreement, command: AgreementCommand): string => {
  const decision = decideAgreement(state, command);
  return decision.ok ? decision.events.map(({ type }) => type).join(' ') : decision.refusal.code;
};

const draft = (more: Parameters<typeof terms>[0] = {}, isAnotherOpen = false): AgreementCommand => ({ type: 'draft', on: on('2026-09-01'), terms: terms(more), isAnotherOpen });
const sign = (party = SHROPSHIRE, office: (typeof OFFICES)[number] = 'information-owner', by = 'Theodora'): AgreementCommand => ({ type: 'sign', on: on('2026-09-10'), party, office, person: person(by) });
const start = (day = '2026-10-01'): AgreementCommand => ({ type: 'bring-into-force', on: on(day) });
const review = (more: Partial<Extract<AgreementCommand, { type: 'review' }>> = {}): AgreementCommand => ({ type: 'review', on: on('2027-09-20'), party: STOKE, office: 'data-protection-officer', reviewOn: on('2028-09-20'), ...more });
const end = (ending: (typeof ENDINGS)[number], party = STOKE): AgreementCommand => ({ type: 'end', on: on('2027-01-04'), ending, ...(ending === 'by-party' ? { party } : {}) });

const DRAFT = after(drafted());
const SIGNED = after(drafted(), ...signedByAll());
const IN_FORCE = after(drafted(), ...signedByAll(), { type: 'sharing-agreement-in-force', on: on('2026-10-01') });

describe('the sharing agreement', () => {
  it('is drafted, signed by both offices of every council, and in force on its first day', () => {
    expect(outcome({ status: 'none' }, draft())).toBe('sharing-agreement-drafted');
    expect(outcome(DRAFT, sign())).toBe('sharing-agreement-signed');
    expect(SIGNED.status).toBe('signed');
    expect(outcome(SIGNED, start())).toBe('sharing-agreement-in-force');
    expect(IN_FORCE).toMatchObject({ status: 'in-force', inForceOn: '2026-10-01' });
  });

  it.each<readonly [code: string, state: Agreement, command: AgreementCommand]>([
    ['AGREEMENT_NOT_DRAFTED', { status: 'none' }, sign()],
    ['DRAFT_ALREADY_OPEN', { status: 'none' }, draft({}, true)],
    ['DRAFT_ALREADY_OPEN', DRAFT, draft()],
    ['FIELD_NEVER_SHARED', { status: 'none' }, draft({ fields: [field('birth-mother.address')] })],
    ['FIELD_NEVER_SHARED', { status: 'none' }, draft({ fields: [field('child.nhsNumber', { level: 'L2' })] })],
    ['FIELD_NAMED_TWICE', { status: 'none' }, draft({ fields: [field('child.sex'), field('child.sex')] })],
    ['ENDS_BEFORE_START', { status: 'none' }, draft({ endsOn: on('2026-09-30') })],
    ['REVIEW_TOO_SOON', { status: 'none' }, draft({ reviewOn: on('2026-10-01') })],
    ['REVIEW_TOO_LATE', { status: 'none' }, draft({ reviewOn: on('2027-10-02') })],
    ['AGREEMENT_INCOMPLETE', after(drafted({ fields: [field('child.sex', { justification: ' ' })] })), sign()],
    ['AGREEMENT_INCOMPLETE', after(drafted(), ...signedByAll().slice(1)), start()],
    ['NOT_A_PARTY', DRAFT, sign(TELFORD)],
    ['ALREADY_SIGNED', after(drafted(), ...signedByAll().slice(0, 1)), sign()],
    ['SIGNED_BY_SAME_PERSON', after(drafted(), { type: 'sharing-agreement-signed', on: on('2026-09-10'), party: SHROPSHIRE, office: 'information-owner', person: person('Theodora') }), sign(SHROPSHIRE, 'data-protection-officer')],
    ['NOT_OPEN_TO_SIGN', after(drafted(), { type: 'sharing-agreement-ended', on: on('2026-09-09'), ending: 'discarded' }), sign()],
    ['AGREEMENT_NOT_STARTED', SIGNED, start('2026-09-30')],
    ['NOT_WAITING_TO_START', IN_FORCE, start()],
    ['REVIEW_BY_OTHER_OFFICE', IN_FORCE, review({ office: 'information-owner' })],
    ['REVIEW_TOO_LATE', IN_FORCE, review({ reviewOn: on('2028-09-21') })],
    ['REVIEW_TOO_SOON', IN_FORCE, review({ reviewOn: on('2027-09-20') })],
    ['NOT_A_PARTY', IN_FORCE, review({ party: TELFORD })],
    ['AGREEMENT_NOT_IN_FORCE', SIGNED, review()],
    ['AGREEMENT_NOT_IN_FORCE', SIGNED, end('by-party')],
    ['NOT_A_PARTY', IN_FORCE, end('by-party', TELFORD)],
    ['NOT_OPEN_TO_DISCARD', IN_FORCE, end('discarded')],
  ])('refuses with %s', (code, state, command) => expect(outcome(state, command)).toBe(code));

  it('is reviewed within 12 months, and ends when a council says so', () => {
    expect(outcome(IN_FORCE, review())).toBe('sharing-agreement-reviewed');
    expect(outcome(IN_FORCE, end('by-party'))).toBe('sharing-agreement-ended');
    expect(outcome(DRAFT, end('discarded'))).toBe('sharing-agreement-ended');
  });

  const day = fc.integer({ min: 0, max: 600 }).map((n) => on(new Date(Date.UTC(2026, 8, 1) + n * 86_400_000).toISOString().slice(0, 10)));
  const party = fc.constantFrom(SHROPSHIRE, STOKE, TELFORD);
  const command: fc.Arbitrary<AgreementCommand> = fc.oneof(
    fc.record({ type: fc.constant('draft' as const), on: day, terms: fc.constant(terms()), isAnotherOpen: fc.boolean() }),
    fc.record({ type: fc.constant('sign' as const), on: day, party, office: fc.constantFrom(...OFFICES), person: fc.constantFrom('a', 'b', 'c', 'd', 'e').map(person) }),
    fc.record({ type: fc.constant('bring-into-force' as const), on: day }),
    fc.record({ type: fc.constant('review' as const), on: day, party, office: fc.constantFrom(...OFFICES), reviewOn: day }),
    fc.record({ type: fc.constant('end' as const), on: day, ending: fc.constantFrom(...ENDINGS), party }),
  );

  it('is never in force without every signature, and never comes back when it has ended, whatever is commanded', () =>
    fc.assert(fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      let state: Agreement = { status: 'none' };
      for (const each of commands) {
        const decision = decideAgreement(state, each);
        const next: Agreement = decision.ok ? decision.events.reduce<Agreement>(evolveAgreement, state) : state;
        if (next.status === 'in-force') expect(isSignedByAll(next.terms, next.signatures)).toBe(true);
        if (state.status === 'ended') expect(next).toEqual(state);
        if (next.status !== 'none') expect(new Set(next.signatures.map(({ person: by }) => by)).size).toBe(next.signatures.length);
        state = next;
      }
    })));
});
