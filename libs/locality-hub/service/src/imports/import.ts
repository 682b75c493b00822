import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { ModuleName } from '@permanence/locality-hub/domain';

/** What an import is doing. `checking` applies nothing; `done` and `failed` are its ends. */
export type Phase = 'reading' | 'checking' | 'applying' | 'done' | 'failed';

/** An import as its table holds it. */
export type ImportRow = Readonly<{
  tenantId: TenantId;
  id: Uuid;
  year: number | null;
  completeTo: LocalDate | null;
  asAt: LocalDate | null;
  checkOnly: boolean;
  phase: Phase;
  failure: string | null;
  startedAt: Instant;
  startedBy: Uuid;
  startedByName: string;
  endedAt: Instant | null;
  doneThrough: string | null;
  done: number;
  toDo: number;
}>;

/** A file of an import, with what became of its rows. */
export type ImportFileRow = Readonly<{
  number: number;
  name: string;
  module: ModuleName | null;
  mended: boolean;
  otherColumns: readonly string[];
  refusedCode: string | null;
  refusedSentence: string | null;
  rows: number;
  applied: number;
  unchanged: number;
  corrected: number;
  setAside: number;
  findings: number;
}>;
