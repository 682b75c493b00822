import { randomUUID } from 'node:crypto';
import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';
import { WITH_VIEWER, viewerOf } from '../children/visibility.js';

/** What the data protection officer is told of (what-good-means T10, but for searches). */
export const ALERT_KINDS = ['emergency-access-opened', 'own-family-or-colleague', 'grant-used', 'restricted-record-opened'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

const AN_HOUR_MS = 3_600_000;

/** `tenantId` is the record's own council, whoever looks. `emergencyAccess` is the use that the alert is about. */
export type NewAlert = Readonly<{ tenantId: TenantId; kind: AlertKind; childId: Uuid; at: Instant; emergencyAccess?: Uuid }>;

const insertWhere = (condition: string): string => `
  insert into alert (tenant_id, id, kind, child_id, at, person_id, person_name, person_role, person_authority, occasion)
  select $1::text, $2::uuid, $3::text, $4::uuid, $5::timestamptz, $6::uuid, $7::text, $8::text, $9::text, $10::text
  where ($11::boolean or not exists (
      select from alert a where a.tenant_id = $1 and a.person_id = $6::uuid and a.child_id = $4::uuid and a.kind = $3 and a.at > $5::timestamptz - interval '1 hour')) ${condition}
  on conflict (tenant_id, person_id, child_id, kind, occasion) do nothing`;

const ALWAYS = insertWhere('');
const IF_DECLARED = insertWhere(`and exists (select from declared_relation r where r.tenant_id = $1 and r.person_id = $6 and r.reference = $12 and r.status <> 'withdrawn')`);

const valuesOf = (who: Who, { tenantId, kind, childId, at, emergencyAccess }: NewAlert): readonly unknown[] => [
  tenantId, randomUUID(), kind, childId, at, who.id, who.name, who.roles[0] ?? '', who.authority, emergencyAccess ?? String(Math.floor(Date.parse(at) / AN_HOUR_MS)), emergencyAccess !== undefined,
];

/**
 * Tells the data protection officer, in the transaction of the look or the opening: it is there as soon as that is, or neither is.
 * A look raises no second alert of its kind for the same person and record within an hour: who reads a record opens many parts of it.
 * Every emergency access raises its own.
 */
export const raiseAlert = (tx: TenantTx, who: Who, alert: NewAlert): void => alongside(tx, ALWAYS, valuesOf(who, alert));

/** The same where the person has declared to be something to the child of this reference, confirmed or not. */
export const raiseIfDeclared = (tx: TenantTx, who: Who, alert: Omit<NewAlert, 'kind'>, reference: string): void =>
  alongside(tx, IF_DECLARED, [...valuesOf(who, { ...alert, kind: 'own-family-or-colleague' }), reference]);

export type AlertLine = Readonly<{
  id: Uuid; kind: AlertKind; at: Instant; childId: Uuid; reference: string; personName: string; personRole: string; personAuthority: TenantId; emergencyAccess: Uuid | null;
  readBy: string | null; readAt: Instant | null; note: string | null;
}>;

const COLUMNS = `a.id, a.kind, a.at, a.child_id as "childId", c.reference, a.person_name as "personName", a.person_role as "personRole", a.person_authority as "personAuthority",
  case when a.kind = 'emergency-access-opened' then a.occasion end as "emergencyAccess", a.read_by as "readBy", a.read_at as "readAt", a.note`;
const ALERTS = 'alert a join child c on c.tenant_id = a.tenant_id and c.id = a.child_id';

export type AlertsWanted = Readonly<{ kind?: AlertKind; unread?: boolean; cursor?: Uuid; limit: number }>;

/** A page of the council's alerts, unread first, then newest first, one more than the limit; and how many there are in all. */
export const alertsPage = async (tx: TenantTx, tenant: TenantId, { kind, unread, cursor, limit }: AlertsWanted): Promise<Readonly<{ lines: AlertLine[]; total: number }>> => {
  const matches = `a.tenant_id = $1 and ($2::text is null or a.kind = $2) and ($3::boolean is null or (a.read_at is null) = $3)`;
  const filter = [tenant, kind ?? null, unread ?? null];
  const lines = await tx.query<AlertLine[]>(
    `select ${COLUMNS} from ${ALERTS} where ${matches} and ($4::uuid is null or (a.read_at is null, a.at, a.id) < (select read_at is null, at, id from alert where tenant_id = $1 and id = $4))
     order by (a.read_at is null) desc, a.at desc, a.id desc limit $5`,
    [...filter, cursor ?? null, limit + 1],
  );
  const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int as total from alert a where ${matches}`, filter);
  return { lines, total: counted?.total ?? 0 };
};

/** Emergency access to the children who are this person's, newest first. */
export const alertsOfMine = (tx: TenantTx, who: Who, { cursor, limit }: Pick<AlertsWanted, 'cursor' | 'limit'>): Promise<AlertLine[]> =>
  tx.query<AlertLine[]>(
    `${WITH_VIEWER} select ${COLUMNS} from ${ALERTS} where a.tenant_id = $1 and a.kind = 'emergency-access-opened' and c.worker_id in (select id from me)
       and ($5::uuid is null or (a.at, a.id) < (select at, id from alert where tenant_id = $1 and id = $5)) order by a.at desc, a.id desc limit $6`,
    [...viewerOf(who), cursor ?? null, limit + 1],
  );

export const findAlert = async (tx: TenantTx, tenant: TenantId, id: Uuid): Promise<AlertLine | undefined> =>
  (await tx.query<AlertLine[]>(`select ${COLUMNS} from ${ALERTS} where a.tenant_id = $1 and a.id = $2`, [tenant, id]))[0];

/** Notes who has read it, once: the first reader and what they noted stay. */
export const markRead = (tx: TenantTx, tenant: TenantId, id: Uuid, { by, at, note }: Readonly<{ by: string; at: Instant; note: string }>): Promise<unknown> =>
  tx.query('update alert set read_by = $3, read_at = $4, note = $5 where tenant_id = $1 and id = $2 and read_at is null', [tenant, id, by, at, note]);
