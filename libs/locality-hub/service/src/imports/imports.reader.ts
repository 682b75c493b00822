import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { MODULES, type ModuleName } from '@permanence/locality-hub/domain';
import { recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { type PageQuery, type WholeListQuery, limitOf, notFound, pageOf, pageOfWhole } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { correctionsOf, findingRulesOf, findingsOf, setAsideReasonsOf } from './import.results.js';
import { filesOf, filesOfMany, findImport, importsPage } from './import.store.js';
import { summaryOf, viewOf } from './import.views.js';
import type { CorrectionsPageDto, FindingRulesPageDto, ImportFindingsPageDto, ImportFindingsQuery, ImportViewDto, ImportsPageDto, SetAsideReasonsPageDto } from './imports.dto.js';
import { setAsideCsv } from './set-aside.csv.js';

/** What is asked about imports. Another council's import is not found. */
@Injectable()
export class ImportsReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(who: Who, query: PageQuery): Promise<ImportsPageDto> {
    return this.db.inTenants(who, async (tx) => {
      const { items, next } = pageOf(await importsPage(tx, who.authority, query.cursor, limitOf(query) + 1), limitOf(query));
      const files = await filesOfMany(tx, who.authority, items.map(({ id }) => id));
      return { items: items.map((row) => summaryOf(row, files.get(row.id) ?? [])), next };
    });
  }

  view(who: Who, id: Uuid): Promise<ImportViewDto> {
    return this.db.inTenants(who, async (tx) => {
      const row = await findImport(tx, who.authority, id);
      if (row === undefined) throw notFound();
      return viewOf(row, await filesOf(tx, who.authority, id));
    });
  }

  findings(who: Who, id: Uuid, query: ImportFindingsQuery): Promise<ImportFindingsPageDto> {
    return this.of(who, id, async (tx) => {
      const { items, next } = pageOf(await findingsOf(tx, who.authority, id, { rule: query.rule, cursor: query.cursor, limit: limitOf(query) }), limitOf(query));
      return { items: items.map(({ id: _id, ...finding }) => finding), next };
    });
  }

  findingRules(who: Who, id: Uuid, query: WholeListQuery): Promise<FindingRulesPageDto> {
    return this.of(who, id, async (tx) => pageOfWhole(await findingRulesOf(tx, who.authority, id), query, ({ rule, module }) => `${rule} ${module}`));
  }

  /** Rows without a child's code are a reason of their own, also where another column has the same code. */
  setAsideReasons(who: Who, id: Uuid, query: WholeListQuery): Promise<SetAsideReasonsPageDto> {
    return this.of(who, id, async (tx) => pageOfWhole(await setAsideReasonsOf(tx, who.authority, id), query, ({ code, columns }) => (columns.includes('CHILD') ? `${code} CHILD` : code)));
  }

  corrections(who: Who, id: Uuid, query: PageQuery): Promise<CorrectionsPageDto> {
    return this.of(who, id, async (tx) => {
      const { rows, total } = await correctionsOf(tx, who.authority, id, { cursor: query.cursor, limit: limitOf(query) });
      const { items, next } = pageOf(rows, limitOf(query));
      return { items: items.map(({ id: _id, ...correction }) => correction), next, total };
    });
  }

  /** The rows leave the product: the download is in the access log before its first byte. */
  async setAside(who: Who, id: Uuid, module: string | undefined): Promise<Readable> {
    if (module !== undefined && !(module in MODULES)) throw notFound();
    await this.of(who, id, (tx) => recordAccess(tx, who, this.clock.now(), { tenantId: who.authority, part: 'set-aside rows', reason: 'export' }));
    return setAsideCsv(this.db, who, who.authority, id, module as ModuleName | undefined);
  }

  private of<T>(who: Who, id: Uuid, work: (tx: TenantTx) => T | Promise<T>): Promise<T> {
    return this.db.inTenants(who, async (tx) => {
      if ((await findImport(tx, who.authority, id)) === undefined) throw notFound();
      return work(tx);
    });
  }
}
