import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** The child becomes looked after. Short breaks (V3, V4) start no care period. */
export type CarePeriodStarted = {
  carePeriodId: Uuid;
  childId: Uuid;
  /** False: care began on `effectiveOn` or before it, and no clock runs from it. */
  startKnown: boolean;
  /** C13: 20 working days after a known start. */
  firstReviewDueOn?: LocalDate;
  /** C22: 20 working days after a known start. */
  initialHealthDueOn?: LocalDate;
  /** 903 legal status on the first day. */
  legalStatus: string;
  categoryOfNeed?: string;
  ageYears?: number;
  siblingGroupIds: readonly Uuid[];
  uasc: boolean;
  /** The earlier care period of the same child. */
  reEntryOf?: Uuid;
  /** Days since a return home (E4A, E4B, E13). */
  daysSinceReturn?: number;
  /** P1 to P4, Z1. */
  previousPermanence?: string;
  /** A day or as much of it as is known: `2021-05`, `2021`, `unknown`. */
  previousPermanenceDate?: string;
  previousPermanenceLa?: string;
};

/** The child ceases to be looked after. `effectiveOn` is the first day without. */
export type CarePeriodEnded = {
  carePeriodId: Uuid;
  childId: Uuid;
  /** 903 REC; absent where none but X1 is stated. */
  reasonCode?: string;
  nextHome?: string;
};

/** A new 903 episode inside the period. */
export type CareEpisodeChanged = {
  episodeId: Uuid;
  carePeriodId: Uuid;
  childId: Uuid;
  previousEpisodeId?: Uuid;
  reasonNewEpisode?: string;
  legalStatus: string;
  placementType: string;
  provider?: string;
  /** The stay that the episode belongs to. */
  stayId: Uuid;
  reasonPlacementChange?: string;
};

/** The legal status of a looked-after child changed. */
export type LegalStatusChanged = { childId: Uuid; carePeriodId: Uuid; legalStatus: string; previousLegalStatus?: string };

/** A statutory review was held. */
export type ReviewHeld = {
  reviewId: Uuid;
  childId: Uuid;
  /** The care period in which it was held; absent where none is known. */
  carePeriodId?: Uuid;
  /** Only where the start of the period is known. */
  sequence?: number;
  dueOn?: LocalDate;
  heldOn: LocalDate;
  /** PN0 to PN7. */
  participationCode?: string;
  /** When the next one is due if the child is still looked after (C14, C15). */
  nextDueOn?: LocalDate;
};
