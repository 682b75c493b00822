import type { TenantId } from '@permanence/kernel/values';
import pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';

declare const tenantScoped: unique symbol;

/** A transaction in which PostgreSQL shows the rows of the actor's tenants and no others. Only `inTenants` makes one. */
export type TenantTx = EntityManager & { readonly [tenantScoped]: true };

/** On whose behalf a transaction runs, and for which tenants: never none. */
export type Actor = Readonly<{ id: string; tenants: readonly [TenantId, ...TenantId[]] }>;

/** Two transactions that wait for each other, or could not have run one after the other: PostgreSQL asks for another try. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const TRIES = 4;

const asksForAnotherTry = (error: unknown): boolean =>
  error instanceof QueryFailedError && TRY_AGAIN.has(String((error.driverError as { code?: string }).code));

/** The only way to a service's tables. Services inject this, never a data source (architecture, decision 8). */
export class TenantDb {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that sees the actor's tenants only. What `work` does outside the database must
   * bear being done again: the transaction is repeated when PostgreSQL asks for it.
   */
  async inTenants<T>(who: Actor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(who, work);
      } catch (error) {
        if (tries >= TRIES || !asksForAnotherTry(error)) throw error;
      }
    }
  }

  /** Begin and tenants go to PostgreSQL in one message: every read and every write of the product passes here. */
  private async once<T>({ tenants }: Actor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query(`begin; select set_config('app.tenants', ${pg.escapeLiteral(tenants.join(','))}, true)`);
      const result = await work(runner.manager as TenantTx);
      await runner.query('commit');
      return result;
    } catch (error) {
      // A connection that is gone cannot roll back, and PostgreSQL has done so by itself: the first error is the one that tells.
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
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
