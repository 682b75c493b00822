export type { ChildRows, Finding, Rule, RowsByModule } from './ssda903-rules/rule.js';
export { checkChild } from './ssda903-rules/check-child.js';
export { listedRules, rulesInForce } from './ssda903-rules/catalogue.js';
export { type Cells, MODULES, type ModuleName, type StatedRow, type UploadRow } from './ssda903/modules.js';
export type { CellChange, ChildOutcome, ChildUpload, RowOutcome } from './ssda903/outcome.js';
export { type SetAsideCode, type SetAsideText, setAsideReason, setAsideText } from './ssda903/set-aside.js';
export { IMPORT_FINDINGS, type ImportFinding, type ImportFindingCode } from './ssda903/import-findings.js';
export { outcomesOf } from './ssda903/outcomes.js';
export { holdingRows } from './ssda903/holding.js';
export { cellsOf, type IndexMap, type NotRecognised, recognise, type Recognised } from './ssda903/recognise.js';
export { type KeyOf, KEY_COLUMNS, keyOf } from './ssda903/keys.js';
export { columnsOf } from './ssda903/modules.js';
export { canonical, readDate, readPartialDate } from './ssda903/cells.js';
export { type Code } from './ssda903/code-tables.js';
export { codeOf, type CodedColumn, codesIn, isCodeOfYear, labelOf } from './ssda903/codes.js';
export { type Fact, type FactData, type FactOf, factsOfType, type FactType, type KnownFact, type NextHome, type OutsideFactName, type PostcodePlace } from './facts/fact.js';
export { type ChildRecord, childRecords } from './facts/child-records.js';
export type { KnownRecord } from './facts/record-numbers.js';
export { type FactsContext, postcodeKey } from './facts/context.js';
export { factsOf, postcodesIn } from './facts/facts-of.js';
export { changes, type FactChange } from './facts/changes.js';
export {
  carePeriods, type CarePeriodSpan, factData, lastingSpans, type LastingStart, legalStatuses, type LegalStatusSpan, placementOn, sameCarersSince, type Span, stays, type StaySpan,
} from './facts/as-of.js';
export { type ChildSummary, summaryOf } from './facts/summary.js';
export {
  CHANGE_REASONS, type ChangeReason, type LimbName, LIMB_STATUSES, LIMBS, type LimbStatus, MILESTONES, type MilestoneCode, OPTION_POSITIONS, type OptionPosition, PERMANENCE_ROUTES, type PermanenceRoute, PLAN_STATUSES,
  type PlannedMilestone, type PlanStatus, REVERSAL_REASONS,
} from './permanence/plan.js';
export type { Milestone, PlanEvent, PlanFactType } from './permanence/plan-fact.js';
export { type Limb, NO_PLAN, type PermanencePlan, type PlanOption, evolvePlan, primaryOf, routesAt } from './permanence/permanence-plan.js';
export type { PlanCommand, PlanCommandKind } from './permanence/plan-command.js';
export { SAME_PERSON, decidePlan, refusalNow } from './permanence/decide-plan.js';
export { followFacts } from './permanence/follow-facts.js';
export { type PlanClock, planClock } from './permanence/plan-clock.js';
export { type PlanFacts, planFactsOf } from './permanence/plan-facts.js';
export { PLAN_EVENT_TYPES } from './permanence/plan-event.js';
export { HARD_TO_PLACE, type HardToPlace } from './tracker/harder-to-place.js';
export { NEXT_STEPS, type NextStepCode, TRACKER_STEPS, type TrackerLine, type TrackerStep, type TrackerStepCode, trackerLine } from './tracker/tracker-line.js';
export { WORK_GROUPS, WORK_KINDS, type WorkGroup, type WorkKind, clocksOfWork, workGroupOf, workKindOf } from './work/work.js';
export { reviewClocks } from './clocks/review-clocks.js';
export { type KeptKinds, childClocks } from './clocks/record-clocks.js';
export { type VisitCase, type VisitDue, hasVisitClock, isApprovedForATime, nextVisit } from './clocks/visit-clocks.js';
export { healthPart } from './clocks/health-clocks.js';
export { isOfPlanAge, type SchoolTerm, termsBetween } from './clocks/school-terms.js';
export { planDueOn } from './clocks/plan-clocks.js';
export { FACT_FINDINGS, type FactFinding, type FactFindingCode, factFindings } from './facts/fact-findings.js';
export { ALLOCATION_ROLES, type AllocationRole, type AllocationSpan, REVIEWING_OFFICER, SOCIAL_WORKER, allocationOn, allocations, reviewingOfficerOn } from './allocation/allocations.js';
export { endsWithCare } from './allocation/ends-with-care.js';
export { type AllocateWorker, type AllocatedChild, type AllocatedWorker, type AllocationFact, type WorkerAccepted, acceptWorker, allocateWorker, canBeAllocated } from './allocation/allocate.js';
export { type DecideRestriction, type Restriction, type RestrictionEvent, type RestrictionFacts, decideRestriction, evolveRestriction } from './restriction/restriction.js';
export {
  EMERGENCY_FINDINGS, EMERGENCY_MINUTES, type EmergencyAccess, type EmergencyEvent, type EmergencyFinding, type EmergencyPerson, REVIEW_WITHIN_WORKING_DAYS, acceptReason, endEmergencyAccess, evolveEmergencyAccess, isRunning,
  openInEmergency, reviewDueOn, reviewEmergencyAccess,
} from './emergency/emergency-access.js';
export { RELATION_KINDS, type Relation, type RelationEvent, type RelationKind, confirmRelation, declareRelation, evolveRelation, withdrawRelation } from './relations/relation.js';
