import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { AboutChild } from './locality-hub.js';
import type { Outcome, Page } from './problem.js';

/** What the portal asks of `locality-hub` about a child's plan for permanence. */
export interface PlanApi {
  /** `GET /children/{id}/plan`: writes the access row (`part: plan`). */
  plan(id: Uuid): Promise<ChildPlan>;
  /** `GET /children/{id}/plan/versions`: the plan as it was from a version on, oldest first. */
  planVersions(id: Uuid, from: string): Promise<Page<PlanVersion>>;
  /** `GET /plan-step-owners`: who of the council can take a step. */
  stepOwners(): Promise<Page<StepOwner>>;
  /** `POST /children/{id}/plan/{path}` on the version that the person saw: 412 when it has another one by now. */
  changePlan(id: Uuid, path: PlanPath | 'revision', body: object, seen: Readonly<{ version: string; key: string }>): Promise<Outcome<PlanDecided>>;
}

/** The last word of a command's address, in the service and here. */
export type PlanPath = 'options' | 'option' | 'proposal' | 'countersignature' | 'agreement' | 'change' | 'milestone' | 'limb' | 'breakdown';
export type PlanCommand = 'identifyOptions' | 'placeOption' | 'proposePlan' | 'countersign' | 'agreeAtReview' | 'changePlan' | 'setMilestone' | 'recordLimb' | 'breakDown';
export type PlanStatus = 'none' | 'options-identified' | 'proposed' | 'agreed' | 'achieved';
type Refused = Readonly<{ code: string; sentence: string; rule: string }>;
type PlanPerson = Readonly<{ id: Uuid; name: string | null }>;

/** Words of people are null for roles that do not read them. */
export type PlanOption = Readonly<{ route: string; position: string; reason: string | null }>;
export type PlanStep = Readonly<{ code: string; dueOn: LocalDate; doneOn: LocalDate | null; late: boolean; owner: PlanPerson | null; blocker: string | null; route: string | null; fromRecord: boolean }>;
export type PlanLimb = Readonly<{ limb: string; status: string; target: string | null; evidence: string | null }>;
export type PlanSigned = PlanPerson & Readonly<{ on: LocalDate }>;
export type PlanReview = Readonly<{ reviewId: Uuid; heldOn: LocalDate; sequence: number | null }>;
/** A command that is this person's to give, and why not now. */
export type PlanAllowed = Readonly<{ command: PlanCommand; refusal: Refused | null }>;
/** C18: by when a plan is to be agreed. `missing`: the second review was held without one. */
export type PlanClock = Readonly<{ clock: string; dueOn: LocalDate; startKnown: boolean; metOn: LocalDate | null; late: boolean; missing: Refused | null }>;

export type ChildPlan = AboutChild & Readonly<{
  version: number; status: PlanStatus; options: readonly PlanOption[]; milestones: readonly PlanStep[]; limbs: readonly PlanLimb[]; identifiedOn: LocalDate | null; proposed: PlanSigned | null; countersigned: PlanSigned | null;
  agreed: Readonly<{ on: LocalDate; reviewId: Uuid; manager: PlanPerson }> | null; achievedOn: LocalDate | null; clock: PlanClock | null; proceedingsOpen: boolean; reviews: readonly PlanReview[]; allowedCommands: readonly PlanAllowed[];
}>;
/** What a plan says: options, steps and the three sides. */
export type PlanContent = Pick<ChildPlan, 'options' | 'milestones' | 'limbs'>;
/** The plan as one event left it. `by`: null where the record itself wrote it; version 0 is no plan, which nobody wrote. */
export type PlanVersion = PlanContent & Readonly<{ version: number; what: string | null; at: Instant | null; by: Readonly<{ name: string; role: string }> | null; status: PlanStatus }>;
export type StepOwner = Readonly<{ id: Uuid; name: string; role: string; team: string | null }>;
export type PlanDecided = Readonly<{ version: number; status: PlanStatus }>;

/** These routes over HTTP with one person's token. */
export const planClient = (api: ServiceClient): PlanApi => ({
  plan: (id) => api.get(`children/${id}/plan`),
  planVersions: (id, from) => api.whole(`children/${id}/plan/versions?from=${encodeURIComponent(from)}`),
  stepOwners: () => api.whole('plan-step-owners'),
  changePlan: (id, path, body, seen) => api.commandOn(`children/${id}/plan/${path}`, { ...body, check: false }, seen),
});
