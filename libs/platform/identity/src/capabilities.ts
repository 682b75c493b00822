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
} as const satisfies Record<string, Omit<Refusal, 'rule'>>;

/** What code asks for, in place of a role (architecture 16). Keys as in regional-hub 2.8 where they exist there. */
export type Capability = keyof typeof REFUSALS;

export const CAPABILITIES = Object.keys(REFUSALS) as readonly Capability[];

/** The one map from role to capabilities. A role that is not here, or has nothing here, does not exist. */
export const CAPABILITIES_OF_ROLE: Readonly<Record<Role, Readonly<Partial<Record<Capability, Scope>>>>> = {
  'locality-social-worker': {
    'child:list': 'own', 'child:read-record': 'own', 'record:read-free-text': 'own',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'own', 'access-log:read': 'own',
  },
  'team-manager': {
    'child:list': 'team', 'child:read-record': 'team', 'record:read-free-text': 'team', 'child:allocate-worker': 'team', 'child:restrict': 'team',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'team', 'access-log:read': 'authority',
  },
  'performance-officer': {
    'child:list': 'authority', 'child:read-record': 'authority', 'import:manage': 'authority', 'kpi:read': 'authority', 'kpi:drill-to-case': 'authority',
  },
  'qa-auditor': {
    'child:list': 'authority', 'child:read-record': 'authority', 'record:read-free-text': 'authority',
    'kpi:read': 'authority', 'kpi:drill-to-case': 'authority', 'access-log:read': 'authority',
  },
  'data-protection-officer': { 'access-log:read': 'authority', 'kpi:read': 'authority' },
  'elected-member': { 'kpi:read': 'statistics' },
  'regional-head-of-operations': { 'kpi:read': 'region' },
  'slt-member': { 'kpi:read': 'region' },
  'management-board-member': { 'kpi:read': 'region' },
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
