import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { PlanFactData } from '../permanence/plan-fact.js';
import type { RecordFactData } from './record-fact.js';

type CarePeriodStarted = {
  carePeriodId: Uuid;
  /** True when the first row is an `S`; false when the period began on or before this day. */
  startKnown: boolean;
  /** C13: 20 working days; only where the start is known. */
  firstReviewDueOn?: LocalDate;
  /** C22: 20 working days; only where the start is known. */
  initialHealthDueOn?: LocalDate;
  legalStatus: string;
  categoryOfNeed?: string;
  ageYears?: number;
  uasc: boolean;
  siblingGroupIds: readonly Uuid[];
  /** The record's earlier care period. */
  reEntryOf?: Uuid;
  /** Days between a return home (E4A, E4B, E13) and this start. */
  daysSinceReturn?: number;
  previousPermanence?: string;
  /** A day, or as much of it as is known: `2021-05`, `2021`, `unknown`. */
  previousPermanenceDate?: string;
  previousPermanenceLa?: string;
};

type PlacementStarted = {
  stayId: Uuid;
  placementType: string;
  provider?: string;
  ofstedUrn?: string;
  /** Stays in the log and on the record; never published. */
  postcode?: string;
  localAuthorityCode?: string;
  outOfArea?: boolean;
  /** Straight line between the home and the placement, miles to one decimal. */
  distanceMiles?: number;
  /** The stay that this one carries on: same carers, or back after a temporary absence. */
  continuesStayId?: Uuid;
  /** The stay to which the child is to return; only on a temporary absence (T0 to T4). */
  returnsToStayId?: Uuid;
  sameCarer: boolean;
  /** C01; only where a new home begins and a visit clock runs. */
  firstVisitDueOn?: LocalDate;
};

type CareEpisodeChanged = {
  episodeId: Uuid;
  carePeriodId: Uuid;
  previousEpisodeId?: Uuid;
  reasonNewEpisode?: string;
  legalStatus: string;
  placementType: string;
  provider?: string;
  stayId: Uuid;
  /** Why the placement before this episode changed. */
  reasonPlacementChange?: string;
};

type OutsideFactRecorded = {
  fact: OutsideFactName;
  on: LocalDate;
  reason?: string;
  source: 'ssda903' | 'record';
  /** Only on `adoption.child-placed`; absent where the postcode is not found. */
  placedOutsideAuthority?: boolean;
  adoptersHomeAuthority?: string;
};

/** Facts that the adoption context will own one day (ssda903-import.md, rule 8). */
export type OutsideFactName =
  | 'adoption.should-be-placed-decided'
  | 'adoption.plan-changed-away'
  | 'adoption.court-authority-obtained'
  | 'adoption.court-authority-ended'
  | 'adoption.match-decided'
  | 'adoption.child-placed'
  | 'adoption.placement-ended'
  | 'adoption.order-made';

/** What each kind of fact says, whole: the log keeps this; `service/record/fact.published.ts` decides what others may know. */
export type FactData = FileFactData & RecordFactData & PlanFactData;

/** What files can hold. */
type FileFactData = {
  'child-updated': {
    birthDate?: LocalDate; sex?: 'M' | 'F' | 'U'; ethnicityCode?: string; uasc: boolean; uascCeasedOn?: LocalDate; siblingGroupIds: readonly Uuid[];
  };
  'child-named': { forename?: string; surname?: string };
  'care-period-started': CarePeriodStarted;
  'care-period-ended': { carePeriodId: Uuid; reasonCode?: string; nextHome?: NextHome };
  'care-episode-changed': CareEpisodeChanged;
  'legal-status-changed': { carePeriodId: Uuid; legalStatus: string; previousLegalStatus?: string };
  'placement-started': PlacementStarted & { carePeriodId: Uuid };
  'placement-ended': { stayId: Uuid; carePeriodId: Uuid; placementType: string; endKind?: 'unplanned-by-carer'; reasonPlacementChange?: string };
  'short-break-started': { shortBreakId: Uuid; legalStatus: string; placementType: string; provider?: string };
  'short-break-ended': { shortBreakId: Uuid; legalStatus: string };
  'review-held': ReviewHeld;
  'missing-episode-started': { episodeId: Uuid; type?: 'M' | 'A'; startedOn: LocalDate };
  'missing-episode-ended': { episodeId: Uuid; type?: 'M' | 'A'; startedOn: LocalDate; endedOn: LocalDate };
  'social-worker-allocated': SocialWorkerAllocated;
  /** `withCare`: it was made here and ended because care did; nobody said so. `role`: only of a reviewing officer's. */
  'social-worker-allocation-ended': { allocationId: Uuid; to: LocalDate; withCare?: true; role?: 'iro' };
  'care-leaver-status-recorded': {
    year: number; birthday?: number; inTouch?: string; activity?: string; accommodation?: string; suitable?: 1 | 2; recordedFor: LocalDate;
  };
  'health-year-recorded': HealthYear;
  'deprivation-of-liberty-started': { orderId: Uuid };
  'deprivation-of-liberty-ended': { orderId: Uuid; startedOn: LocalDate };
  'adopters-recorded': {
    decidedOn?: LocalDate; matchedOn?: LocalDate; formerFosterCarer?: boolean; numberOfAdopters?: number; sexOfAdopters?: string; legalStatusOfAdopters?: string;
  };
  'outside-fact-recorded': OutsideFactRecorded;
};

/** Where a child went on leaving care, as far as the reason tells. */
export type NextHome = 'adopted' | 'died' | 'other-authority' | 'parents' | 'special-guardian' | 'child-arrangements' | 'independent' | 'adult-care' | 'custody' | 'abroad' | 'stayed-with-carers';

type ReviewHeld = {
  reviewId: Uuid;
  carePeriodId?: Uuid;
  /** Place among the period's reviews; only where the start of the period is known. */
  sequence?: number;
  dueOn?: LocalDate;
  heldOn: LocalDate;
  participationCode?: string;
  /** C14, C15: when the next one is due, unless the child is placed for adoption by then. */
  nextDueOn?: LocalDate;
};

type SocialWorkerAllocated = {
  allocationId: Uuid;
  /** A file knows the worker by registration, a manager here by id. */
  swRegistration?: string;
  workerId?: Uuid;
  role: string;
  from: LocalDate;
  changeReason?: string;
  /** First day of the care for which a manager allocated the worker, as it was known then. */
  inCareSince?: LocalDate;
};

type HealthYear = {
  year: number; sdqScore?: number; sdqReason?: string; convicted?: boolean; healthSurveillance?: boolean; immunisationsUpToDate?: boolean;
  teethChecked?: boolean; healthAssessed?: boolean; substanceMisuse?: boolean; interventionReceived?: boolean; interventionOffered?: boolean;
};

export type FactType = keyof FactData;

/** A fact of one type. `key` is its natural key: unique within the child and the same in any order of loading. */
export type FactOf<T extends FactType> = Readonly<{ key: string; type: T; effectiveOn: LocalDate; data: Readonly<FactData[T]> }>;

/** What the stated rows of a child come to, one thing at a time. `type` is the event's name without `locality-hub.`. */
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

/** A fact as the log holds it now: with the id of the newest event that stated it. */
export type KnownFact = Fact & Readonly<{ eventId: Uuid }>;

/** Where a postcode lies: plain data out of the postcode look-up. Metres on the National Grid; absent outside Great Britain's grid. */
export type PostcodePlace = Readonly<{ localAuthorityCode: string; easting?: number; northing?: number }>;

/** The facts of one type out of many. */
export const factsOfType = <T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] => facts.filter((fact) => fact.type === type) as FactOf<T>[];
