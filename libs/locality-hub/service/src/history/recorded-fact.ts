import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Fact, KeptKinds } from '@permanence/locality-hub/domain';
import type { Recording } from '@permanence/platform/tenant-db';

/** A fact as somebody wrote it down here. A later one with the same key corrects it. */
export type RecordedFact = Recording & Readonly<{ fact: Fact }>;

/** A child as the history's maker knows it: its files' facts, and a code that brothers and sisters share. */
export type KnownChild = Readonly<{
  childId: Uuid;
  code: string;
  recordNo: number;
  /** The code of the first of the child's sibling group, its own where it has none; the size of the group. */
  familyCode: string;
  familySize: number;
  facts: readonly Fact[];
}>;

/** A council's history and how it is told. */
export type HistorySetting = Readonly<{
  tenant: TenantId;
  today: LocalDate;
  /** When the history is written: what only the record itself says of plans today is recorded then. */
  now: Instant;
  /** What the council keeps here, and since when: it is said when all is written. */
  kept: KeptKinds;
  /** All that was ever recorded of a child here, each no earlier than the day on which it happened. */
  historyOf: (child: KnownChild) => readonly RecordedFact[];
  told?: (progress: HistoryProgress) => void;
}>;

export type HistoryProgress = Readonly<{ children: number; ofChildren: number; events: number }>;
