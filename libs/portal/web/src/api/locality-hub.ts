import type { CouncilTrackerApi } from './council-tracker.js';
import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Capability, Role, Scope } from '@permanence/platform/identity';
import type { EmergencyApi } from './emergency.js';
import type { PlanApi } from './plan.js';
import type { CountedPage, Outcome, Page, PageQuery } from './problem.js';
import type { SharedChildApi } from './sharing.js';

/**
 * What the portal asks of `locality-hub`, all under `/api/locality-hub/v1` with the person's bearer token.
 * Codes (legal status, placement, reason …) travel as the DfE's codes; the portal has the words. `null` means "not recorded".
 */
export interface LocalityHubApi extends EmergencyApi, PlanApi, SharedChildApi, CouncilTrackerApi {
  /** `GET /me`: for every valid token, regional roles too. */
  me(): Promise<Me>;

  /** `GET /work?kind=&group=&limit=&cursor=`: for those with `work:read`. */
  work(query: WorkQuery): Promise<Work>;
  /** `GET /work/approvals?limit=&cursor=`: for those with `plan:agree`; those that wait longest first. */
  approvals(query: PageQuery): Promise<CountedPage<Approval>>;
  /** `GET`, `POST`, `DELETE /calendar`: the address of a person's dates for a calendar program; it is told once, when it is made. */
  calendar(): Promise<Calendar>;
  makeCalendar(): Promise<Outcome<Readonly<{ path: string }>>>;
  dropCalendar(): Promise<Outcome<null>>;

  /** `GET /children?scope=&lookedAfter=&sort=&q=&ids=&limit=&cursor=`. */
  children(query: ChildrenQuery): Promise<CountedPage<ChildRow>>;
  /** `GET /children/{id}` → `{ child, … }`: writes the access row (`part: overview`) in the same transaction. 403 `RECORD_RESTRICTED` when the record is restricted and the person is not named; 404 when it is not theirs to know of. */
  child(id: Uuid): Promise<ChildRecord>;
  /** `GET /children/{id}/chronology?kind=&order=&cursor=`: happened-on order; a correction stands in the entry that it corrects. Every section below answers with `child` (whom it is about) beside its items, and writes an access row with its own name as `part`. */
  chronology(id: Uuid, query: ChronologyQuery): Promise<AboutChild & CountedPage<ChronologyEntry>>;
  /** `GET /children/{id}/reviews`: newest first. */
  reviews(id: Uuid): Promise<AboutChild & Page<Review>>;
  /** `GET /children/{id}/placements`: times in care, legal statuses, homes and short breaks, oldest first. */
  placements(id: Uuid): Promise<AboutChild & PlacementHistory>;
  /** `GET /children/{id}/missing`: newest first. */
  missing(id: Uuid): Promise<AboutChild & Page<MissingTime>>;
  /** `GET /children/{id}/findings`: DfE rules that rows about the child break in the newest statement of each. */
  findings(id: Uuid): Promise<AboutChild & Page<ChildFinding>>;
  /** `GET /children/{id}/workers`: newest first. */
  workersOf(id: Uuid): Promise<AboutChild & Page<Allocation>>;
  /** `GET /children/{id}/siblings`. */
  siblings(id: Uuid): Promise<AboutChild & Page<Sibling>>;
  /** `GET /children/{id}/access?cursor=`: newest first; reading it is in it. */
  access(id: Uuid, query: PageQuery): Promise<AboutChild & CountedPage<AccessRow>>;

  /** `PUT /children/{id}/restriction` `{ restricted, named: workerIds, reason }`: 204. */
  restrict(id: Uuid, restriction: RestrictionCommand, key: string): Promise<Outcome<null>>;
  /** `POST /children/{id}/withdrawals` `{ module, year, key, reason }`: 204. */
  withdraw(id: Uuid, withdrawal: WithdrawalCommand, key: string): Promise<Outcome<null>>;
  /** `POST /allocations` `{ childIds, workerId, from, check }`: `check: true` says what would happen and does nothing. 200 at most per call. */
  allocate(command: AllocationCommand, key: string): Promise<Outcome<AllocationResults>>;
  /** `GET /workers?as=`: people of the own authority who can be named, by surname; `as`: those who can be allocated so. */
  workers(as?: 'social-worker'): Promise<Page<Worker>>;
  /** `GET /access-log?from=&to=&why=&cursor=`: newest first, own authority. */
  accessLog(query: AccessLogQuery): Promise<CountedPage<AccessLogRow>>;

