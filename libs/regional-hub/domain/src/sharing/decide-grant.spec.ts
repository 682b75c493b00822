import fc from 'fast-check';
import { LocalDate, daysBetween } from '@permanence/kernel/values';
import { type Grant, type GrantEvent, evolveGrant, isInForce } from './grant.js';
import { type GrantCommand, decideGrant } from './decide-grant.js';
import { FieldName } from './shared-field.js';
import { SHROPSHIRE, STOKE, person } from './sharing.fixture.js';

const FIRST_NAME = FieldName('locality-hub.profile.firstName');
const AGE = FieldName('locality-hub.profile.age');
const MOTHERS_ADDRESS = FieldName('locality-hub.birth-mother.address');
const shareable = new Set([FIRST_NAME, AGE]);
const on = (day: string) => LocalDate(day);

const worker = { id: person('Petra'), council: STOKE };
const ownManager = { id: person('Dilys'), council: STOKE };
const manager = { id: person('Ruth'), council: SHROPSHIRE };

type Of<T extends GrantCommand['type']> = Extract<GrantCommand, { type: T }>;
const ask = (more: Partial<Of<'ask'>> = {}): GrantCommand => ({ type: 'ask', on: on('2026-10-05'), by: worker, childsCouncil: SHROPSHIRE, purpose: 'family-finding', isAnotherOpen: false, ...more });
const grant = (more: Partial<Of<'grant'>> = {}): GrantCommand => ({ type: 'grant', on: on('2026-10-05'), by: manager, fields: [FIRST_NAME, AGE], days: 28, shareable, ...more });
const refuseIt = (by = manager): GrantCommand => ({ type: 'refuse', on: on('2026-10-05'), by, reason: 'not-ready' });
const revoke = (by = manager): GrantCommand => ({ type: 'revoke', on: on('2026-10-10'), by });
const expire = (day: string): GrantCommand => ({ type: 'expire', on: on(day) });

const after = (...commands: GrantCommand[]): Grant => commands.reduce<Grant>((state, command) => {
  const decision = decideGrant(state, command);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Grant>(evolveGrant, state);
}, { status: 'none' });

const outcome = (state: Grant, command: GrantCommand): string => {
  const decision = decideGrant(state, command);
  return decision.ok ? decision.events.map(({ type }: GrantEvent) => type).join(' ') : decision.refusal.code;
};

const NONE: Grant = { status: 'none' };

describe('a grant to see a profile', () => {
  it('asked for and granted on 5 October 2026 lasts to 2 November and not to the 3rd (scenario 5)', () => {
    const granted = after(ask(), grant());
    expect(granted).toMatchObject({ status: 'granted', expiresOn: '2026-11-02', fields: [FIRST_NAME, AGE] });
    expect([isInForce(granted, on('2026-11-02')), isInForce(granted, on('2026-11-03'))]).toEqual([true, false]);
    expect(outcome(granted, expire('2026-11-03'))).toBe('disclosure-ended');
  });

  it.each<readonly [code: string, state: Grant, command: GrantCommand]>([
    ['PURPOSE_REQUIRED', NONE, ask({ purpose: undefined })],
    ['CHILD_OF_OWN_COUNCIL', NONE, ask({ childsCouncil: STOKE })],
    ['ALREADY_ASKED', NONE, ask({ isAnotherOpen: true })],
    ['ALREADY_ASKED', after(ask()), ask()],
    ['NOT_ASKED_FOR', NONE, grant()],
    ['GRANT_BY_WRONG_AUTHORITY', after(ask()), grant({ by: ownManager })],
    ['GRANT_BY_WRONG_AUTHORITY', after(ask()), refuseIt(ownManager)],
    ['GRANT_BY_WRONG_AUTHORITY', after(ask(), grant()), revoke(ownManager)],
    ['GRANT_TOO_LONG', after(ask()), grant({ days: 60 })],
    ['GRANT_TOO_LONG', after(ask()), grant({ days: 29 })],
    ['FIELD_NEVER_SHARED', after(ask()), grant({ fields: [FIRST_NAME, MOTHERS_ADDRESS] })],
    ['FIELD_NOT_SHAREABLE', after(ask()), grant({ fields: [FieldName('locality-hub.child.birthDate')] })],
    ['FIELD_NOT_SHAREABLE', after(ask()), grant({ shareable: new Set() })],
    ['FIELDS_REQUIRED', after(ask()), grant({ fields: [] })],
    ['NOT_WAITING', after(ask(), grant()), grant()],
    ['NOT_WAITING', after(ask(), refuseIt()), refuseIt()],
    ['NOT_GRANTED', after(ask()), revoke()],
    ['NOT_GRANTED', after(ask(), grant(), revoke()), revoke()],
    ['NOT_GRANTED', after(ask()), expire('2026-12-01')],
    ['GRANT_STILL_IN_FORCE', after(ask(), grant()), expire('2026-11-02')],
  ])('refuses with %s', (code, state, command) => expect(outcome(state, command)).toBe(code));

  it('is refused or ended early by a manager of the child’s council', () => {
    expect(after(ask(), refuseIt())).toMatchObject({ status: 'refused', reason: 'not-ready' });
    expect(after(ask(), grant(), revoke())).toMatchObject({ status: 'ended', how: 'revoked', endedOn: '2026-10-10' });
  });

  const day = fc.integer({ min: 0, max: 90 }).map((n) => on(new Date(Date.UTC(2026, 9, 1) + n * 86_400_000).toISOString().slice(0, 10)));
  const by = fc.constantFrom(worker, ownManager, manager);
  const command: fc.Arbitrary<GrantCommand> = fc.oneof(
    fc.record({ on: day, by, isAnotherOpen: fc.boolean() }).map((more) => ask(more)),
    fc.record({ on: day, by, days: fc.integer({ min: 1, max: 90 }), fields: fc.subarray([FIRST_NAME, AGE, MOTHERS_ADDRESS, FieldName('locality-hub.child.upn')]) }).map((more) => grant(more)),
    by.map(refuseIt), by.map(revoke), day.map((each): GrantCommand => ({ type: 'expire', on: each })),
  );

  it('never lasts over 28 days, never names what is never shared, and never opens again, whatever is commanded', () =>
    fc.assert(fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let state: Grant = NONE;
      for (const each of commands) {
        const decision = decideGrant(state, each);
        const next: Grant = decision.ok ? decision.events.reduce<Grant>(evolveGrant, state) : state;
        if (next.status === 'granted') {
          expect(daysBetween(next.grantedOn, next.expiresOn)).toBeLessThanOrEqual(28);
          expect(next.fields.every((name) => shareable.has(name))).toBe(true);
          expect(next.grantedBy).toBe(manager.id);
        }
        if (state.status === 'ended' || state.status === 'refused') expect(next).toEqual(state);
        state = next;
      }
    })));
});
