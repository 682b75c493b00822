import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Role, Who } from '@permanence/platform/identity';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';

/** A person's feed: as whom it reads, and when the person was last here. */
export type CalendarFeed = Readonly<{ personId: Uuid; role: Role; registration: string | null; madeAt: Instant; lastSeenOn: LocalDate }>;

const COLUMNS = 'person_id as "personId", role, registration, made_at as "madeAt", last_seen_on as "lastSeenOn"';

/** Makes a person's feed, or gives it another secret: the one before opens nothing from then on. */
export const keepFeed = async (tx: TenantTx, who: Who, { secretHash, at, today }: Readonly<{ secretHash: Buffer; at: Instant; today: LocalDate }>): Promise<void> => {
  await tx.query(
    `insert into calendar_feed (tenant_id, person_id, secret_hash, role, registration, made_at, last_seen_on) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, person_id) do update set secret_hash = excluded.secret_hash, role = excluded.role, registration = excluded.registration, made_at = excluded.made_at, last_seen_on = excluded.last_seen_on`,
    [who.authority, who.id, secretHash, who.roles[0], who.swRegistration ?? null, at, today],
  );
};

export const dropFeed = async (tx: TenantTx, who: Who): Promise<void> => {
  await tx.query('delete from calendar_feed where tenant_id = $1 and person_id = $2', [who.authority, who.id]);
};

export const feedOf = async (tx: TenantTx, who: Who): Promise<CalendarFeed | undefined> =>
  (await tx.query<CalendarFeed[]>(`select ${COLUMNS} from calendar_feed where tenant_id = $1 and person_id = $2`, [who.authority, who.id]))[0];

export const feedBySecret = async (tx: TenantTx, tenant: TenantId, secretHash: Buffer): Promise<CalendarFeed | undefined> =>
  (await tx.query<CalendarFeed[]>(`select ${COLUMNS} from calendar_feed where tenant_id = $1 and secret_hash = $2`, [tenant, secretHash]))[0];

/** Notes that the person was here, with the role and registration they have now; at most once a day. */
export const noteSeen = (tx: TenantTx, who: Who, today: LocalDate): void =>
  alongside(tx, 'update calendar_feed set last_seen_on = $3, role = $4, registration = $5 where tenant_id = $1 and person_id = $2 and last_seen_on < $3', [who.authority, who.id, today, who.roles[0], who.swRegistration ?? null]);
