import { Inject, Injectable } from '@nestjs/common';
import type { Clock, TenantId, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { pageOfWhole } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { headerOf, workerName } from '../children/child.views.js';
import { RecordsReader } from '../children/records.reader.js';
import type { VersionsQuery } from './plan-commands.dto.js';
import type { PlanDto, PlanVersionsDto } from './plan.dto.js';
import { NOTHING_HELD, factsByChild, planVersions, plansInLog } from './plan.store.js';
import { type Names, peopleIn, planView, versionViews } from './plan.views.js';

/** Names of people by the id of their account, or as workers. */
export const namesOf = async (tx: TenantTx, tenant: TenantId, ids: readonly Uuid[]): Promise<Names> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: Uuid; personId: Uuid | null; forename: string; surname: string }[]>(
    'select id, person_id as "personId", forename, surname from worker where tenant_id = $1 and (id = any($2::uuid[]) or person_id = any($2::uuid[]))', [tenant, ids],
  );
  return new Map(rows.flatMap(({ id, personId, forename, surname }) => [id, ...(personId === null ? [] : [personId])].map((each) => [each, workerName(forename, surname)] as const)));
};

/** A child's plan for permanence. Looking at it is in the access log. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly records: RecordsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem 404, 403 as for reading the record */
  plan(who: Who, childId: Uuid): Promise<PlanDto> {
    return this.records.looking(who, childId, 'plan', async (tx, line) => {
      const held = (await plansInLog(tx, who.authority, [childId])).get(childId) ?? NOTHING_HELD;
      const facts = (await factsByChild(tx, who.authority, [childId])).get(childId) ?? [];
      return planView({ who, line, held, facts, names: await namesOf(tx, who.authority, peopleIn(held.plan)), today: this.clock.today() });
    });
  }

  /** The plan as it was from a version on, and who made it so: the look is in the access log as one at the plan. */
  versions(who: Who, childId: Uuid, { from, ...query }: VersionsQuery): Promise<PlanVersionsDto> {
    return this.records.looking(who, childId, 'plan', async (tx, line) => {
      const versions = (await planVersions(tx, who.authority, childId)).filter(({ version }) => version >= Number(from ?? 0));
      const names = await namesOf(tx, who.authority, versions.flatMap(({ plan }) => peopleIn(plan)));
      return { child: headerOf(line, who), ...pageOfWhole(versionViews({ who, versions, names, today: this.clock.today() }), query, ({ version }) => String(version)) };
    });
  }
}
