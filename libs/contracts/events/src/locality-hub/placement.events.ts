import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** A stay of the child began. Stays of one child never overlap. */
export type PlacementStarted = {
  stayId: Uuid;
  childId: Uuid;
  carePeriodId: Uuid;
  /** 903 placement code; T0 to T4 are temporary absences. */
  placementType: string;
  /** PR0 to PR5. */
  provider?: string;
  ofstedUrn?: string;
  /** ONS code of where the placement lies; absent where its postcode is not found. */
  localAuthorityCode?: string;
  outOfArea?: boolean;
  /** Straight line between home and placement, miles. */
  distanceMiles?: number;
  /** The stay that this one carries on: same carers, or back from a temporary absence. It is no further placement. */
  continuesStayId?: Uuid;
  /** On a temporary absence: the stay to which the child is to return. It is the main placement meanwhile. */
  returnsToStayId?: Uuid;
  sameCarer: boolean;
  /** C01: where a new home begins and a visit clock runs. */
  firstVisitDueOn?: LocalDate;
};

/** A stay ended. `effectiveOn` is the first day without. */
export type PlacementEnded = {
  stayId: Uuid;
  childId: Uuid;
  carePeriodId: Uuid;
  placementType: string;
  /** Absent: not recorded. */
  endKind?: 'unplanned-by-carer';
  /** 903 reason for the placement change. */
  reasonPlacementChange?: string;
};
