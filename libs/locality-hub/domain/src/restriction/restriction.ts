import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type Decision, decided, refuse, unreachable } from '@permanence/kernel/decider';

/** Who may open a record: all in whose reach the child is, or the people named and nobody else. */
export type Restriction =
  | Readonly<{ status: 'open' }>
  | Readonly<{ status: 'restricted'; since: LocalDate; by: string; reason: string; named: readonly Uuid[] }>;

/** `by` is the manager who decides: by name for whoever must ask, and by id, since nobody locks themselves out. */
export type DecideRestriction = Readonly<{ restricted: boolean; named: readonly Uuid[]; reason: string; on: LocalDate; by: Readonly<{ id: Uuid; name: string }> }>;

/** Who of the people named can be: a record opens only to somebody whose role opens records. */
export type RestrictionFacts = Readonly<{ people: ReadonlySet<Uuid> }>;

export type RestrictionEvent =
  | Readonly<{ type: 'record-restricted' | 'record-restriction-changed'; on: LocalDate; by: string; named: readonly Uuid[]; reason: string }>
  | Readonly<{ type: 'record-unrestricted'; on: LocalDate; reason: string }>;

const RULE = 'locality-hub.restriction';
const SHORTEST_REASON = 20;
const LONGEST_REASON = 2000;

/** Restricts a record to named people, changes who they are, or lifts the restriction. Each needs a reason that others can follow. */
export const decideRestriction = (state: Restriction, command: DecideRestriction, facts: RestrictionFacts): Decision<RestrictionEvent> => {
  const reason = command.reason.trim();
  if (reason.length < SHORTEST_REASON) return refuse('REASON_TOO_SHORT', `Say why in at least ${SHORTEST_REASON} characters, so that others can follow it later.`, `${RULE}.1`, 'reason');
  if (reason.length > LONGEST_REASON) return refuse('REASON_TOO_LONG', `Say why in ${LONGEST_REASON} characters at most.`, `${RULE}.1`, 'reason');
  return command.restricted ? restrict(state, { ...command, reason }, facts) : lift(state, { ...command, reason });
};

const restrict = (state: Restriction, { named, reason, on, by }: DecideRestriction, { people }: RestrictionFacts): Decision<RestrictionEvent> => {
  if (named.length === 0) return refuse('NOBODY_NAMED', 'Name at least one person who may open the record.', `${RULE}.2`, 'named');
  if (named.some((id) => !people.has(id))) return refuse('PERSON_NOT_OF_COUNCIL', 'Name people of your council only.', `${RULE}.3`, 'named');
  const all = [...new Set([...named, by.id])].sort();
  if (state.status === 'open') return decided({ type: 'record-restricted', on, by: by.name, named: all, reason });
  return reason === state.reason && sameIds(all, state.named) ? decided() : decided({ type: 'record-restriction-changed', on, by: by.name, named: all, reason });
};

const lift = (state: Restriction, { on, reason }: DecideRestriction): Decision<RestrictionEvent> =>
  state.status === 'open' ? refuse('NOT_RESTRICTED', 'The record is not restricted.', `${RULE}.4`) : decided({ type: 'record-unrestricted', on, reason });

const sameIds = (sorted: readonly Uuid[], others: readonly Uuid[]): boolean => sorted.length === others.length && [...others].sort().every((id, at) => id === sorted[at]);

/** The restriction after an event. `since` stays the day on which it began; the last manager who decided is the one to ask. */
export const evolveRestriction = (state: Restriction, event: RestrictionEvent): Restriction => {
  switch (event.type) {
    case 'record-restricted': return { status: 'restricted', since: event.on, by: event.by, reason: event.reason, named: event.named };
    case 'record-restriction-changed':
      return { status: 'restricted', since: state.status === 'restricted' ? state.since : event.on, by: event.by, reason: event.reason, named: event.named };
    case 'record-unrestricted': return { status: 'open' };
    default: return unreachable(event);
  }
};
