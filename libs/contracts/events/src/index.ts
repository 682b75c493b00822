export { type PublishedEvent, serviceOf, topicOf } from './envelope.js';
export { type AnyEvent, EVENT_NAMES, type EventName, type EventOf, EVENTS, isEventName, type Payloads } from './catalogue.js';
export type { LocalityHubPayloads } from './locality-hub/payloads.js';
export type { CareEpisodeChanged, CarePeriodEnded, CarePeriodStarted, LegalStatusChanged, ReviewHeld } from './locality-hub/care.events.js';
export type {
  CareLeaverStatusRecorded, ChildUpdated, MissingEpisodeEnded, MissingEpisodeStarted, RecordRestrictionChanged, SocialWorkerAllocated, SocialWorkerAllocationEnded,
} from './locality-hub/child.events.js';
export type { CollectionLoaded, OutsideFactRecorded } from './locality-hub/collection.events.js';
export type {
  MilestoneCode, PermanenceAchieved, PermanenceBrokenDown, PermanenceMilestoneMoved, PermanencePlanChanged, PermanencePlanSet, PermanenceRoute, PlannedMilestone,
} from './locality-hub/permanence.events.js';
export type {
  DentalCheckCompleted, EducationStatusChanged, HealthAssessmentCompleted, LeavingCareStatusChanged, PathwayPlanReviewed, PepReviewed, PlacementMoveRecorded, RecordKept, RecordKind, SdqScored, StatutoryVisitRecorded,
} from './locality-hub/record.events.js';
export type { PlacementEnded, PlacementStarted } from './locality-hub/placement.events.js';
export type { HarderToPlaceBecameStuck, HarderToPlaceReason, RegionalHubPayloads } from './regional-hub/payloads.js';
