import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { type AccessReason, recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { limitOf, pageOf, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { workerName } from '../children/child.views.js';
import { openingOf } from '../children/visibility.js';
import { type CsvRow, trackerCsv } from './tracker.csv.js';
import type { ExportPurpose, TrackerExportQuery, TrackerPageDto, TrackerQuery } from './tracker.dto.js';
import { type TrackedLine, trackerPage, workersInReach } from './tracker.store.js';
import { trackedRow, wantedOf } from './tracker.views.js';

const MOST_EXPORTED = 10_000;

/** Where each child in care is on the way to permanence. Every look is in the access log, in the same transaction, or is refused. */
@Injectable()
export class TrackerReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  page(who: Who, query: TrackerQuery): Promise<TrackerPageDto> {
    const today = this.clock.today();
    const limit = limitOf(query);
    return this.db.inTenants(who, async (tx) => {
      recordAccess(tx, who, this.clock.now(), { tenantId: who.authority, part: 'tracker', reason: reasonOf(who) });
      const { lines, total } = await trackerPage(tx, who, wantedOf(query, query.q, { today, cursor: query.cursor as Uuid | undefined, limit }));
      const { items, next } = pageOf(lines, limit);
      const workers = await workersInReach(tx, who);
      return {
        items: items.map((line) => trackedRow(line, who, today)), next, total, today,
        teams: [...new Set(workers.flatMap(({ team }) => team ?? []))].sort(), workers: workers.map(({ id, forename, surname, team }) => ({ id, name: workerName(forename, surname), team })),
      };
    });
  }

  /**
   * The same list to take away: each child whose record it opens is written down as exported, with what for.
   * @throws HttpProblem 422 for more rows than anybody takes away
   */
  csv(who: Who, query: TrackerExportQuery): Promise<string> {
    const today = this.clock.today();
    return this.db.inTenants(who, async (tx) => {
      const { lines, total } = await trackerPage(tx, who, wantedOf(query, query.q, { today, limit: MOST_EXPORTED }));
      if (total > MOST_EXPORTED) throw refused({ code: 'EXPORT_TOO_LARGE', sentence: `A list of more than ${MOST_EXPORTED.toLocaleString('en-GB')} rows cannot be taken away. Choose fewer children.`, rule: 'locality-hub.tracker.1' });
      this.writeDown(tx, who, query.purpose, lines);
      return trackerCsv(lines.map((line): CsvRow => trackedRow(line, who, today)));
    });
  }

  private writeDown(tx: TenantTx, who: Who, purpose: ExportPurpose, lines: readonly TrackedLine[]): void {
    const exported = { tenantId: who.authority, part: `tracker export: ${purpose}`, reason: 'export' } as const;
    recordAccess(tx, who, this.clock.now(), exported);
    for (const line of lines) if (openingOf(who, line).kind === 'open') recordAccess(tx, who, this.clock.now(), { ...exported, subjectId: line.id });
  }
}

/** On what ground somebody looks at the list: as far as their reach goes. */
const reasonOf = ({ capabilities }: Who): AccessReason => {
  const reach = capabilities.get('tracker:read');
  if (reach === 'own') return 'own-case';
  if (reach === 'team') return 'team';
  return capabilities.get('access-log:read') === 'authority' ? 'audit' : 'authority';
};
