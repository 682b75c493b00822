import { Inject, Injectable } from '@nestjs/common';
import { shortNameOf } from '@permanence/contracts/partnership';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { type AccessReason, recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { type PageQuery, limitOf, pageOf } from '@permanence/platform/http';
import { HttpRefusal, type Who, refusalWithout } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { headerOf } from '../children/child.views.js';
import { RecordsReader } from '../children/records.reader.js';
import type { AccessLogDto, AccessLogQuery, AccessLogRowDto, AccessRowDto, ChildAccessDto } from './access.dto.js';
import { type AccessLine, accessPage } from './access.store.js';

/** Who has looked. Reading that is a look too. */
@Injectable()
export class AccessReader {
  constructor(
    private readonly db: TenantDb,
    private readonly records: RecordsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who has looked at one child's record, for those who may open it. This look is the first in the list. */
  ofChild(who: Who, id: Uuid, query: PageQuery): Promise<ChildAccessDto> {
    return this.records.looking(who, id, 'access', async (tx, line) => {
      const { lines, total } = await accessPage(tx, who.authority, { subjectId: id, cursor: query.cursor as Uuid | undefined, limit: limitOf(query), reader: who.id });
      const { items, next } = pageOf(lines, limitOf(query));
      return { child: headerOf(line, who), items: items.map((row) => rowOf(row, namesFor(who))), next, total };
    });
  }

  /** Every look of the council. @throws HttpRefusal 403 for those who may only see who looked at their own cases. */
  async ofCouncil(who: Who, query: AccessLogQuery): Promise<AccessLogDto> {
    if (who.capabilities.get('access-log:read') !== 'authority') throw new HttpRefusal(403, refusalWithout('access-log:read'));
    const { from, to, why, cursor } = query;
    return this.db.inTenants(who, async (tx) => {
      recordAccess(tx, who, this.clock.now(), { tenantId: who.authority, part: 'access list', reason: reasonOf(who) });
      const { lines, total } = await accessPage(tx, who.authority, { reason: why, from, to, cursor: cursor as Uuid | undefined, limit: limitOf(query), reader: who.id });
      const { items, next } = pageOf(lines, limitOf(query));
      return { items: items.map(logRowOf), next, total };
    });
  }
}

/** What the look at the list is for: whoever opens no records looks on behalf of those whose records they are. */
const reasonOf = ({ capabilities }: Who): AccessReason => {
  const reach = capabilities.get('child:read-record');
  if (reach === undefined) return 'data-protection';
  return reach === 'authority' ? 'audit' : 'authority';
};

/** Whom a reader sees by name. Who looks after the whole council's or a team's records sees all; a colleague sees themselves and the child's own worker, and of others the role and the team (portal T15). */
const namesFor = ({ capabilities }: Who): ((line: AccessLine) => boolean) => (capabilities.get('access-log:read') === 'own' ? ({ isWorker, isReader }) => isWorker || isReader : () => true);

const rowOf = (line: AccessLine, isNamed: (line: AccessLine) => boolean): AccessRowDto => ({
  at: line.at, who: isNamed(line) ? line.personName : null, role: line.personRole, team: line.team, authority: shortNameOf(line.personAuthority), part: line.part, why: line.reason,
});

const logRowOf = (line: AccessLine): AccessLogRowDto => ({ ...rowOf(line, () => true), child: line.subjectId === null || line.reference === null ? null : { id: line.subjectId, reference: line.reference } });
