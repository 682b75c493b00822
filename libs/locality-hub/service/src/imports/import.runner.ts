import { randomUUID } from 'node:crypto';
import type { Clock, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { collectionWindow } from '@permanence/kernel/values';
import { rulesInForce } from '@permanence/locality-hub/domain';
import type { ReadOnlyMode } from '@permanence/platform/read-only';
import type { Logger } from '@permanence/platform/telemetry';
import { type Actor, type TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import type { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { oneAtATime } from '../record/one-at-a-time.js';
import { type ImportContext, childResult } from './child-batch.js';
import { type CodesOf, loadChildren, nextCodes } from './child-batch.store.js';
import { completeEpisodeYears, earlierLoads, keepCollection, siblingGroupOwner } from './collection.store.js';
import type { ImportRow } from './import.js';
import { advance, endImport, filesOf, leaseImport, modulesOf, releaseImport } from './import.store.js';
import { saveBatch } from './save-batch.js';
import { findSameChildren } from './same-child.js';
import { forgetStaged } from './staging.store.js';

/** Children in one transaction: short enough to hold nobody up (an open one stalls every relay), long enough to spread the cost of a commit. */
const CHILDREN_A_BATCH = 60;

/**
 * PostgreSQL keeps the plan of a foreign-key check. One made while the first children came in reads the whole table, and would do so
 * for each row of the thousands after them.
 */
const FORGET_PLANS = 'discard plans';

/** Works through imports, child by child. Cut off anywhere, it goes on after the last batch that was committed. */
export class ImportRunner {
  private stopping = false;

  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly postcodes: PostcodeDirectory,
    private readonly logger: Logger,
    private readonly mode: ReadOnlyMode,
  ) {}

  /** Ends after the batch in hand; what is left is taken up by the next process. */
  stop(): void {
    this.stopping = true;
  }

  /** Runs an import to its end, or to where read-only mode meets it: after that it is taken up again. Somebody else's import is left alone. A fault ends it as `failed`, with what to do. */
  async run(tenant: TenantId, id: Uuid): Promise<void> {
    const actor: Actor = { id: 'import', tenants: [tenant] };
    const row = await this.db.inTenants(actor, (tx) => leaseImport(tx, tenant, id));
    if (row === undefined) return;
    try {
      const context = await this.db.inTenants(actor, (tx) => this.contextOf(tx, row));
      for (let after = row.doneThrough; ; ) {
        if (this.stopping || this.mode.now !== null) return await this.db.inTenants(actor, (tx) => releaseImport(tx, tenant, id));
        const last = await this.nextBatch(actor, row, context, after);
        if (last === undefined) break;
        after = last;
      }
      await this.db.inTenants(actor, (tx) => this.finish(tx, row, context));
    } catch (error) {
      this.logger.error({ error, importId: id }, 'import failed');
      await this.db.inTenants(actor, (tx) => endImport(tx, tenant, id, this.clock.now(), 'Something went wrong on our side. What had been applied by then is in the records, and nothing of it is lost. Send the same files again: what is there already is left as it is.'));
    }
  }

  private async contextOf(tx: TenantTx, row: ImportRow): Promise<ImportContext> {
    const { tenantId: tenant, id: importId } = row;
    const year = row.year as number;
    const completeTo = row.completeTo as LocalDate;
    const files = await filesOf(tx, tenant, importId);
    const { uploaded, whole } = modulesOf(files);
    const complete = await completeEpisodeYears(tx, tenant);
    if (whole.has('Episodes') && completeTo === collectionWindow(year).last) complete.add(year);
    return {
      tenant, importId, year, today: this.clock.today(), completeTo, checkOnly: row.checkOnly, files: new Map(files.map((file) => [file.number, file])), uploaded, whole, completeEpisodeYears: complete,
      rules: rulesInForce(year), facts: { tenant, siblingGroupOwner: await siblingGroupOwner(tx, tenant) }, postcodes: this.postcodes,
    };
  }

  /** One transaction over the next children. @returns the last of them, or undefined when there is none left. */
  private nextBatch(actor: Actor, row: ImportRow, context: ImportContext, after: string | null): Promise<string | undefined> {
    const { tenant, importId, year, whole } = context;
    const which: CodesOf = { tenant, importId, year, absent: whole.size > 0 };
    return this.db.inTenants(actor, async (tx) => {
      await oneAtATime(tx, tenant);
      await tx.query(FORGET_PLANS);
      const codes = await nextCodes(tx, which, after, CHILDREN_A_BATCH);
      const last = codes.at(-1);
      if (last === undefined) return undefined;
      const children = await loadChildren(tx, tenant, importId, codes);
      const results = children.map((child) => childResult(child, context));
      await saveBatch(tx, context, { actor: row.startedBy, correlationId: importId, recordedAt: this.clock.now() }, results);
      advance(tx, tenant, importId, last, codes.length);
      return last;
    });
  }

  private async finish(tx: TenantTx, row: ImportRow, context: ImportContext): Promise<void> {
    const { tenant, importId, checkOnly } = context;
    if (!checkOnly) {
      await findSameChildren(tx, context);
      await this.declareLoaded(tx, row, context);
      await forgetStaged(tx, tenant, importId);
    }
    await endImport(tx, tenant, importId, this.clock.now(), null);
  }

  /** Tells the region which months are held now: last, when all the children's events stand before it in the log. Names are no collection. */
  private async declareLoaded(tx: TenantTx, row: ImportRow, { tenant, importId, year, completeTo, whole }: ImportContext): Promise<void> {
    const modules = [...whole].filter((module) => module !== 'Names');
    const loadedAt = this.clock.now();
    const loads = { tenant, year, modules, completeTo, loadedAt, importId, eventId: randomUUID() as Uuid };
    const earlier = await earlierLoads(tx, loads);
    const news = modules.filter((module) => earlier.get(module)?.completeTo !== completeTo);
    if (news.length === 0) return;
    await keepCollection(tx, { ...loads, modules: news });
    const complete = completeTo === collectionWindow(year).last;
    appendEvents(tx, { actor: row.startedBy, correlationId: importId, recordedAt: loadedAt }, [
      { eventId: loads.eventId, tenantId: tenant, streamId: importId, type: 'collection-loaded', effectiveOn: completeTo, data: { year, modules: news, complete, completeTo } },
    ]);
  }
}
