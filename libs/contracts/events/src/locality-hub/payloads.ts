import type { CareEpisodeChanged, CarePeriodEnded, CarePeriodStarted, LegalStatusChanged, ReviewHeld } from './care.events.js';
import type { CareLeaverStatusRecorded, ChildUpdated, MissingEpisodeEnded, MissingEpisodeStarted, RecordRestrictionChanged, SocialWorkerAllocated, SocialWorkerAllocationEnded, WorkerListed } from './child.events.js';
import type { CollectionLoaded, OutsideFactRecorded } from './collection.events.js';
import type { PermanenceAchieved, PermanenceBrokenDown, PermanenceMilestoneMoved, PermanencePlanChanged, PermanencePlanSet } from './permanence.events.js';
import type { PlacementEnded, PlacementStarted } from './placement.events.js';
import type {
  DentalCheckCompleted, EducationStatusChanged, HealthAssessmentCompleted, LeavingCareStatusChanged, PathwayPlanReviewed, PepReviewed, PlacementMoveRecorded, RecordKept, SdqScored, StatutoryVisitRecorded,
} from './record.events.js';

/** The payload of each event that locality-hub publishes. */
export type LocalityHubPayloads = {
  'locality-hub.child-updated': ChildUpdated;
  'locality-hub.record-restriction-changed': RecordRestrictionChanged;
  'locality-hub.care-period-started': CarePeriodStarted;
  'locality-hub.care-period-ended': CarePeriodEnded;
  'locality-hub.care-episode-changed': CareEpisodeChanged;
  'locality-hub.legal-status-changed': LegalStatusChanged;
  'locality-hub.placement-started': PlacementStarted;
  'locality-hub.placement-ended': PlacementEnded;
  'locality-hub.placement-move-recorded': PlacementMoveRecorded;
  'locality-hub.review-held': ReviewHeld;
  'locality-hub.statutory-visit-recorded': StatutoryVisitRecorded;
  'locality-hub.health-assessment-completed': HealthAssessmentCompleted;
  'locality-hub.dental-check-completed': DentalCheckCompleted;
  'locality-hub.sdq-scored': SdqScored;
  'locality-hub.pep-reviewed': PepReviewed;
  'locality-hub.education-status-changed': EducationStatusChanged;
  'locality-hub.permanence-plan-set': PermanencePlanSet;
  'locality-hub.permanence-plan-changed': PermanencePlanChanged;
  'locality-hub.permanence-milestone-moved': PermanenceMilestoneMoved;
  'locality-hub.permanence-achieved': PermanenceAchieved;
  'locality-hub.permanence-broken-down': PermanenceBrokenDown;
  'locality-hub.missing-episode-started': MissingEpisodeStarted;
  'locality-hub.missing-episode-ended': MissingEpisodeEnded;
  'locality-hub.social-worker-allocated': SocialWorkerAllocated;
  'locality-hub.social-worker-allocation-ended': SocialWorkerAllocationEnded;
  'locality-hub.worker-listed': WorkerListed;
  'locality-hub.care-leaver-status-recorded': CareLeaverStatusRecorded;
  'locality-hub.leaving-care-status-changed': LeavingCareStatusChanged;
  'locality-hub.pathway-plan-reviewed': PathwayPlanReviewed;
  'locality-hub.outside-fact-recorded': OutsideFactRecorded;
  'locality-hub.collection-loaded': CollectionLoaded;
  'locality-hub.record-kept': RecordKept;
};
