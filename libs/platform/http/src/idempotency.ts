import { createHash } from 'node:crypto';
import type { Clock } from '@permanence/kernel/values';
import { type Migration, type TenantDb, type TenantTx, tenantOwned } from '@permanence/platform/tenant-db';
import type { Who } from '@permanence/platform/identity';
import { HttpProblem, problem } from './problem.js';

/** What a command answered the first time its key came. */
export type FirstAnswer = Readonly<{ status: number; location: string | null; body: unknown }>;

type Row = Readonly<{ fingerprint: string; status: number | null; location: string | null; body: unknown }>;

/** Keys are kept for a day: long enough for any retry, short enough to hold little. */
const KEPT_HOURS = 24;

/** The table of a service's idempotency keys. */
export const idempotencyTable: Migration = {
  name: 'platform-idempotency-key',
  statements: (schema) => [
    `CREATE TABLE ${schema}.idempotency_key (
       tenant_id text NOT NULL, person_id uuid NOT NULL, key text NOT NULL, fingerprint text NOT NULL,
       status int, location text, body jsonb, begun_at timestamptz NOT NULL,
       PRIMARY KEY (tenant_id, person_id, key))`,
    `CREATE INDEX idempotency_key_age ON ${schema}.idempotency_key (tenant_id, begun_at)`,
    ...tenantOwned(schema, 'idempotency_key'),
  ],
};

/** What makes two requests the same: the route and, where it can be read twice, the body. */
export const fingerprintOf = (method: string, url: string, body: unknown): string => createHash('sha256').update(JSON.stringify([method, url, body ?? null])).digest('hex');

const answeredBefore = (row: Row, fingerprint: string): FirstAnswer => {
  if (row.fingerprint !== fingerprint) throw new HttpProblem(problem(422, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request. Use a new one for each command.'));
  if (row.status === null) throw new HttpProblem(problem(409, 'STILL_BEING_DONE', 'The same command is still being done. Ask again in a moment.'));
  return { status: row.status, location: row.location, body: row.body };
};

/** Remembers what each command answered, so that a second click or a retry gets the first answer and does nothing. */
export class IdempotencyKeys {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Takes a key, or gives the answer that the command had. @throws HttpProblem 409 while it is being done, 422 when it was another request's. */
  take(who: Who, key: string, fingerprint: string): Promise<FirstAnswer | undefined> {
    return this.db.inTenants(who, async (tx) => {
      await this.forgetOld(tx, who);
      const taken = await tx.query<unknown[]>(
        `insert into idempotency_key (tenant_id, person_id, key, fingerprint, begun_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
        [who.authority, who.id, key, fingerprint, this.clock.now()],
      );
      if (taken.length > 0) return undefined;
      const [row] = await tx.query<Row[]>('select fingerprint, status, location, body from idempotency_key where tenant_id = $1 and person_id = $2 and key = $3', [who.authority, who.id, key]);
      return row === undefined ? undefined : answeredBefore(row, fingerprint);
    });
  }

  async keep(who: Who, key: string, { status, location, body }: FirstAnswer): Promise<void> {
    await this.db.inTenants(who, (tx) =>
      tx.query('update idempotency_key set status = $4, location = $5, body = $6 where tenant_id = $1 and person_id = $2 and key = $3', [who.authority, who.id, key, status, location, JSON.stringify(body ?? null)]),
    );
  }

  /** Gives a key back: the command was refused or failed, and may be sent again once mended. */
  async giveBack(who: Who, key: string): Promise<void> {
    await this.db.inTenants(who, (tx) => tx.query('delete from idempotency_key where tenant_id = $1 and person_id = $2 and key = $3 and status is null', [who.authority, who.id, key]));
  }

  private async forgetOld(tx: TenantTx, who: Who): Promise<void> {
    await tx.query(`delete from idempotency_key where tenant_id = $1 and begun_at < $2::timestamptz - make_interval(hours => $3)`, [who.authority, this.clock.now(), KEPT_HOURS]);
  }
}
