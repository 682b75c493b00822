// Runs one command and kills its own process at the boundary of a statement: killed-writer.ts URL STREAM KIND NUMBER
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { appendEvents, connect } from '@permanence/platform/tenant-db';
import pg from 'pg';

const [url, stream, kind, number] = process.argv.slice(2) as [string, string, 'before' | 'during' | 'after', string];

const TENANT = TenantId('E10000028');

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('A killed process does nothing more.');
};

type Query = (...values: unknown[]) => Promise<unknown>;

/** Counts the statements that reach PostgreSQL, and dies before, during (sent, not answered) or after the one that is asked for. */
const dieAt = (statement: number): void => {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const send = prototype.query;
  let sent = 0;
  prototype.query = async function (this: pg.Client, ...values: unknown[]): Promise<unknown> {
    sent += 1;
    const here = sent === statement;
    if (here && kind === 'before') die();
    const answer = send.apply(this, values);
    if (here && kind === 'during') setImmediate(die);
    const rows = await answer;
    if (here && kind === 'after') die();
    return rows;
  };
};

const db = await connect({ url, applicationName: 'killed writer' });
dieAt(Number(number));
await db.inTenants({ id: 'tester', tenants: [TENANT] }, async (tx) => {
  await tx.query('insert into state (tenant_id, id, version) values ($1, $2, 1)', [TENANT, stream]);
  const event = { eventId: Uuid(stream), tenantId: TENANT, streamId: Uuid(stream), type: 'counted', effectiveOn: LocalDate('2026-09-30'), data: {} };
  appendEvents(tx, { actor: 'tester', correlationId: stream, recordedAt: Instant('2026-09-30T09:41:00.000Z') }, [event]);
});
process.exit(0);
