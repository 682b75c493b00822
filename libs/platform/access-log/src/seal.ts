import type { Instant, TenantId } from '@permanence/kernel/values';
import type { TenantDb, TenantTx } from '@permanence/platform/tenant-db';

/** Rows under one seal at most: small enough to find a changed row in, large enough to verify a million quickly. */
const ROWS_A_SEAL = 1000;

const SYSTEM = 'access-log';

/** A row as it is hashed: every column, in this order. */
const AS_TEXT = `concat_ws('|', tenant_id, id, position, transaction_id, extract(epoch from at), person_id, person_name, person_role, person_authority, coalesce(subject_id::text, '-'), part, reason)`;

type Seal = Readonly<{ number: number; transaction: string; position: number; hash: Buffer }>;

const NO_SEAL: Seal = { number: 0, transaction: '0', position: 0, hash: Buffer.alloc(0) };

const lastSeal = async (tx: TenantTx, tenantId: TenantId): Promise<Seal> =>
  (await tx.query<Seal[]>(`select number, through_transaction as transaction, through_position as position, hash from access_log_seal where tenant_id = $1 order by number desc limit 1`, [tenantId]))[0] ?? NO_SEAL;

/**
 * Seals the rows written since the last seal: each seal's hash holds the one before, so that no row can be changed or
 * taken away without breaking the chain. Rows of transactions still running wait for the next seal.
 * @returns how many rows were sealed.
 */
export const sealAccessLog = async (db: TenantDb, tenantId: TenantId, sealedAt: Instant): Promise<number> => {
  const actor = { id: SYSTEM, tenants: [tenantId] as const };
  for (let sealed = 0; ; ) {
    const rows = await db.inTenants(actor, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`seal ${tenantId}`]);
      const last = await lastSeal(tx, tenantId);
      const [made] = await tx.query<{ rows: number }[]>(
        `with unsealed as (
           select transaction_id, position, ${AS_TEXT} as text from access_log
           where tenant_id = $1 and (transaction_id, position) > ($2::xid8, $3::bigint) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
           order by transaction_id, position limit ${ROWS_A_SEAL}),
         newest as (select transaction_id, position from unsealed order by transaction_id desc, position desc limit 1)
         insert into access_log_seal (tenant_id, number, through_transaction, through_position, rows, hash, sealed_at)
         select $1, $4::bigint + 1, newest.transaction_id, newest.position, (select count(*) from unsealed),
                sha256($5::bytea || convert_to((select string_agg(text, E'\\n' order by transaction_id, position) from unsealed), 'UTF8')), $6
         from newest returning rows`,
        [tenantId, last.transaction, last.position, last.number, last.hash, sealedAt],
      );
      return made?.rows ?? 0;
    });
    sealed += rows;
    if (rows < ROWS_A_SEAL) return sealed;
  }
};

export type Verdict = Readonly<{ rows: number; seals: number; brokenSeals: readonly number[] }>;

/** Recomputes every seal of an authority in one pass. A broken seal names the thousand rows among which one was changed or taken away. */
export const verifyAccessLog = async (db: TenantDb, tenantId: TenantId): Promise<Verdict> =>
  db.inTenants({ id: SYSTEM, tenants: [tenantId] }, async (tx) => {
    await tx.query(`set local statement_timeout = '10min'`);
    await tx.query(`set local transaction_timeout = '10min'`);
    const [verdict] = await tx.query<{ rows: number; seals: number; broken: number[] | null }[]>(
      `with seals as (
         select number, hash, rows, through_transaction, through_position,
                lag(through_transaction, 1, '0'::xid8) over (order by number) as after_transaction, lag(through_position, 1, 0::bigint) over (order by number) as after_position,
                lag(hash, 1, ''::bytea) over (order by number) as before_hash
         from access_log_seal where tenant_id = $1),
       checked as (
         select number, rows, hash = sha256(before_hash || convert_to(coalesce((
                  select string_agg(${AS_TEXT}, E'\\n' order by transaction_id, position) from access_log
                  where tenant_id = $1 and (transaction_id, position) > (after_transaction, after_position) and (transaction_id, position) <= (through_transaction, through_position)), ''), 'UTF8')) as whole
         from seals)
       select coalesce(sum(rows), 0)::int as rows, count(*)::int as seals, array_agg(number::int order by number) filter (where not whole) as broken from checked`,
      [tenantId],
    );
    return { rows: verdict?.rows ?? 0, seals: verdict?.seals ?? 0, brokenSeals: verdict?.broken ?? [] };
  });
