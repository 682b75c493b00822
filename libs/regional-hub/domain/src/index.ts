// Definitions stand beside their queries: service/src/indicators/<id>.indicator.ts, listed in indicators.ts there.
export { AREAS, type FeedingModule, type IndicatorDefinition, type RecordKind, type RecordsSince } from './indicators/definition.js';
export { neededWords } from './indicators/needed.js';
export { CATALOGUE, type CatalogueEntry, WAITS_FOR } from './indicators/catalogue.js';
export { type Counts, type Figure, type FigureStatus, NOT_HELD, SUPPRESSED, figureOf, shareOf, sumOf } from './figures/figure.js';
export { type Cell, type Hidden, isTooSmall, measuresOf, suppressedAmong } from './figures/suppression.js';
export { type Held, type HeldModule, type Holding, type KeptRecord, type Needs, dayCounted, firstDayNeeded, holdingOf, isHeldOn, monthsHeld } from './figures/held.js';
export { isProvisional, knownThenOn } from './figures/as-known.js';
export { type AuthorityCounts, type Reader, authorityFigure, cohortHidden, regionFigure, seesAsItIs } from './figures/shown.js';
export { type SetTarget, type Target, type TargetEvent, endTarget, evolveTargets, setTarget, shortfallOf, targetOn } from './targets/target.js';
export { type Commentary, type CommentaryEvent, type CommentaryState, asksForCommentary, evolveCommentary, periodsBefore, writeCommentary } from './commentary/commentary.js';
export { type PackCase, type PackContents, type PackEvent, type PackFigure, type PackState, evolvePack, freezePack, packDueOn, packText } from './packs/pack.js';
export { type CountedCases, type Restatement, type RestatementEvent, type RestatementLimits, RESTATEMENT_LIMITS, movedBy, recordRestatement, restatementOf } from './packs/restatement.js';
export {
  FieldName, SHARING_LEVELS, type SharedField, type SharingLevel, TRANSFORMS, type Transform, keyOfField, namesAt, partsOfName,
} from './sharing/shared-field.js';
export { NEVER_SHARED, type NeverShared, neverShared } from './sharing/never-shared.js';
export { BROAD_GROUPS, type BroadGroup, type Storable, broadGroupOf, storableOf, storedValue } from './sharing/minimise.js';
export {
  AGREEMENT_STATES, type Agreement, type AgreementEvent, type AgreementState, type AgreementTerms, type DraftedAgreement, ENDINGS, type Ending, OFFICES, type Office, SHARING_PURPOSES, type SharingPurpose, type Signature,
  evolveAgreement, hasSigned, isSignedByAll,
} from './sharing/agreement.js';
export { type AgreementCommand, decideAgreement } from './sharing/decide-agreement.js';
export { GRANT_PURPOSES, GRANT_REFUSALS, type Asked, type Grant, type GrantEvent, type GrantPurpose, type GrantRefusal, type GrantStatus, evolveGrant, isInForce } from './sharing/grant.js';
export { GRANT_BY_WRONG_AUTHORITY, type GrantCommand, LONGEST_GRANT_DAYS, PURPOSE_REQUIRED, decideGrant } from './sharing/decide-grant.js';
export { TrackerReference } from './sharing/tracker-reference.js';
export { type Population, type PopulationEvent, type PopulationFacts, evolvePopulation, recordPopulation } from './population/population.js';
export type { AdoptionStep, Milestone, PlanTold, TimeInCare, TrackedChild } from './tracker/tracker-facts.js';
export { PLACEMENT_KINDS, type PlacementKind, TRACKED_PLANS, TRACKER_STATUSES, type TrackedPlan, type TrackerEntry, type TrackerStatus, type Way, trackerEntryOf } from './tracker/tracker-entry.js';
export { HARDER_REASONS, SEARCH_STAGES, type SearchStage, harderReasonsOf, searchDueOn, searchStageOf, reasonsTold, stuckOn } from './tracker/harder-to-place.js';
