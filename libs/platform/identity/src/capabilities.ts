import type { Refusal } from '@permanence/kernel/decider';
import { REGION, type TenantId } from '@permanence/kernel/values';
import { type Role, isRegionalRole } from './roles.js';

/**
 * How far a capability reaches.
 * `statistics`: published figures only, small numbers suppressed (L0). `own`: the person's own cases. `team`: the cases of the own team, and those that no worker has yet.
 * `authority`: the whole own authority. `region`: what belongs to the partnership (regional-hub 2.8).
 */
export type Scope = 'statistics' | 'own' | 'team' | 'authority' | 'region';

/** What somebody without the capability is told. */
const REFUSALS = {
  'child:list': { code: 'CHILDREN_NOT_FOR_ROLE', sentence: 'Your role does not show children. A social worker, team manager, performance officer or auditor of the council can.' },
  'child:read-record': { code: 'RECORD_NOT_FOR_ROLE', sentence: "Your role does not open a child's record. The child's social worker or their team manager can." },
  'record:read-free-text': { code: 'FREE_TEXT_NOT_FOR_ROLE', sentence: "Your role does not show what people wrote in a child's record. The child's social worker or their team manager can read it." },
  'child:allocate-worker': { code: 'ALLOCATION_NOT_FOR_ROLE', sentence: 'Only a team manager can allocate a worker to a child. Ask the team manager.' },
  'child:restrict': { code: 'RESTRICTION_NOT_FOR_ROLE', sentence: "Only a team manager can restrict a child's record and name who may open it. Ask the team manager." },
  'import:manage': { code: 'IMPORT_NOT_FOR_ROLE', sentence: "Only a performance officer can load a council's files. Ask your performance officer." },
  'kpi:read': { code: 'FIGURES_NOT_FOR_ROLE', sentence: 'Your role does not show figures. Ask your performance officer for them.' },
  'kpi:drill-to-case': { code: 'DRILL_DOWN_REFUSED', sentence: 'Your role shows the figure, not the children behind it. Ask the council that holds their records.' },
  'access-log:read': { code: 'ACCESS_LOG_NOT_FOR_ROLE', sentence: 'Your role does not show who has looked at a record. Ask the data protection officer.' },
  'plan:propose': { code: 'PLAN_NOT_FOR_ROLE', sentence: "Your role does not change a child's permanence plan. The child's social worker or their team manager can." },
  'plan:agree': { code: 'PLAN_AGREEMENT_NOT_FOR_ROLE', sentence: "Your role does not agree a permanence plan. The child's reviewing officer and their team manager do, at a review." },
  'tracker:read': { code: 'TRACKER_NOT_FOR_ROLE', sentence: 'Your role does not show where each child is on the way to permanence. A social worker, team manager or reviewing officer can.' },
  'tracker:read-region': { code: 'REGIONAL_TRACKER_NOT_FOR_ROLE', sentence: "Your role does not show the region's tracker. A social worker, a team manager or the Regional Head of Operations can." },
  'harder-to-place:manage': { code: 'REGISTER_NOT_FOR_ROLE', sentence: 'Your role does not change the register of children who are harder to place. A social worker or team manager can.' },
  'profile:request': { code: 'PROFILE_NOT_FOR_ROLE', sentence: "Your role does not ask for another council's profile of a child. A social worker or team manager can." },
  'profile:disclose': { code: 'DISCLOSURE_NOT_FOR_ROLE', sentence: "Only a team manager of the child's own council can share a profile. Ask them." },
  'break-glass:use': { code: 'EMERGENCY_ACCESS_NOT_FOR_ROLE', sentence: 'Your role has no emergency access. A social worker, team manager or reviewing officer of the council has it.' },
  'break-glass:review': { code: 'EMERGENCY_REVIEW_NOT_FOR_ROLE', sentence: 'Only the data protection officer reviews emergency access.' },
  'alert:read': { code: 'ALERTS_NOT_FOR_ROLE', sentence: 'Only the data protection officer reads alerts about looks at records.' },
  'relation:declare': { code: 'DECLARATION_NOT_FOR_ROLE', sentence: 'Your role opens no records, so there is nobody to declare.' },
  'relation:confirm': { code: 'CONFIRMATION_NOT_FOR_ROLE', sentence: 'Only a team manager confirms what a worker declares. Ask the team manager.' },
  'sharing-agreement:read': { code: 'AGREEMENT_NOT_FOR_ROLE', sentence: 'Your role does not show the sharing agreement. Ask the data protection officer.' },
  'sharing-agreement:draft': { code: 'AGREEMENT_DRAFT_NOT_FOR_ROLE', sentence: 'Only the Regional Head of Operations drafts a new version of the sharing agreement.' },
  'sharing-agreement:sign': { code: 'SIGNATURE_NOT_FOR_ROLE', sentence: 'Two people sign the agreement for a council: its information owner and its data protection officer. Ask one of them.' },
  'commentary:write': { code: 'COMMENTARY_NOT_FOR_ROLE', sentence: 'Your role does not comment on figures. The performance officer of the council or the Regional Head of Operations can.' },
  'pack:freeze': { code: 'FREEZE_NOT_FOR_ROLE', sentence: "Your role does not freeze a month's figures. The performance officer of the council or the Regional Head of Operations can." },
  'target:set': { code: 'TARGET_NOT_FOR_ROLE', sentence: 'Only the Regional Head of Operations enters a target that a board has set.' },
  'population:set': { code: 'POPULATION_NOT_FOR_ROLE', sentence: "Only the performance officer enters the council's population." },
  'work:read': { code: 'WORK_NOT_FOR_ROLE', sentence: 'Your role has no dates to keep here. A social worker, team manager or reviewing officer has.' },
} as const satisfies Record<string, Omit<Refusal, 'rule'>>;

