import type { LocalDate } from '@permanence/kernel/values';

/** A time in care; `endedOn` is the first day without. */
export type TimeInCare = Readonly<{ startedOn: LocalDate; endedOn: LocalDate | null; reason: string | null }>;

/** A milestone of an agreed plan as it stood when it was told. */
export type Milestone = Readonly<{ code: string; dueOn: LocalDate | null; doneOn: LocalDate | null }>;

/** What was told of a child's permanence plans, oldest first. */
export type PlanTold =
  | Readonly<{ kind: 'set'; on: LocalDate; primary: string; parallels: readonly string[]; milestones: readonly Milestone[] }>
  | Readonly<{ kind: 'changed'; on: LocalDate; primary: string | null; parallels: readonly string[] }>
  | Readonly<{ kind: 'milestone'; on: LocalDate } & Milestone>
  | Readonly<{ kind: 'achieved' | 'broken-down'; on: LocalDate }>;

/** A step of adoption, named as in events.md. */
export type AdoptionStep = Readonly<{ fact: string; on: LocalDate }>;

/** What the region holds of one child, as known now, as far as the tracker stands on it (regional-hub 2.2). */
export type TrackedChild = Readonly<{ care: readonly TimeInCare[]; plans: readonly PlanTold[]; steps: readonly AdoptionStep[]; placement: Readonly<{ type: string | null; provider: string | null; authority: string | null }> | null }>;
