/** What a person is appointed as in one council. The names are realm roles of Keycloak. */
export const COUNCIL_ROLES = [
  'locality-social-worker', 'team-manager', 'performance-officer', 'elected-member', 'data-protection-officer', 'qa-auditor', 'reviewing-officer', 'information-owner',
] as const;

/** What a person is appointed as in the partnership; the account's authority is `region`. */
export const REGIONAL_ROLES = ['regional-head-of-operations', 'slt-member', 'management-board-member'] as const;

export type CouncilRole = (typeof COUNCIL_ROLES)[number];
export type RegionalRole = (typeof REGIONAL_ROLES)[number];
export type Role = CouncilRole | RegionalRole;

/** Every role, council roles first. */
export const ROLES: readonly Role[] = [...COUNCIL_ROLES, ...REGIONAL_ROLES];

export const isRegionalRole = (role: Role): role is RegionalRole => REGIONAL_ROLES.some((regional) => regional === role);

/** Keycloak puts roles of its own beside ours (`offline_access`, `default-roles-…`): those are none of ours. */
export const isRole = (name: string): name is Role => ROLES.some((role) => role === name);
