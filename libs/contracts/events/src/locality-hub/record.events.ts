import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';

/** What a council records in its own hub, beside what its files hold. */
export type RecordKind = 'visits' | 'health' | 'education' | 'moves' | 'disability' | 'plans' | 'leaving-care';

/** From a day on, a council records everything of some kinds here: which months their figures may claim follows from it (kpi.md, convention 13). */
export type RecordKept = { kinds: readonly RecordKind[]; from: LocalDate };

/** A statutory visit was made (Care Planning Regulations 2010, regulation 28). */
export type StatutoryVisitRecorded = {
  visitId: Uuid;
  childId: Uuid;
  /** The clock that asked for it, C01 to C11. */
  basis: string;
  dueOn?: LocalDate;
  visitedAt: Instant;
  /** Only a visit at which the child was seen meets the clock. */
  seen: boolean;
  seenAlone: boolean;
  /** When the next one is due, if the child stays where they are; absent where no visit clock runs. */
  nextDueOn?: LocalDate;
};

/** A child was moved, as the record has it: when, how the placement ended, and whether it was written down in time (C28, C29). */
export type PlacementMoveRecorded = {
  moveId: Uuid;
  childId: Uuid;
  stayId: Uuid;
  /** The side of the stay that this is about. */
  part: 'start' | 'end';
  movedAt: Instant;
  /** Written down after 24 hours, or after 72 with a reason. */
  late: boolean;
  exceptionReason?: 'weekend' | 'bank-holiday' | 'emergency';
  /** Only on an end. */
  endKind?: 'planned' | 'unplanned-by-carer' | 'unplanned-other';
};

/** A health assessment was held or refused (C22, C23). */
export type HealthAssessmentCompleted = {
  assessmentId: Uuid;
  childId: Uuid;
  kind: 'initial' | 'review';
  status: 'completed' | 'refused';
  dueOn?: LocalDate;
  heldOn: LocalDate;
  /** The strengths and difficulties questionnaire that informed it. */
  sdqUsedId?: Uuid;
  nextDueOn?: LocalDate;
};

/** A dental check was made or refused (C24). */
export type DentalCheckCompleted = { childId: Uuid; status: 'completed' | 'refused'; checkedOn: LocalDate; nextDueOn?: LocalDate };

/** A strengths and difficulties questionnaire was scored, 0 to 40, or why not (C25; 903 SDQ1 to SDQ5). */
export type SdqScored = { sdqId: Uuid; childId: Uuid; score?: number; reasonCode?: string; completedOn: LocalDate; nextDueOn?: LocalDate };

/** A personal education plan was held (C26, C27). */
export type PepReviewed = { pepId: Uuid; childId: Uuid; kind: 'first' | 'termly'; termId: string; dueOn?: LocalDate; heldOn: LocalDate; onTarget: boolean };

/** The child's place in education began, changed or ended. */
export type EducationStatusChanged = { childId: Uuid; status: 'enrolled' | 'awaiting-place' | 'excluded' | 'home-educated'; from: LocalDate; to?: LocalDate };

/** A young person's status as a care leaver (Care Leavers (England) Regulations 2010). */
export type LeavingCareStatusChanged = {
  childId: Uuid;
  status: 'eligible' | 'relevant' | 'former-relevant' | 'qualifying' | 'closed';
  from: LocalDate;
  unit: 'council-team' | 'permanency-hub';
};

/** A pathway plan was agreed or reviewed (C37 to C39). */
export type PathwayPlanReviewed = { planId: Uuid; childId: Uuid; agreedOn: LocalDate; reviewDueOn: LocalDate };