  /** `POST /imports` (multipart) → 202 `{ id }`. */
  startImport(upload: ImportUpload, key: string): Promise<Outcome<{ id: Uuid }>>;
  /** `GET /imports?cursor=`: newest first. */
  imports(query: PageQuery): Promise<Page<ImportSummary>>;
  /** `GET /imports/{id}`. */
  import(id: Uuid): Promise<ImportView>;
  /** `POST /imports/{id}/apply` → 202: a checked import is applied under its own id. */
  applyImport(id: Uuid, key: string): Promise<Outcome<null>>;
  /** `GET /imports/{id}/set-aside[?module=]` (CSV), passed on as it comes. */
  setAside(id: Uuid, module?: string): Promise<CsvDownload>;
  /** `GET /imports/{id}/set-aside/reasons`: most rows first. */
  setAsideReasons(id: Uuid): Promise<Page<SetAsideReason>>;
  /** `GET /imports/{id}/findings/rules`: most rows first. */
  findingRules(id: Uuid): Promise<Page<FindingRule>>;
  /** `GET /imports/{id}/findings?rule=&cursor=`. */
  importFindings(id: Uuid, rule: string, query: PageQuery): Promise<Page<ImportFinding>>;
  /** `GET /imports/{id}/corrections?cursor=`. */
  corrections(id: Uuid, query: PageQuery): Promise<CountedPage<Correction>>;

  /** `GET /rules`: the DfE rules that run. */
  rules(): Promise<Page<DfeRule>>;
  /** `GET /clocks`: the statutory clocks that run. */
  clocks(): Promise<Page<ClockRule>>;
}

export type Me = Readonly<{
  id: string; name: string; roles: readonly Role[];
  /** What the person may do, and how far each reaches. */
  capabilities: Readonly<Partial<Record<Capability, Scope>>>;
  authority: Readonly<{ code: TenantId; name: string }>; team: string | null;
}>;

/** `name` is null until a names file came: pages then show the reference and the council's code. */
export type PersonName = Readonly<{ forename: string; surname: string }>;

export type ChildSort = 'next-due' | 'name' | 'age' | 'entered';
export type ChildScope = 'mine' | 'team' | 'authority' | 'not-allocated';
/** `ids` (100 at most) instead of a scope: those of them that the person may see, in no order. */
export type ChildrenQuery = PageQuery & Readonly<{ scope?: ChildScope; lookedAfter?: boolean | 'all'; sort?: ChildSort; q?: string; ids?: readonly Uuid[] }>;

/** A clock of this child: `clock` is an id of `GET /clocks`; `workingDaysLeft` counts today's following working days to `dueOn` where the clock counts working days and is not late, else null. */
export type Due = Readonly<{ clock: string; dueOn: LocalDate; workingDaysLeft: number | null }>;

/** `GET /work`: running clocks by when they are due. A group's `next` goes on in that group; `counts` are by worker for a team, by team for a council. */
export type Work = Readonly<{
  scope: 'mine' | 'team' | 'council'; groups: readonly WorkGroup[]; missing: readonly Extract<ChildRow, { kind: 'child' }>[]; undated: number;
  counts: readonly Readonly<{ id: string | null; name: string | null; team: string | null; overdue: number; week: number; later: number }>[];
}>;
export type WorkGroupName = 'overdue' | 'week' | 'later';
export type WorkKind = 'reviews' | 'visits' | 'plan' | 'health' | 'learning' | 'homes' | 'missing' | 'return-home' | 'leaving-care';
export type WorkGroup = Readonly<{ group: WorkGroupName; total: number; items: readonly WorkItem[]; next: string | null }>;
export type WorkItem = Readonly<{ id: string; kind: WorkKind; due: Due; child: Extract<ChildRow, { kind: 'child' }> }>;
export type WorkQuery = Readonly<{ kind?: WorkKind; group?: WorkGroupName; limit?: number; cursor?: string }>;
/** A plan that waits for this person's word; `refusal` says why it cannot be given yet. */
export type Approval = Readonly<{
  id: string; kind: 'countersign' | 'agree'; child: Extract<ChildRow, { kind: 'child' }>; route: string | null; since: LocalDate; by: Readonly<{ id: Uuid; name: string | null }> | null; reviewedOn: LocalDate | null;
  refusal: Readonly<{ code: string; sentence: string; rule: string }> | null;
}>;
/** A person's own calendar address: when it was made and how long it opens; nulls where there is none. */
export type Calendar = Readonly<{ madeAt: Instant | null; opensUntil: LocalDate | null }>;

export type ChildRow =
  | Readonly<{
      kind: 'child'; id: Uuid; reference: string; councilCode: string; name: PersonName | null; born: LocalDate | null; lookedAfter: boolean; restricted: boolean;
      legalStatus: string | null; home: Readonly<{ placement: string; provider: string | null; place: string | null; since: LocalDate | null }> | null;
      worker: Readonly<{ id: string; name: string }> | null; nextDue: Due | null; missingSince: LocalDate | null;
    }>
  | RestrictedRow;

