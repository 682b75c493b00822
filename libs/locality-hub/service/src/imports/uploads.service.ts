import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { Clock, TenantId, Uuid } from '@permanence/kernel/values';
import type { Decision, Refusal } from '@permanence/kernel/decider';
import { decided } from '@permanence/kernel/decider';
import { setAsideReason } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { ReadOnlyMode } from '@permanence/platform/read-only';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { countCodes } from './child-batch.store.js';
import { type FileRead, readFile } from './file.reader.js';
import { ImportRunner } from './import.runner.js';
import { abandonedImports, addFile, beginImport, createImport, endImport, filesOf, findImport, forgetImport, forgetResults, modulesOf } from './import.store.js';
import { type SetAsideRow, type StagedRow, forgetFile, keepSetAside, stageRows } from './staging.store.js';
import type { Declaration } from './upload.js';

/** Rows written to the staging table at a time. */
const ROWS_A_WRITE = 1000;

const LOOK_AGAIN_MS = 30_000;

const CUT_OFF = 'The import was cut off while its files were being read. Nothing was applied. Send the files again.';

const NOT_CHECKED: Refusal = { code: 'IMPORT_NOT_CHECKED', sentence: 'Only files that were checked and not applied yet can be applied. Send the files again.', rule: 'locality-hub.import.apply' };

/** Takes uploads in, row by row, and sees that each is worked through: by this process, or by the next one after it. */
@Injectable()
export class Uploads implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly runner: ImportRunner;
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: TenantDb,
    private readonly postcodes: PostcodeDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly mode: ReadOnlyMode,
  ) {
    this.runner = new ImportRunner(db, clock, postcodes, logger, mode);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.takeUpAbandoned();
    this.timer = setInterval(() => this.track(this.takeUpAbandoned()), LOOK_AGAIN_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.runner.stop();
    await this.settled();
  }

  /** Resolves when nothing is being worked on here. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** Opens an import whose files are about to be read. */
  async open(who: Who): Promise<Uuid> {
    const id = randomUUID() as Uuid;
    await this.db.inTenants(who, (tx) => createImport(tx, { tenantId: who.authority, id, startedAt: this.clock.now(), startedBy: who.id, startedByName: who.name }));
    return id;
  }

  /** Reads one file into the import, a thousand rows at a time. */
  async read(who: Who, importId: Uuid, number: number, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const tenant = who.authority;
    let staged: StagedRow[] = [];
    let misshapen: SetAsideRow[] = [];
    let rows = 0;
    let setAside = 0;
    const write = async (): Promise<void> => {
      const [rowsNow, misshapenNow] = [staged, misshapen];
      [staged, misshapen] = [[], []];
      await this.db.inTenants(who, (tx) => {
        stageRows(tx, tenant, importId, rowsNow);
        keepSetAside(tx, tenant, importId, misshapenNow);
      });
    };
    const read = await readFile(content, (_module, row, cells, raw) => {
      rows += 1;
      if (cells) staged.push({ childCode: cells['CHILD'] ?? '', fileNumber: number, row, cells });
      else {
        setAside += 1;
        misshapen.push({ fileNumber: number, row, column: '', code: 'ROW_SHAPE', reason: setAsideReason('ROW_SHAPE', '', ''), cells: raw });
      }
      return staged.length + misshapen.length >= ROWS_A_WRITE ? write() : undefined;
    });
    if (read.ok) await write();
    await this.keepFile(who, importId, number, name, read, rows, setAside);
  }

  private keepFile(who: Who, importId: Uuid, number: number, name: string, read: FileRead, rows: number, setAside: number): Promise<void> {
    const tenant = who.authority;
    return this.db.inTenants(who, async (tx) => {
      if (!read.ok) await forgetFile(tx, tenant, importId, number);
      await addFile(tx, tenant, importId, read.ok
        ? { number, name, module: read.module, mended: read.mended, otherColumns: read.otherColumns, refusedCode: null, refusedSentence: null, rows, setAside }
        : { number, name, module: null, mended: false, otherColumns: [], refusedCode: read.refusal.code, refusedSentence: read.refusal.sentence, rows: 0, setAside: 0 });
    });
  }

  /** Forgets an import whose request was refused. */
  async forget(who: Who, importId: Uuid): Promise<void> {
    await this.db.inTenants(who, (tx) => forgetImport(tx, who.authority, importId));
  }

  /** Begins the work on an import whose files are read. */
  async begin(who: Who, id: Uuid, declaration: Declaration): Promise<void> {
    await this.db.inTenants(who, async (tx) => {
      const { whole } = modulesOf(await filesOf(tx, who.authority, id));
      const toDo = await countCodes(tx, { tenant: who.authority, importId: id, year: declaration.year, absent: whole.size > 0 });
      await beginImport(tx, who.authority, id, { ...declaration, phase: declaration.checkOnly ? 'checking' : 'applying', toDo });
    });
    this.track(this.runner.run(who.authority, id));
  }

  /** Applies an import that was checked, from the rows kept, under its own id. */
  async apply(who: Who, id: Uuid): Promise<Decision<null>> {
    const refusal = await this.db.inTenants(who, async (tx): Promise<Refusal | undefined> => {
      const row = await findImport(tx, who.authority, id);
      if (row?.phase !== 'done' || !row.checkOnly || row.year === null || row.completeTo === null) return NOT_CHECKED;
      await forgetResults(tx, who.authority, id);
      await beginImport(tx, who.authority, id, { phase: 'applying', year: row.year, completeTo: row.completeTo, asAt: row.asAt, checkOnly: false, toDo: row.toDo });
      return undefined;
    });
    if (refusal) return { ok: false, refusal };
    this.track(this.runner.run(who.authority, id));
    return decided(null);
  }

  /** What read-only mode has put by waits here too, until it ends. */
  private async takeUpAbandoned(): Promise<void> {
    if (this.mode.now !== null) return;
    for (const { code } of AUTHORITIES) {
      const abandoned = await this.db.inTenants({ id: 'import', tenants: [code] }, (tx) => abandonedImports(tx, code));
      for (const { id, phase } of abandoned) await this.takeUp(code, id, phase === 'reading');
    }
  }

  private async takeUp(tenant: TenantId, id: Uuid, wasReading: boolean): Promise<void> {
    if (wasReading) await this.db.inTenants({ id: 'import', tenants: [tenant] }, (tx) => endImport(tx, tenant, id, this.clock.now(), CUT_OFF));
    else this.track(this.runner.run(tenant, id));
  }

  private track(work: Promise<void>): void {
    const tracked = work.catch((error: unknown) => this.logger.error({ error }, 'import work failed')).finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }
}
