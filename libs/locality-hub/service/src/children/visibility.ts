import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { AccessReason } from '@permanence/platform/access-log';
import type { Scope, Who } from '@permanence/platform/identity';

/**
 * Who may see which child, and why: the one place that says so. Every query about children begins with `WITH_VIEWER`,
 * reads from `CHILDREN` and takes its first four parameters from `viewerOf`.
 */
export const viewerOf = (who: Who): readonly [TenantId, Uuid, string | null, string | null] => [who.authority, who.id, who.swRegistration ?? null, who.team ?? null];

/** `viewer` is the person; `me` the workers whom the person is: by their account, or by their registration. */
export const WITH_VIEWER = `
  with viewer as (select $2::uuid as person, $3::text as registration, $4::text as team),
  me as materialized (
    select wk.id, wk.role from worker wk, viewer v where wk.tenant_id = $1 and (wk.id = v.person or wk.person_id = v.person or wk.registration = v.registration))`;

/** The children, each with its worker. */
export const CHILDREN = `child c left join worker w on w.tenant_id = c.tenant_id and w.id = c.worker_id`;

/** The child's social worker, or for those who are appointed to review, the child's reviewing officer. */
export const IS_MINE = `(coalesce(c.worker_id in (select id from me), false) or coalesce(c.reviewing_officer_id in (select id from me where role = 'reviewing-officer'), false))`;
export const IS_TEAMS = `coalesce(w.team = (select team from viewer), false)`;
const IS_NAMED = `exists (select 1 from restriction_named n where n.tenant_id = c.tenant_id and n.child_id = c.id and n.worker_id in (select id from me))`;

const IN_REACH: Partial<Record<Scope, string>> = { own: IS_MINE, team: `(${IS_MINE} or ${IS_TEAMS} or c.worker_id is null)`, authority: 'true' };

/** Whether the child is in the person's reach, restricted or not. */
export const inReach = (who: Who): string => IN_REACH[who.capabilities.get('child:read-record') ?? 'statistics'] ?? 'false';

/** Whether the person may know of the child at all. */
export const isKnown = (who: Who): string => `(${inReach(who)} or ${IS_NAMED})`;

/** Whether the record stays shut to the person although they may know of it. */
export const IS_SHUT = `(c.restricted and not ${IS_NAMED})`;

/** What `openingOf` needs of a child, as columns. */
export const seenColumns = (who: Who): string => `${inReach(who)} as "inReach", ${IS_MINE} as mine, ${IS_NAMED} as named, c.restricted, c.restricted_by as "restrictedBy"`;

export type Seen = Readonly<{ inReach: boolean; mine: boolean; named: boolean; restricted: boolean; restrictedBy: string | null }>;

/** What a person may do with a record: open it, and on what ground; ask somebody; or not even know of it. */
export type Opening = Readonly<{ kind: 'open'; reason: AccessReason } | { kind: 'ask'; ask: string } | { kind: 'unknown' }>;

export const openingOf = (who: Who, seen: Seen): Opening => {
  if (seen.named) return { kind: 'open', reason: 'named' };
  if (!seen.inReach) return { kind: 'unknown' };
  return seen.restricted ? { kind: 'ask', ask: askOf(seen) } : { kind: 'open', reason: reasonOf(who, seen) };
};

/** Whom to ask about a restricted record: the manager who decided last who may open it. */
const askOf = ({ restrictedBy }: Seen): string => `Ask ${restrictedBy ?? 'the team manager'}, team manager.`;

const reasonOf = (who: Who, { mine }: Seen): AccessReason => {
  if (mine) return 'own-case';
  if (who.capabilities.get('child:read-record') === 'team') return 'team';
  return who.capabilities.get('access-log:read') === 'authority' ? 'audit' : 'authority';
};
