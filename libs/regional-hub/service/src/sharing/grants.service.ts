import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  GRANT_BY_WRONG_AUTHORITY, type Grant, type GrantCommand, type GrantEvent, type GrantPurpose, PURPOSE_REQUIRED, type TrackerReference, decideGrant, evolveGrant, namesAt,
} from '@permanence/regional-hub/domain';
import type { Decision } from '@permanence/kernel/decider';
import { type Clock, type TenantId, type Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { type GrantRow, type GrantsWanted, grantIn, grantOf, grantsInForce, grantsPage, heldGrant, isAskedAlready, keepGrant, overdueGrants, rowAfter } from './grant.store.js';
import { COUNCILS, SYSTEM, inCouncils } from './partnership.js';
import { sharedBy } from './shared-by.store.js';
import { childBehind, newGrantNumber } from './tracker-reference.store.js';

export type GrantOutcome = Readonly<{ ok: true; row: GrantRow }> | Extract<Decision<never>, { ok: false }>;

/** Which child is asked about: outside its council by the reference of the tracker, inside by its id. */
export type ChildAsked = Readonly<{ childId?: Uuid | undefined; reference?: TrackerReference | undefined }>;

/** A command of a manager, without who gives it and when. */
export type DecideOnGrant = Readonly<{ type: 'grant'; fields: Extract<GrantCommand, { type: 'grant' }>['fields']; days: number } | { type: 'refuse'; reason: Extract<GrantCommand, { type: 'refuse' }>['reason'] } | { type: 'revoke' }>;

/** Who may see the profile of one child of another council. A grant stands in both councils' rows, written in one transaction. */
@Injectable()
export class Grants {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  page(who: Who, wanted: Omit<GrantsWanted, 'tenant'>): Promise<GrantRow[]> {
    return this.db.inTenants(who, (tx) => grantsPage(tx, { ...wanted, tenant: who.authority }));
  }

  /** @throws HttpProblem 404 for a grant in which the person's council has no part. */
  one(who: Who, id: Uuid): Promise<GrantRow> {
    return this.db.inTenants(who, async (tx) => {
      const row = await grantOf(tx, who.authority, id);
      if (row === undefined) throw notFound();
      return row;
    });
  }

  /** What the person's own council may put into a grant now, by the agreement in force. */
  shareable(who: Who): Promise<ReturnType<typeof namesAt>> {
    return this.db.inTenants(who, async (tx) => namesAt((await sharedBy(tx, who.authority)).fields, 'L2'));
  }

  /** Asks for the profile of a child that the tracker names. @throws HttpProblem 404 for a reference that is nobody's. */
  async ask(who: Who, reference: TrackerReference, purpose: GrantPurpose | undefined): Promise<GrantOutcome> {
    const child = await this.db.inTenants(inCouncils(SYSTEM), (tx) => childBehind(tx, reference));
    if (child === undefined) throw notFound();
    return this.db.inTenants({ id: who.id, tenants: [child.tenant, who.authority] }, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('regional-hub grant'), hashtext($1))`, [`${child.childId} ${who.id}`]);
      const on = this.clock.today();
      const isAnotherOpen = await isAskedAlready(tx, { tenant: child.tenant, childId: child.childId, by: who.id, on });
      const decision = decideGrant({ status: 'none' }, { type: 'ask', on, by: byOf(who), childsCouncil: child.tenant, purpose, isAnotherOpen });
      if (!decision.ok || purpose === undefined) return decision.ok ? { ok: false, refusal: PURPOSE_REQUIRED } : decision;
      const row: GrantRow = {
        id: randomUUID() as Uuid, tenant: child.tenant, otherTenant: who.authority, side: 'shared', number: newGrantNumber(), reference, childId: child.childId, purpose, askedBy: who.id, askedByName: who.name, askedOn: on,
        state: 'requested', fields: [], decidedBy: null, decidedByName: null, decidedOn: null, expiresOn: null, refusal: null, endedOn: null, endedHow: null,
      };
      await keepGrant(tx, row);
      this.append(tx, who.id, row, decision.events);
      return { ok: true, row };
    });
  }

  /**
   * Grants, refuses or ends early. Whoever belongs to the council that asked is told that it is not theirs to decide; to others it is not there.
   * @throws HttpProblem 404
   */
  async decide(who: Who, id: Uuid, command: DecideOnGrant): Promise<GrantOutcome> {
    const known = await this.one(who, id);
    if (known.side === 'received') return { ok: false, refusal: GRANT_BY_WRONG_AUTHORITY };
    return this.db.inTenants({ id: who.id, tenants: [known.tenant, known.otherTenant] }, async (tx) => {
      const row = await heldGrant(tx, known.tenant, id);
      if (row === undefined) throw notFound();
      const shareable = namesAt((await sharedBy(tx, known.tenant)).fields, 'L2');
      const given = { on: this.clock.today(), by: byOf(who) };
      return this.carryOut(tx, row, command.type === 'grant' ? { ...command, ...given, shareable } : { ...command, ...given }, command.type === 'revoke' ? undefined : { id: who.id, name: who.name });
    });
  }

  /**
   * The grant that covers a reading of one child by this person for a purpose, with the fields that the agreement still names.
   * @throws HttpProblem 404 without one, 422 without a purpose
   */
  async covering(who: Who, child: ChildAsked, purpose: GrantPurpose | undefined): Promise<GrantRow> {
    if (purpose === undefined) throw refused(PURPOSE_REQUIRED);
    return this.db.inTenants(inCouncils(SYSTEM), async (tx) => {
      const [row] = await grantsInForce(tx, { by: who.id, council: who.authority, childId: child.childId, reference: child.reference, purpose, on: this.clock.today() });
      if (row === undefined) throw notFound();
      const shareable = namesAt((await sharedBy(tx, row.tenant)).fields, 'L2');
      return { ...row, fields: row.fields.filter((name) => shareable.has(name)) };
    });
  }

  /** Ends the grants whose last day has passed. */
  keepTime(): Promise<void> {
    return this.db.inTenants(inCouncils(SYSTEM), async (tx) => {
      for (const row of await overdueGrants(tx, COUNCILS, this.clock.today())) await this.carryOut(tx, row, { type: 'expire', on: this.clock.today() }, undefined);
    });
  }

  /** Decide, save on both sides, append. */
  private async carryOut(tx: TenantTx, row: GrantRow, command: GrantCommand, by: Readonly<{ id: Uuid; name: string }> | undefined): Promise<GrantOutcome> {
    const before = grantIn(row);
    const decision = decideGrant(before, command);
    if (!decision.ok) return decision;
    const after = decision.events.reduce<Grant>(evolveGrant, before);
    if (after.status === 'none') throw new Error('a grant that was asked for stays');
    const kept = rowAfter(row, after, by);
    await keepGrant(tx, kept);
    this.append(tx, 'by' in command ? command.by.id : SYSTEM, row, decision.events);
    return { ok: true, row: kept };
  }

  /** On the chronology only: no other service hears of it. Ids and codes, no names. */
  private append(tx: TenantTx, actor: string, { id, tenant, number, childId }: Pick<GrantRow, 'id' | 'tenant' | 'number' | 'childId'>, events: readonly GrantEvent[]): void {
    appendEvents(tx, { actor, correlationId: correlationId(), recordedAt: this.clock.now() }, events.map(({ type, on, ...data }) => (
      { eventId: randomUUID() as Uuid, tenantId: tenant, streamId: id, type, effectiveOn: on, data: { number, childId, ...data } }
    )));
  }
}

const byOf = ({ id, authority }: Who): Readonly<{ id: Uuid; council: TenantId }> => ({ id, council: authority });