/** A restricted record as those see it who are not named: that it is there, and whom to ask. */
export type RestrictedRow = Readonly<{ kind: 'restricted'; id: Uuid; reference: string; ask: string }>;

/** Whom a section is about: what the identity bar shows. */
export type ChildHeader = Readonly<{
  id: Uuid; reference: string; councilCode: string; authority: Readonly<{ code: TenantId; name: string }>; name: PersonName | null; born: LocalDate | null;
  lookedAfter: boolean; legalStatus: string | null; missingSince: LocalDate | null; restricted: boolean;
  /** The day to which the files tell about this child; null where the record is kept here. */
  asAt: LocalDate | null;
  /** Commands that this person may give about this child now. */
  allowedCommands: readonly ('allocate' | 'restrict')[];
}>;
export type AboutChild = Readonly<{ child: ChildHeader }>;

export type ChildRecord = AboutChild & Readonly<{
  sex: string | null; ethnicGroup: string | null; unaccompanied: boolean | null;
  /** Set while the record is restricted, for those who may open it. */
  restriction: Readonly<{ named: readonly Worker[]; since: LocalDate; by: string; reason: string }> | null;
  care: readonly CarePeriod[]; legal: readonly LegalStatus[]; homes: readonly Home[]; workers: readonly Allocation[]; reviews: readonly Review[]; adoption: readonly OutsideFact[];
  due: readonly Due[]; siblings: readonly Sibling[]; findings: readonly ChildFinding[];
  latest: readonly ChronologyEntry[]; entries: number; openedAt: Instant;
}>;

/** `startKnown: false` means "on or before": the first row held is not the start. `reason` is the 903's REC. */
export type CarePeriod = Readonly<{ from: LocalDate; startKnown: boolean; to: LocalDate | null; reason: string | null }>;
export type LegalStatus = Readonly<{ from: LocalDate; to: LocalDate | null; status: string }>;
/** `placement` is the 903's PLACE, `provider` PLACE_PROVIDER, `reason` REASON_PLACE_CHANGE or REC; `place` a town or district, never a postcode. */
export type Home = Readonly<{
  from: LocalDate; to: LocalDate | null; placement: string; provider: string | null; place: string | null; outsideAuthority: boolean | null;
  reason: string | null; unplanned: boolean;
}>;
export type ShortBreak = Readonly<{ from: LocalDate; to: LocalDate | null; status: string }>;
export type PlacementHistory = Readonly<{ care: readonly CarePeriod[]; legal: readonly LegalStatus[]; homes: readonly Home[]; shortBreaks: readonly ShortBreak[] }>;
/** `participation` is REVIEW_CODE (PN0 to PN7); `dueOn` is null where no clock ran (the start of care is not known). */
export type Review = Readonly<{ on: LocalDate; participation: string | null; dueOn: LocalDate | null; clock: string | null }>;
/** `kind` is MISSING: M (missing) or A (away without authorisation). */
export type MissingTime = Readonly<{ from: LocalDate; to: LocalDate | null; kind: string | null }>;
/** `rule` is the DfE's number or the product's own code; `key` names the row of a `NO_LONGER_STATED`, which may be withdrawn. */
export type ChildFinding = Readonly<{ rule: string; sentence: string; module: string; year: number; column: string | null; key: string | null }>;
export type WithdrawalCommand = Readonly<{ module: string; year: number; key: string; reason: string }>;
/** `reason` is SW_REASON. `name` is null for a registration that nobody of the council has here. */
export type Allocation = Readonly<{ from: LocalDate; to: LocalDate | null; workerId: string | null; name: string | null; registration: string | null; reason: string | null }>;
export type OutsideFact = Readonly<{ fact: string; on: LocalDate; reason: string | null; outsideAuthority: boolean | null }>;
export type Sibling =
  | Readonly<{ kind: 'child'; id: Uuid; reference: string; name: PersonName | null; born: LocalDate | null; lookedAfter: boolean; sameHome: boolean; home: Readonly<{ placement: string; place: string | null }> | null }>
  | RestrictedRow;

export type ChronologyQuery = PageQuery & Readonly<{ kind?: ChronologyKind; order?: 'new' | 'old' }>;
export type ChronologyKind = 'care' | 'legal' | 'home' | 'review' | 'visit' | 'plan' | 'health' | 'learning' | 'missing' | 'worker' | 'adoption' | 'leaving-care' | 'person' | 'restriction' | 'import';
/** `type` is the event's name (`locality-hub.review-held`), `data` its payload; the portal has the words. */
export type ChronologyEntry = Readonly<{
  id: Uuid; type: string; kind: ChronologyKind; on: LocalDate; recordedAt: Instant; by: Readonly<{ name: string; role: string }> | null;
  /** Where an imported fact stands: `episodes_2022.csv, row 2,018`. */
  source: string | null;
  data: Readonly<Record<string, unknown>>;
  corrections: readonly Readonly<{ recordedAt: Instant; by: Readonly<{ name: string; role: string }> | null; withdrawn: boolean; source: string | null; data: Readonly<Record<string, unknown>> }>[];
}>;

