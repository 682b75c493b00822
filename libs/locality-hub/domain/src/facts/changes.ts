import type { Uuid } from '@permanence/kernel/values';
import type { Fact, KnownFact } from './fact.js';
import { pairedBySpan } from './moved-spans.js';
import { sameFact } from './same-fact.js';

/** What must be recorded so that the log states the facts as they are now known. `corrects` is the event that it takes the place of. */
export type FactChange =
  | Readonly<{ kind: 'new'; fact: Fact }>
  | Readonly<{ kind: 'corrected'; fact: Fact; corrects: Uuid }>
  /** The earlier fact, which no row bears out any more. */
  | Readonly<{ kind: 'withdrawn'; fact: Fact; corrects: Uuid }>;

/**
 * The difference between the facts as logged and as the rows give them now, paired by key.
 * A care period or a stay whose start moved, but which overlaps the earlier one, is a correction of it, not another.
 */
export const changes = (before: readonly KnownFact[], after: readonly Fact[]): FactChange[] => {
  const byKey = new Map(before.map((fact) => [fact.key, fact]));
  const afterKeys = new Set(after.map(({ key }) => key));
  const moved = pairedBySpan(before.filter(({ key }) => !afterKeys.has(key)), after.filter(({ key }) => !byKey.has(key)), before, after);
  const earlierOf = (fact: Fact): KnownFact | undefined => byKey.get(fact.key) ?? moved.get(fact.key);
  const kept = new Set(after.map(earlierOf));
  return [
    ...after.flatMap((fact) => changeOf(earlierOf(fact), fact)),
    ...before.filter((fact) => !kept.has(fact)).map(({ eventId, ...fact }): FactChange => ({ kind: 'withdrawn', fact, corrects: eventId })),
  ];
};

const changeOf = (earlier: KnownFact | undefined, fact: Fact): FactChange[] => {
  if (earlier === undefined) return [{ kind: 'new', fact }];
  return sameFact(earlier, fact) ? [] : [{ kind: 'corrected', fact, corrects: earlier.eventId }];
};
