import { type Decision, decided, refuse, unreachable } from '@permanence/kernel/decider';
import type { Instant, Uuid } from '@permanence/kernel/values';

/** What a child is to somebody who works with records. */
export const RELATION_KINDS = ['own-family', 'friend-or-neighbour', 'colleagues-child'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A relation that a person declared. Looks at the record raise an alert from its declaration on, until it is withdrawn. */
export type Relation = Readonly<{ relationId: Uuid; by: Uuid; reference: string; kind: RelationKind; status: 'declared' | 'confirmed' | 'withdrawn' }>;

export type RelationEvent =
  | Readonly<{ type: 'relation-declared'; relationId: Uuid; by: Uuid; reference: string; kind: RelationKind; at: Instant }>
  | Readonly<{ type: 'relation-confirmed' | 'relation-withdrawn'; relationId: Uuid; by: Uuid; at: Instant }>;

const RULE = 'locality-hub.relation';

export type DeclareRelation = Readonly<{ relationId: Uuid; by: Uuid; reference: string; kind: RelationKind; at: Instant }>;

/** Takes what is said, whether or not a record has this reference: an answer must not tell. `standing`: what the person has declared and not withdrawn. */
export const declareRelation = (standing: readonly Relation[], { relationId, by, reference, kind, at }: DeclareRelation): Decision<RelationEvent> =>
  standing.some((relation) => relation.reference === reference && relation.status !== 'withdrawn')
    ? refuse('ALREADY_DECLARED', 'You have declared this reference before. Withdraw it first if it was wrong.', `${RULE}.1`, 'reference')
    : decided({ type: 'relation-declared', relationId, by, reference, kind, at });

type ByWhom = Readonly<{ by: Uuid; at: Instant }>;

/** A manager confirms what somebody else declared. */
export const confirmRelation = (relation: Relation, { by, at }: ByWhom): Decision<RelationEvent> => {
  if (by === relation.by) return refuse('SAME_PERSON', 'This is your own. Ask another manager to confirm it.', `${RULE}.2`);
  if (relation.status === 'withdrawn') return refuse('RELATION_WITHDRAWN', 'This was withdrawn.', `${RULE}.3`);
  return relation.status === 'confirmed' ? refuse('ALREADY_CONFIRMED', 'This was confirmed before.', `${RULE}.4`) : decided({ type: 'relation-confirmed', relationId: relation.relationId, by, at });
};

/** Takes a relation back. What a manager has confirmed, a manager takes back: never whoever declared it. */
export const withdrawRelation = (relation: Relation, { by, at }: ByWhom): Decision<RelationEvent> => {
  if (relation.status === 'withdrawn') return refuse('RELATION_WITHDRAWN', 'This was withdrawn.', `${RULE}.3`);
  if (relation.status === 'confirmed' && by === relation.by) return refuse('CONFIRMED_BY_MANAGER', 'A manager has confirmed this, so a manager must withdraw it.', `${RULE}.5`);
  return decided({ type: 'relation-withdrawn', relationId: relation.relationId, by, at });
};

/** The relation after an event; undefined before its first. */
export const evolveRelation = (relation: Relation | undefined, event: RelationEvent): Relation => {
  if (event.type === 'relation-declared') return { relationId: event.relationId, by: event.by, reference: event.reference, kind: event.kind, status: 'declared' };
  if (relation === undefined) throw new Error(`${event.type} of what was never declared`);
  switch (event.type) {
    case 'relation-confirmed': return { ...relation, status: 'confirmed' };
    case 'relation-withdrawn': return { ...relation, status: 'withdrawn' };
    default: return unreachable(event);
  }
};