/** `who` is null where the reader sees colleagues by role and team. */
export type AccessRow = Readonly<{ at: Instant; who: string | null; role: string; team: string | null; authority: string; part: string; why: AccessReason }>;
export type AccessReason = 'own-case' | 'team' | 'authority' | 'named' | 'emergency' | 'grant' | 'audit' | 'data-protection' | 'import' | 'indicator' | 'export';
export type AccessLogRow = AccessRow & Readonly<{ child: Readonly<{ id: Uuid; reference: string }> | null }>;
export type AccessLogQuery = PageQuery & Readonly<{ from?: LocalDate; to?: LocalDate; why?: AccessReason }>;

export type Worker = Readonly<{ id: string; name: string; role: string; team: string | null; children: number }>;
export type RestrictionCommand = Readonly<{ restricted: boolean; named: readonly string[]; reason: string }>;
export type AllocationCommand = Readonly<{ childIds: readonly Uuid[]; workerId: string; from: LocalDate; check: boolean }>;
export type AllocationResults = Readonly<{
  worker: Readonly<{ id: string; name: string }>;
  results: readonly Readonly<{ childId: Uuid; reference: string; name: PersonName | null; now: string | null; refusal: Readonly<{ code: string; sentence: string; rule: string }> | null }>[];
}>;

/** Files in the order in which the person chose them; each is read once, as it is sent on. `asAt` is for a year in progress. */
export type ImportUpload = Readonly<{ authority: TenantId; year: number; asAt?: LocalDate; check: boolean; files: AsyncIterable<ImportFile> }>;
export type ImportFile = Readonly<{ name: string; content: AsyncIterable<Uint8Array> }>;
export type RowCounts = Readonly<{ total: number; applied: number; unchanged: number; corrected: number; setAside: number }>;
export type ImportSummary = Readonly<{
  id: Uuid; status: 'running' | 'done' | 'failed'; check: boolean; year: number; asAt: LocalDate | null; authority: TenantId;
  startedAt: Instant; startedBy: string; endedAt: Instant | null; rows: RowCounts; findings: number; nothingChanged: boolean;
}>;
export type ImportView = ImportSummary & Readonly<{
  /** What it is doing, and how far: children done of all (`total` 0 while it is not known). */
  phase: 'reading' | 'checking' | 'applying' | 'ended'; progress: Readonly<{ done: number; total: number }>;
  files: readonly ImportFileResult[];
  /** A checked import whose files are still kept, so that it can be applied. */
  canApply: boolean;
  /** A `failed` import: what happened, and what to do. */
  failure: string | null;
}>;
/** A refused file has no module, `rows` 0 and says why; its rows are in no total. */
export type ImportFileResult = Readonly<{
  name: string; module: string | null; rows: number; refused: Readonly<{ code: string; sentence: string }> | null; otherColumns: readonly string[];
  applied: number; unchanged: number; corrected: number; setAside: number; findings: number;
}>;
export type CsvDownload = Readonly<{ fileName: string; content: AsyncIterable<Uint8Array> }>;
export type FirstOfThem = Readonly<{ file: string; row: number; column: string | null; written: string | null }>;
export type SetAsideReason = Readonly<{ code: string; reason: string; mend: string; columns: readonly string[]; rows: number; first: FirstOfThem }>;
export type FindingRule = Readonly<{ rule: string; message: string; module: string; rows: number; children: number; first: FirstOfThem }>;
export type ImportFinding = Readonly<{ rule: string; module: string; file: string | null; row: number | null; column: string | null; sentence: string }>;
/** `on` is the day that names the row (start of the episode, date of the review), `was` and `now` the cells as written. */
export type Correction = Readonly<{ child: Readonly<{ id: Uuid; reference: string; name: PersonName | null }>; module: string; column: string; on: LocalDate | null; was: string; now: string; statedIn: number }>;

export type DfeRule = Readonly<{ code: string; message: string; years: readonly number[] }>;
/** A clock as the catalogue has it: `interval` is the rule in a sentence, `starts` and `meets` what sets it going and what ends it. */
export type ClockRule = Readonly<{ id: string; interval: string; starts: string; meets: string; source: string; certainty: string; workingDays: boolean }>;
