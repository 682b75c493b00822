import { Inject, Injectable } from '@nestjs/common';
import { shortNameOf } from '@permanence/contracts/partnership';
import type { Clock } from '@permanence/kernel/values';
import { recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { raiseAlert } from '../alerts/alert.store.js';
import { GrantClient } from './grant.client.js';
import type { SharedProfileDto } from './shared-profile.dto.js';
import { profileLine, toldFacts } from './shared-profile.store.js';
import { profileOf } from './shared-profile.views.js';

/** Reads the profile of another council's child, as far as a grant goes. The look stands in the log of the child's own council. */
@Injectable()
export class SharedProfiles {
  constructor(
    private readonly db: TenantDb,
    private readonly grants: GrantClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The grant is asked for first and outside any transaction; then the record is read in the council that gave it.
   * A restricted record is shared with nobody: it is not there.
   * @throws HttpProblem 404 without a grant, 422 without a purpose, 503 when the region does not answer
   */
  async read(who: Who, authorization: string, reference: string, purpose: string | undefined): Promise<SharedProfileDto> {
    const { number, childId, authority, fields, expiresOn } = await this.grants.covering(authorization, reference, purpose);
    return this.db.inTenants({ id: who.id, tenants: [authority] }, async (tx) => {
      const line = await profileLine(tx, authority, childId);
      if (line === undefined || line.restricted) throw notFound();
      const at = this.clock.now();
      recordAccess(tx, who, at, { tenantId: authority, subjectId: childId, part: `shared profile ${number}`, reason: 'grant' });
      raiseAlert(tx, who, { tenantId: authority, kind: 'grant-used', childId, at });
      const profile = profileOf({ line, told: await toldFacts(tx, authority, childId), today: this.clock.today() }, fields);
      return { reference, number, authority, authorityName: shortNameOf(authority), sharedUntil: expiresOn, profile };
    });
  }
}
