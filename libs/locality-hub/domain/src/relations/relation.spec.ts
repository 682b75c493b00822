import { Instant, Uuid } from '@permanence/kernel/values';
import fc from 'fast-check';
import { type Relation, type RelationEvent, confirmRelation, declareRelation, evolveRelation, withdrawRelation } from './relation.js';

const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const AT = Instant('2026-09-30T09:41:00.000Z');
const [nadia, owen] = [id(1), id(2)];
const REFERENCE = 'CH-7F3K-2Q9M';
const declare = (standing: readonly Relation[] = [], reference = REFERENCE) => declareRelation(standing, { relationId: id(9), by: nadia, reference, kind: 'own-family', at: AT });
const codeOf = (decision: ReturnType<typeof declare>): string | undefined => (decision.ok ? undefined : decision.refusal.code);
const after = (decision: ReturnType<typeof declare>, relation?: Relation): Relation => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Relation | undefined>(evolveRelation, relation) as Relation;
};
const declared = after(declare());
const confirmed = after(confirmRelation(declared, { by: owen, at: AT }), declared);
const withdrawn = after(withdrawRelation(declared, { by: nadia, at: AT }), declared);

describe('a declared relation', () => {
  it('is taken as said', () => expect(declared).toEqual({ relationId: id(9), by: nadia, reference: REFERENCE, kind: 'own-family', status: 'declared' }));
  it('is declared once while it stands', () => {
    expect(codeOf(declare([declared]))).toBe('ALREADY_DECLARED');
    expect(codeOf(declare([confirmed]))).toBe('ALREADY_DECLARED');
    expect(codeOf(declare([withdrawn]))).toBeUndefined();
    expect(codeOf(declare([declared], 'CH-2222-2222'))).toBeUndefined();
  });
  it('is confirmed by somebody else, once', () => {
    expect(codeOf(confirmRelation(declared, { by: nadia, at: AT }))).toBe('SAME_PERSON');
    expect(confirmed.status).toBe('confirmed');
    expect(codeOf(confirmRelation(confirmed, { by: owen, at: AT }))).toBe('ALREADY_CONFIRMED');
    expect(codeOf(confirmRelation(withdrawn, { by: owen, at: AT }))).toBe('RELATION_WITHDRAWN');
  });
  it('is withdrawn by whoever declared it until a manager has confirmed it', () => {
    expect(withdrawn.status).toBe('withdrawn');
    expect(codeOf(withdrawRelation(confirmed, { by: nadia, at: AT }))).toBe('CONFIRMED_BY_MANAGER');
    expect(after(withdrawRelation(confirmed, { by: owen, at: AT }), confirmed).status).toBe('withdrawn');
    expect(codeOf(withdrawRelation(withdrawn, { by: nadia, at: AT }))).toBe('RELATION_WITHDRAWN');
  });
  it('does not take an event before the first', () => expect(() => evolveRelation(undefined, { type: 'relation-confirmed', relationId: id(1), by: owen, at: AT })).toThrow('never declared'));

  it('never comes back, nor is confirmed by whoever declared it, whatever is done', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('confirm', 'withdraw'), fc.constantFrom(nadia, owen)), { maxLength: 12 }), (acts) => {
      const events: RelationEvent[] = [];
      let relation = declared;
      for (const [act, by] of acts) {
        const decision = (act === 'confirm' ? confirmRelation : withdrawRelation)(relation, { by, at: AT });
        const next = decision.ok ? after(decision, relation) : relation;
        if (relation.status === 'withdrawn') expect(next).toBe(relation);
        if (decision.ok) events.push(...decision.events);
        relation = next;
      }
      expect(events.filter(({ type, by }) => type === 'relation-confirmed' && by === nadia)).toEqual([]);
      expect(events.reduce<Relation | undefined>(evolveRelation, declared)).toEqual(relation);
    })));
});
