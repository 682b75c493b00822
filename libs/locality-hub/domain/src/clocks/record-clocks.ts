import type { StatutoryClock } from '@permanence/statutory-clocks/catalogue';
import type { LocalDate } from '@permanence/kernel/values';
import type { Fact } from '../facts/fact.js';
import { educationClocks } from './education-clocks.js';
import { healthClocks } from './health-clocks.js';
import { pathwayClocks, planClocks } from './plan-clocks.js';
import { reviewClocks } from './review-clocks.js';
import { visitClocks } from './visit-clocks.js';

/** Kinds of facts of which a council records everything here, each since a day: before it, nobody can say that something is missing. */
export type KeptKinds = ReadonlyMap<string, LocalDate>;

/** Only what began when the council kept such records can have been missed; what runs now runs whenever it began. */
const since = (kept: KeptKinds, kind: string, clocks: () => StatutoryClock[]): StatutoryClock[] => {
  const from = kept.get(kind);
  return from === undefined ? [] : clocks().filter((clock) => clock.status !== 'running' || clock.dueOn >= from);
};

/**
 * Every clock of a record: reviews from files, and of what the council records here those kinds that it has said it keeps (`record-kept`).
 * Without that word a child of whom nothing is recorded would be late with everything.
 * @param facts what files state and what was recorded here, together
 */
export const childClocks = (facts: readonly Fact[], kept: KeptKinds, today: LocalDate): StatutoryClock[] => [
  ...reviewClocks(facts),
  ...since(kept, 'visits', () => visitClocks(facts)),
  ...since(kept, 'health', () => healthClocks(facts)),
  ...since(kept, 'education', () => educationClocks(facts, today)),
  ...since(kept, 'plans', () => planClocks(facts)),
  ...since(kept, 'leaving-care', () => pathwayClocks(facts, today)),
];
