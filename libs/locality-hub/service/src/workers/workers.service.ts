import { Inject, Injectable } from '@nestjs/common';
import { shortNameOf } from '@permanence/contracts/partnership';
import { type Clock, REGION } from '@permanence/kernel/values';
import { canBeAllocated } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { pageOfWhole } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { workerName } from '../children/child.views.js';
import { tellWorkers } from './tell-workers.js';
import { type PersonHere, type StaffMember, claimChildren, knowPerson, takeStaff, workersWithChildren } from './worker.store.js';
import type { MeDto, WorkersPageDto, WorkersQuery } from './workers.dto.js';

/** Those who work with children's records: a council's staff list, and whoever signs in. */
@Injectable()
export class Workers {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** People of the council; `as`: those of them who can be allocated so. */
  async list(who: Who, { as, ...query }: WorkersQuery): Promise<WorkersPageDto> {
    const all = await this.db.inTenants(who, (tx) => workersWithChildren(tx, who.authority));
    const lines = as === undefined ? all : all.filter((worker) => canBeAllocated(worker, as));
    return pageOfWhole(lines.map(({ id, forename, surname, role, team, children }) => ({ id, name: workerName(forename, surname), role, team, children })), query, ({ id }) => id);
  }

  async take(who: Who, members: readonly StaffMember[]): Promise<void> {
    await this.db.inTenants(who, async (tx) => {
      await takeStaff(tx, who.authority, members);
      await tellWorkers(tx, who.authority, who.id, this.clock);
      await claimChildren(tx, who.authority);
    });
  }

  /** Who is signed in. Whoever opens records becomes known here, so that managers can allocate to them and name them. */
  async me(who: Who): Promise<MeDto> {
    if (who.authority !== REGION && who.capabilities.has('child:read-record')) {
      await this.db.inTenants(who, async (tx) => {
        if (await knowPerson(tx, who.authority, personOf(who))) await tellWorkers(tx, who.authority, who.id, this.clock);
        if (who.swRegistration !== undefined) await claimChildren(tx, who.authority);
      });
    }
    const { id, name, roles, capabilities, authority, team } = who;
    return { id, name, roles: [...roles], capabilities: Object.fromEntries(capabilities), authority: { code: authority, name: shortNameOf(authority) }, team: team ?? null };
  }
}

/** The last word is the surname, as far as one name tells. */
export const personOf = ({ id, name, roles, team, swRegistration }: Who): PersonHere => {
  const words = name.trim().split(/\s+/);
  return { id, registration: swRegistration ?? null, forename: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '', role: roles[0] ?? '', team: team ?? null };
};
