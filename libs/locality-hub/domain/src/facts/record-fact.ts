import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';

/** What a council records here, beside what its files hold: each kind of fact, whole. */
export type RecordFactData = {
  'characteristics-recorded': {
    /** 903 codes; an empty list: no disability. */
    disabilityCodes?: readonly string[];
    ehcPlan?: boolean;
    /** Stated by hand: to be placed together with brothers or sisters, and the council's own reasons. */
    harderToPlaceReasons?: readonly string[];
  };
  'placement-move-recorded': {
    moveId: Uuid;
    stayId: Uuid;
    part: 'start' | 'end';
    movedAt: Instant;
    /** Written down after 24 hours (C28), or after 72 with a reason (C29). */
    late: boolean;
    exceptionReason?: 'weekend' | 'bank-holiday' | 'emergency';
    endKind?: 'planned' | 'unplanned-by-carer' | 'unplanned-other';
  };
  'statutory-visit-recorded': {
    visitId: Uuid;
    /** The clock that asked for it, C01 to C11. */
    basis: string;
    dueOn?: LocalDate;
    visitedAt: Instant;
    seen: boolean;
    seenAlone: boolean;
    nextDueOn?: LocalDate;
  };
  'health-assessment-completed': {
    assessmentId: Uuid; kind: 'initial' | 'review'; status: 'completed' | 'refused'; dueOn?: LocalDate; heldOn: LocalDate; sdqUsedId?: Uuid; nextDueOn?: LocalDate;
  };
  'dental-check-completed': { status: 'completed' | 'refused'; checkedOn: LocalDate; nextDueOn?: LocalDate };
  'sdq-scored': { sdqId: Uuid; score?: number; reasonCode?: string; completedOn: LocalDate; nextDueOn?: LocalDate };
  'pep-reviewed': { pepId: Uuid; kind: 'first' | 'termly'; termId: string; dueOn?: LocalDate; heldOn: LocalDate; onTarget: boolean };
  'education-status-changed': { status: 'enrolled' | 'awaiting-place' | 'excluded' | 'home-educated'; from: LocalDate; to?: LocalDate };
  'leaving-care-status-changed': { status: 'eligible' | 'relevant' | 'former-relevant' | 'qualifying' | 'closed'; from: LocalDate; unit: 'council-team' | 'permanency-hub' };
  'pathway-plan-reviewed': { planId: Uuid; agreedOn: LocalDate; reviewDueOn: LocalDate };
};