/** What code asks for, in place of a role (architecture 16). Keys as in regional-hub 2.8 where they exist there. */
export type Capability = keyof typeof REFUSALS;

export const CAPABILITIES = Object.keys(REFUSALS) as readonly Capability[];

/** The one map from role to capabilities. A role that is not here, or has nothing here, does not exist. */
export const CAPABILITIES_OF_ROLE: Readonly<Record<Role, Readonly<Partial<Record<Capability, Scope>>>>> = {
  'locality-social-worker': {
    'child:list': 'own', 'child:read-record': 'own', 'record:read-free-text': 'own', 'plan:propose': 'own', 'tracker:read': 'own', 'tracker:read-region': 'region', 'harder-to-place:manage': 'own',
    'profile:request': 'region', 'break-glass:use': 'authority', 'relation:declare': 'own', 'sharing-agreement:read': 'region', 'work:read': 'own',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'own', 'access-log:read': 'own',
  },
  'team-manager': {
    'child:list': 'team', 'child:read-record': 'team', 'record:read-free-text': 'team', 'child:allocate-worker': 'team', 'child:restrict': 'team',
    'plan:propose': 'team', 'plan:agree': 'team', 'tracker:read': 'team', 'tracker:read-region': 'region', 'harder-to-place:manage': 'authority', 'profile:request': 'region', 'profile:disclose': 'authority',
    'break-glass:use': 'authority', 'relation:declare': 'own', 'relation:confirm': 'team', 'sharing-agreement:read': 'region', 'work:read': 'team',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'team', 'access-log:read': 'authority',
  },
  'performance-officer': {
    'child:list': 'authority', 'child:read-record': 'authority', 'import:manage': 'authority', 'kpi:read': 'authority', 'kpi:drill-to-case': 'authority', 'tracker:read': 'authority',
    'commentary:write': 'authority', 'pack:freeze': 'authority', 'population:set': 'authority', 'relation:declare': 'own', 'sharing-agreement:read': 'region', 'work:read': 'authority',
  },
  'qa-auditor': {
    'child:list': 'authority', 'child:read-record': 'authority', 'record:read-free-text': 'authority', 'tracker:read': 'authority', 'relation:declare': 'own', 'sharing-agreement:read': 'region',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'authority', 'access-log:read': 'authority',
  },
  'reviewing-officer': {
    'child:list': 'own', 'child:read-record': 'own', 'record:read-free-text': 'own', 'plan:agree': 'own', 'tracker:read': 'own', 'break-glass:use': 'authority', 'relation:declare': 'own',
    'sharing-agreement:read': 'region', 'work:read': 'own', 'kpi:read': 'authority', 'access-log:read': 'own',
  },
  'data-protection-officer': {
    'access-log:read': 'authority', 'kpi:read': 'authority', 'break-glass:review': 'authority', 'alert:read': 'authority', 'sharing-agreement:read': 'region', 'sharing-agreement:sign': 'authority',
  },
  'information-owner': { 'kpi:read': 'authority', 'sharing-agreement:read': 'region', 'sharing-agreement:sign': 'authority' },
  'elected-member': { 'kpi:read': 'statistics' },
  'regional-head-of-operations': {
    'kpi:read': 'region', 'tracker:read-region': 'region', 'harder-to-place:manage': 'region', 'sharing-agreement:read': 'region', 'sharing-agreement:draft': 'region',
    'commentary:write': 'region', 'pack:freeze': 'region', 'target:set': 'region',
  },
  'slt-member': { 'kpi:read': 'region', 'tracker:read-region': 'region', 'sharing-agreement:read': 'region' },
  'management-board-member': { 'kpi:read': 'region', 'sharing-agreement:read': 'region' },
};

const NARROW_TO_WIDE: readonly Scope[] = ['statistics', 'own', 'team', 'authority', 'region'];

const wider = (a: Scope | undefined, b: Scope): Scope => (a !== undefined && NARROW_TO_WIDE.indexOf(a) > NARROW_TO_WIDE.indexOf(b) ? a : b);

/** A council's appointment counts only in a council, a regional one only in the partnership: an account set up half-way gains nothing. */
const countsIn = (role: Role, authority: TenantId): boolean => isRegionalRole(role) === (authority === REGION);

/** All that somebody with these roles may do, each as far as the widest of the roles reaches. */
export const capabilitiesOf = (roles: readonly Role[], authority: TenantId): ReadonlyMap<Capability, Scope> => {
  const held = new Map<Capability, Scope>();
  for (const role of roles.filter((each) => countsIn(each, authority)))
    for (const [capability, scope] of Object.entries(CAPABILITIES_OF_ROLE[role]) as [Capability, Scope][]) held.set(capability, wider(held.get(capability), scope));
  return held;
};

/** Why somebody without this capability is refused, and who can do it. */
export const refusalWithout = (capability: Capability): Refusal => ({ ...REFUSALS[capability], rule: `identity.capability.${capability}` });
