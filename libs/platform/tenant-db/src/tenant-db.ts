import type { TenantId } from '@permanence/kernel/values';
import pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { Statements } from './statements.js';

const tenantScoped: unique symbol = Symbol('tenant-scoped');

/** A transaction in which PostgreSQL shows the rows of the actor's tenants and no others. Only `inTenants` makes one. */
export type TenantTx = EntityManager & { readonly [tenantScoped]: Statements };

/**
 * The rows of a statement that is read and planned once a connection: for the few that every look and every write repeat.
 * Its text is one of a few; what differs from call to call is a value.
 */
export const prepared = async <Row>(tx: TenantTx, text: string, values: readonly unknown[]): Promise<Row[]> => (await tx[tenantScoped].answer(text, values)).rows as Row[];

/** Sends a statement, prepared likewise, without waiting for it: should it fail, the transaction fails, and nothing that was read in it is shown. */
export const alongside = (tx: TenantTx, text: string, values: readonly unknown[]): void => tx[tenantScoped].send(text, values);

/** On whose behalf a transaction runs, and for which tenants: never none. */
export type Actor = Readonly<{ id: string; tenants: readonly [TenantId, ...TenantId[]] }>;

/** Two transactions that wait for each other, or could not have run one after the other: PostgreSQL asks for another try. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const TRIES = 4;

const asksForAnotherTry = (error: unknown): boolean =>
  error instanceof QueryFailedError && TRY_AGAIN.has(String((error.driverError as { code?: string }).code));

/** TypeORM lets go of a connection that was cut, and then only says that it has. */
const isTakenAway = (error: unknown): boolean => error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;

/** With PostgreSQL's own code for it, by which others know that nothing is wrong with the work itself. */
const connectionLost = (cause: unknown): Error => Object.assign(new Error('The connection to the database was lost in the middle of a transaction.', { cause }), { code: '08006' });

/** PostgreSQL answers the commit of a broken transaction politely, with a rollback: a failure that somebody kept to themselves. */
const committed = async (statements: Statements): Promise<void> => {
  const answer = statements.answer('commit');
  await statements.settled();
  if ((await answer).command === 'ROLLBACK') throw new Error('a statement of the transaction had failed, and the work went on: nothing was written');
};

/** The only way to a service's tables. Services inject this, never a data source (architecture, decision 8). */
export class TenantDb {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that sees the actor's tenants only. What `work` does outside the database must
   * bear being done again: the transaction is repeated when PostgreSQL asks for it.
   */
  async inTenants<T>(who: Actor, work: (tx: TenantTx) => T | Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(who, work);
      } catch (error) {
        if (tries >= TRIES || !asksForAnotherTry(error)) throw error;
      }
    }
  }

  /** Nobody waits for the begin, and the commit follows the last statement at once: every read and every write of the product passes here. */
  private async once<T>({ tenants }: Actor, work: (tx: TenantTx) => T | Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const statements = new Statements((await runner.connect()) as pg.PoolClient);
    try {
      statements.send(`begin; select set_config('app.tenants', ${pg.escapeLiteral(tenants.join(','))}, true)`);
      const result = await work(Object.assign(runner.manager, { [tenantScoped]: statements }) as TenantTx);
      await committed(statements);
      return result;
    } catch (error) {
      // A connection that is gone cannot roll back, and PostgreSQL has done so by itself: the first error is the one that tells.
      await runner.query('rollback').catch(() => undefined);
      await statements.settled();
      throw isTakenAway(error) ? connectionLost(error) : error;
    } finally {
      statements.release();
      await runner.release();
    }
  }

  /** Whether the database answers; for the readiness check. */
  async isReady(): Promise<boolean> {
    await this.dataSource.query('select 1');
    return true;
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
