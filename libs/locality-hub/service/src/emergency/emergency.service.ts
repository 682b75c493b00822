import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Uuid, dayInEngland } from '@permanence/kernel/values';
import type { Decision } from '@permanence/kernel/decider';
import {
  EMERGENCY_MINUTES, type EmergencyAccess, type EmergencyEvent, type EmergencyFinding, type EmergencyPerson, acceptReason, endEmergencyAccess, evolveEmergencyAccess, openInEmergency, reviewDueOn, reviewEmergencyAccess,
} from '@permanence/locality-hub/domain';
import { recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { notFound, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { type NewEvent, TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { raiseAlert } from '../alerts/alert.store.js';
import { type ChildLine, childrenById } from '../children/child.store.js';
import { openingOf } from '../children/visibility.js';
import type { EmergencyAccessDto, EmergencyOfferDto } from './emergency.dto.js';
import { type EmergencyLine, childByReference, findUse, keepUse, useOf, usesOfRecord } from './emergency.store.js';
import { accessOf } from './emergency.views.js';
import { teamOf } from './team.store.js';

/** Which record: by id from a page that says it is there, or by the reference that somebody knows. */
export type EmergencyTarget = Readonly<{ childId: Uuid } | { reference: string }>;

/** Opens a record that is shut to somebody, for an hour and loudly: only for looking, never for changing. */
@Injectable()
export class EmergencyAccesses {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is said before it is opened. @throws HttpProblem 404 for a record that the person may not know of; 422 for one that opens anyway. */
  offer(who: Who, childId: Uuid): Promise<EmergencyOfferDto> {
    return this.db.inTenants(who, async (tx) => {
      const [line] = await childrenById(tx, who, [childId]);
      const opening = line === undefined ? undefined : openingOf(who, line);
      if (line === undefined || opening === undefined || opening.kind === 'unknown') throw notFound();
      if (opening.kind === 'open') throw refused({ code: 'NOT_RESTRICTED_FROM_YOU', sentence: 'You may see this record in any case. Open it.', rule: 'regional-hub.13.2' });
      const team = await teamOf(tx, who.authority, line.workerId);
      return { child: { id: line.id, reference: line.reference }, ask: opening.ask, team, minutes: EMERGENCY_MINUTES, reviewDueOn: reviewDueOn(this.clock.now()) };
    });
  }

  /**
   * Opens the record: row, event, alert, and the first line in who has looked, in one transaction.
   * The reason is read before the record is looked for: without one, nobody learns whether a reference exists.
   * @throws HttpProblem 422 with the refusal; 404 when the council has no such record.
   */
  async open(who: Who, target: EmergencyTarget, reason: string): Promise<EmergencyAccessDto> {
    const accepted = acceptReason(reason);
    if (!accepted.ok) throw refused(accepted.refusal);
    return this.db.inTenants(who, async (tx) => {
      const line = await this.childOf(tx, who, target);
      const before = (await usesOfRecord(tx, who, line.id)).map(useOf);
      const at = this.clock.now();
      const decision = openInEmergency({ opensAnyway: openingOf(who, line).kind === 'open', before }, { accessId: randomUUID() as Uuid, by: personIn(who), reason, at });
      if (!decision.ok) throw refused(decision.refusal);
      const access = await this.keep(tx, who, { childId: line.id, role: who.roles[0] ?? '' }, undefined, decision.events);
      raiseAlert(tx, who, { tenantId: line.tenantId, kind: 'emergency-access-opened', childId: line.id, at, emergencyAccess: access.accessId });
      recordAccess(tx, who, at, { tenantId: line.tenantId, subjectId: line.id, part: 'emergency access', reason: 'emergency' });
      return this.seen(await findUse(tx, who.authority, access.accessId));
    });
  }

  /** Shuts the record again before the hour is over. @throws HttpProblem 404 when it is not the person's own; 422 when it is over. */
  end(who: Who, id: Uuid): Promise<EmergencyAccessDto> {
    return this.change(who, id, (access) => {
      if (access.by.id !== who.id) throw notFound();
      return endEmergencyAccess(access, this.clock.now());
    });
  }

  /** @throws HttpProblem 404 when the council has no such use; 422 with the refusal. */
  review(who: Who, id: Uuid, { finding, note }: Readonly<{ finding: EmergencyFinding; note: string }>): Promise<EmergencyAccessDto> {
    return this.change(who, id, (access) => reviewEmergencyAccess(access, { by: personIn(who), finding, note, at: this.clock.now() }));
  }

  private change(who: Who, id: Uuid, decide: (access: EmergencyAccess) => Decision<EmergencyEvent>): Promise<EmergencyAccessDto> {
    return this.db.inTenants(who, async (tx) => {
      const line = await findUse(tx, who.authority, id, { forUpdate: true });
      if (line === undefined) throw notFound();
      const decision = decide(useOf(line));
      if (!decision.ok) throw refused(decision.refusal);
      await this.keep(tx, who, { childId: line.childId, role: line.personRole }, useOf(line), decision.events);
      return this.seen(await findUse(tx, who.authority, id));
    });
  }

  /** The record, held until the end: two openings of one person come one after the other. */
  private async childOf(tx: TenantTx, who: Who, target: EmergencyTarget): Promise<ChildLine> {
    const id = 'childId' in target ? target.childId : await childByReference(tx, who.authority, target.reference);
    const [line] = id === undefined ? [] : await childrenById(tx, who, [id], { forUpdate: true });
    if (line === undefined || ('childId' in target && openingOf(who, line).kind === 'unknown')) throw notFound();
    return line;
  }

  /** The row and its events, together or not at all. */
  private async keep(tx: TenantTx, who: Who, of: Readonly<{ childId: Uuid; role: string }>, before: EmergencyAccess | undefined, events: readonly EmergencyEvent[]): Promise<EmergencyAccess> {
    const access = events.reduce<EmergencyAccess | undefined>(evolveEmergencyAccess, before);
    if (access === undefined) throw new Error('a decision without an event keeps nothing');
    await keepUse(tx, who.authority, of, access);
    appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() }, events.map((event) => logged(who, of.childId, event)));
    return access;
  }

  private seen(line: EmergencyLine | undefined): EmergencyAccessDto {
    if (line === undefined) throw new Error('what was kept a moment ago is not there');
    return accessOf(line, this.clock.now());
  }
}

const personIn = ({ id, name }: Who): EmergencyPerson => ({ id, name });

/** In the log of the child's record, and nowhere else: no other service hears of it, and who has looked is its place, not the chronology. Names stay in their table. */
const logged = ({ authority }: Who, childId: Uuid, event: EmergencyEvent): NewEvent => {
  const { type, at, ...data } = event;
  return { eventId: randomUUID() as Uuid, tenantId: authority, streamId: childId, type, effectiveOn: dayInEngland(at), data: 'by' in data ? { ...data, at, by: data.by.id } : { ...data, at } };
};
