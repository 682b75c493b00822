import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** Facts about the child that others copy were set or corrected: all that one source knows of them, a council's file or its own record. What is absent, this source does not know. */
export type ChildUpdated = {
  childId: Uuid;
  birthDate?: LocalDate;
  sex?: 'M' | 'F' | 'U';
  /** 903 ethnic group. */
  ethnicityCode?: string;
  uasc?: boolean;
  uascCeasedOn?: LocalDate;
  siblingGroupIds?: readonly Uuid[];
  /** 903 codes of disability; an empty list: none. */
  disabilityCodes?: readonly string[];
  ehcPlan?: boolean;
  /** Reasons stated by hand: to be placed together with brothers or sisters, and the council's own. Age, disability and ethnic group are derived. */
  harderToPlaceReasons?: readonly string[];
};

/** Whether a child's record is shut to all but named people. Why, and to whom it opens, stays in the council. */
export type RecordRestrictionChanged = { childId: Uuid; restricted: boolean };

/** A worker was allocated to the child. */
export type SocialWorkerAllocated = {
  allocationId: Uuid;
  childId: Uuid;
  /** Absent where the registration is nobody's whom the council has named here. */
  workerId?: Uuid;
  swRegistration?: string;
  role: string;
  from: LocalDate;
  /** 903 reason. */
  changeReason?: string;
};

/** Who works in a council's locality hub: which registration is whose, and in which team. Opens the cases behind a figure to a team's manager. */
export type WorkerListed = { workerId: Uuid; swRegistration?: string; team?: string };

/** An allocation ended. */
export type SocialWorkerAllocationEnded = { allocationId: Uuid; childId: Uuid; to: LocalDate };

/** The child is missing (M) or away without authorisation (A). A file holds the day, not the hour. */
export type MissingEpisodeStarted = { episodeId: Uuid; childId: Uuid; type?: 'M' | 'A'; startedOn: LocalDate };

/** The child was found or came back. */
export type MissingEpisodeEnded = MissingEpisodeStarted & { endedOn: LocalDate };

/** Contact, activity and accommodation of a care leaver around a birthday (903 OC3). */
export type CareLeaverStatusRecorded = {
  childId: Uuid;
  /** Year in which the collection ends that reports it. */
  year: number;
  /** Age reached, 17 to 25. */
  birthday?: number;
  inTouch?: string;
  activity?: string;
  accommodation?: string;
  /** 1 suitable, 2 unsuitable. */
  suitable?: 1 | 2;
  recordedFor: LocalDate;
};
