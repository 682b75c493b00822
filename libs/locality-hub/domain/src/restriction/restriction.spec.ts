import { LocalDate, Uuid } from '@permanence/kernel/values';
import { type DecideRestriction, type Restriction, decideRestriction, evolveRestriction } from './restriction.js';

const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const REASON = 'A relative of the family works in this council.';
const people = new Set([id(1), id(2), id(9)]);
const open: Restriction = { status: 'open' };
const shut: Restriction = { status: 'restricted', since: LocalDate('2026-09-01'), by: 'Owen Brackley', reason: REASON, named: [id(1), id(9)] };
const command = (more: Partial<DecideRestriction> = {}): DecideRestriction => ({ restricted: true, named: [id(1)], reason: REASON, on: LocalDate('2026-09-30'), by: { id: id(9), name: 'Owen Brackley' }, ...more });
const codeOf = (state: Restriction, more: Partial<DecideRestriction>): string | undefined => {
  const decision = decideRestriction(state, command(more), { people });
  return decision.ok ? undefined : decision.refusal.code;
};
const after = (state: Restriction, more: Partial<DecideRestriction> = {}): Restriction => {
  const decision = decideRestriction(state, command(more), { people });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(evolveRestriction, state);
};

describe('a restriction', () => {
  it('has a reason that others can follow', () => {
    expect(codeOf(open, { reason: 'Family works here.  ' })).toBe('REASON_TOO_SHORT');
    expect(codeOf(open, { reason: 'x'.repeat(2001) })).toBe('REASON_TOO_LONG');
    expect(codeOf(shut, { restricted: false, reason: '' })).toBe('REASON_TOO_SHORT');
    expect(codeOf(open, { reason: '12345678901234567890' })).toBeUndefined();
  });
  it('names somebody', () => expect(codeOf(open, { named: [] })).toBe('NOBODY_NAMED'));
  it('names people of the council', () => expect(codeOf(open, { named: [id(1), id(3)] })).toBe('PERSON_NOT_OF_COUNCIL'));
  it('is lifted where there is one', () => expect(codeOf(open, { restricted: false })).toBe('NOT_RESTRICTED'));
  it('leaves the manager who decides inside', () => expect(after(open)).toEqual({ status: 'restricted', since: '2026-09-30', by: 'Owen Brackley', reason: REASON, named: [id(1), id(9)] }));
  it('keeps its first day when others are named', () => expect(after(shut, { named: [id(2)] })).toMatchObject({ since: '2026-09-01', named: [id(2), id(9)] }));
  it('can begin again with other people', () => expect(evolveRestriction(open, { type: 'record-restriction-changed', on: LocalDate('2026-09-30'), by: 'Owen Brackley', named: [id(1)], reason: REASON })).toMatchObject({ since: '2026-09-30' }));
  it('says nothing new when nothing is', () => expect(decideRestriction(shut, command(), { people })).toEqual({ ok: true, events: [] }));
  it('says something new when only the reason is', () => expect(decideRestriction(shut, command({ reason: `${REASON} Until May.` }), { people })).toMatchObject({ events: [{ type: 'record-restriction-changed' }] }));
  it('ends', () => expect(after(shut, { restricted: false, named: [] })).toEqual({ status: 'open' }));
});
