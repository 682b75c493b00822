import type { EventName, EventOf, RecordKind } from '@permanence/contracts/events';
import { type Instant, LocalDate, type TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';

const ROOT = Uuid('0b0e5a3c-63c2-4b0f-9d31-2f6f0a3c7d11');

/** An id that a test can say by its name. */
export const idOf = (name: string): Uuid => derivedId(ROOT, name);

type Telling = Readonly<{ corrects?: Envelope; withdrawn?: true }>;

/** What a council's locality hub publishes, for tests: events in the order in which they are told, each recorded on the day last said. */
export class Told {
  readonly events: Envelope[] = [];
  private recordedAt: Instant;

  constructor(readonly tenant: TenantId, recordedOn: string) {
    this.recordedAt = `${LocalDate(recordedOn)}T09:00:00.000Z` as Instant;
  }

  /** From here on, recorded on that day at nine. */
  on(day: string): this {
    this.recordedAt = `${LocalDate(day)}T09:00:00.000Z` as Instant;
    return this;
  }

  tell<Name extends EventName>(type: Name, stream: Uuid, effectiveOn: string, data: EventOf<Name>['data'], telling: Telling = {}): Envelope {
    const event: Envelope = {
      eventId: idOf(`${this.tenant} event ${this.events.length}`), type, tenantId: this.tenant, streamId: stream, effectiveOn: LocalDate(effectiveOn), recordedAt: this.recordedAt,
      actor: 'tester', correlationId: 'c-1', schemaVersion: 1, data, ...(telling.corrects ? { corrects: telling.corrects.eventId } : {}), ...(telling.withdrawn ? { withdrawn: true } : {}),
    };
    this.events.push(event);
    return event;
  }

  /** Collections loaded whole, or to a day. */
  collection(year: number, completeTo = `${year}-03-31`, modules: readonly string[] = ['Episodes', 'Reviews', 'PlacedAdoption']): Envelope {
    return this.tell('locality-hub.collection-loaded', idOf('collections'), completeTo, { year, modules, complete: completeTo === `${year}-03-31`, completeTo: LocalDate(completeTo) });
  }

  /** From a day on, everything of some kinds is recorded in the council's own hub. */
  keeps(kinds: readonly RecordKind[], from: string, telling: Telling = {}): Envelope {
    return this.tell('locality-hub.record-kept', idOf('kept records'), from, { kinds, from: LocalDate(from) }, telling);
  }

  /** A worker of the council's hub, in a team. */
  worker(swRegistration: string, team: string): Envelope {
    const workerId = idOf(`worker ${swRegistration}`);
    return this.tell('locality-hub.worker-listed', workerId, '2025-04-01', { workerId, swRegistration, team });
  }

  child(name: string): ToldChild {
    return new ToldChild(this, name);
  }
}

type StayFacts = Readonly<{ to?: string; provider?: string; area?: string; continues?: string; returnsTo?: string; unplannedByCarer?: true; firstVisitDueOn?: string }>;
type Move = EventOf<'locality-hub.placement-move-recorded'>['data'];
type Leaver = EventOf<'locality-hub.care-leaver-status-recorded'>['data'];
type Stated = Pick<EventOf<'locality-hub.child-updated'>['data'], 'ethnicityCode' | 'disabilityCodes' | 'harderToPlaceReasons'>;

/** One child's part of what is told. */
export class ToldChild {
  readonly id: Uuid;

  constructor(private readonly told: Told, name: string) {
    this.id = idOf(`${told.tenant} child ${name}`);
  }

  private idOf(what: string): Uuid {
    return derivedId(this.id, what);
  }

  born(on: string): this {
    this.told.tell('locality-hub.child-updated', this.id, on, { childId: this.id, birthDate: LocalDate(on), uasc: false, siblingGroupIds: [] });
    return this;
  }

  /** What one source states of the child, true from a day on. */
  is(stated: Stated, from: string, telling: Telling = {}): Envelope {
    return this.told.tell('locality-hub.child-updated', this.id, from, { childId: this.id, ...stated }, telling);
  }

  /** In care from a day; `to` is the first day without. `firstReviewDueOn` only where the start is known. */
  inCare(from: string, facts: Readonly<{ to?: string; reason?: string; firstReviewDueOn?: string; initialHealthDueOn?: string }> = {}): this {
    const carePeriodId = this.idOf(`care ${from}`);
    this.told.tell('locality-hub.care-period-started', this.id, from, {
      carePeriodId, childId: this.id, startKnown: facts.firstReviewDueOn !== undefined || facts.initialHealthDueOn !== undefined, legalStatus: 'C2', siblingGroupIds: [], uasc: false,
      ...(facts.firstReviewDueOn === undefined ? {} : { firstReviewDueOn: LocalDate(facts.firstReviewDueOn) }),
      ...(facts.initialHealthDueOn === undefined ? {} : { initialHealthDueOn: LocalDate(facts.initialHealthDueOn) }),
    });
    if (facts.to !== undefined) this.leftCare(from, facts.to, facts.reason);
    return this;
  }

  /** The end of the time in care that began on a day. */
  leftCare(from: string, to: string, reason?: string): this {
    this.told.tell('locality-hub.care-period-ended', this.id, to, { carePeriodId: this.idOf(`care ${from}`), childId: this.id, ...(reason === undefined ? {} : { reasonCode: reason }) });
    return this;
  }

  /** The end of the stay that began on a day. */
  left(placementType: string, from: string, to: string, unplannedByCarer?: boolean): this {
    this.told.tell('locality-hub.placement-ended', this.id, to, { ...this.stayOf(placementType, from), ...(unplannedByCarer ? { endKind: 'unplanned-by-carer' } : {}) });
    return this;
  }

  private stayOf(placementType: string, from: string) {
    return { stayId: this.idOf(`stay ${from}`), childId: this.id, carePeriodId: this.idOf('care'), placementType };
  }

  /** A stay; `continues` and `returnsTo` say the first day of the other one. */
  stay(placementType: string, from: string, facts: StayFacts = {}): this {
    this.told.tell('locality-hub.placement-started', this.id, from, {
      ...this.stayOf(placementType, from), sameCarer: facts.continues !== undefined,
      ...(facts.provider === undefined ? {} : { provider: facts.provider }),
      ...(facts.area === undefined ? {} : { localAuthorityCode: facts.area }),
      ...(facts.continues === undefined ? {} : { continuesStayId: this.idOf(`stay ${facts.continues}`) }),
      ...(facts.firstVisitDueOn === undefined ? {} : { firstVisitDueOn: LocalDate(facts.firstVisitDueOn) }),
      ...(facts.returnsTo === undefined ? {} : { returnsToStayId: this.idOf(`stay ${facts.returnsTo}`) }),
    });
    if (facts.to !== undefined) this.left(placementType, from, facts.to, facts.unplannedByCarer);
    return this;
  }

  step(fact: EventOf<'locality-hub.outside-fact-recorded'>['data']['fact'], on: string, more: Readonly<{ reason?: string; placedOutsideAuthority?: boolean }> = {}, telling: Telling = {}): Envelope {
    return this.told.tell('locality-hub.outside-fact-recorded', this.id, on, { childId: this.id, fact, on: LocalDate(on), source: 'ssda903', ...more }, telling);
  }

  review(heldOn: string, facts: Readonly<{ participation?: string; nextDueOn?: string }> = {}): this {
    this.told.tell('locality-hub.review-held', this.id, heldOn, {
      reviewId: this.idOf(`review ${heldOn}`), childId: this.id, heldOn: LocalDate(heldOn),
      ...(facts.participation === undefined ? {} : { participationCode: facts.participation }),
      ...(facts.nextDueOn === undefined ? {} : { nextDueOn: LocalDate(facts.nextDueOn) }),
    });
    return this;
  }

  /** A visit at which the child was seen, unless said otherwise. */
  visited(on: string, facts: Readonly<{ nextDueOn?: string; unseen?: true }> = {}): this {
    this.told.tell('locality-hub.statutory-visit-recorded', this.id, on, {
      visitId: this.idOf(`visit ${on}`), childId: this.id, basis: 'C02', visitedAt: `${LocalDate(on)}T15:00:00.000Z` as Instant, seen: facts.unseen === undefined, seenAlone: false,
      ...(facts.nextDueOn === undefined ? {} : { nextDueOn: LocalDate(facts.nextDueOn) }),
    });
    return this;
  }

  /** How the start or end of the stay that began on a day was recorded: in time, unless said otherwise. */
  moved(stayFrom: string, part: Move['part'], on: string, facts: Partial<Pick<Move, 'late' | 'exceptionReason' | 'endKind'>> = {}): this {
    this.told.tell('locality-hub.placement-move-recorded', this.id, on, {
      moveId: this.idOf(`move ${part} ${stayFrom}`), childId: this.id, stayId: this.idOf(`stay ${stayFrom}`), part, movedAt: `${LocalDate(on)}T11:00:00.000Z` as Instant, late: false, ...facts,
    });
    return this;
  }

  assessed(kind: 'initial' | 'review', on: string, facts: Readonly<{ refused?: true; informed?: true }> = {}): this {
    this.told.tell('locality-hub.health-assessment-completed', this.id, on, {
      assessmentId: this.idOf(`assessment ${on}`), childId: this.id, kind, status: facts.refused ? 'refused' : 'completed', heldOn: LocalDate(on), ...(facts.informed ? { sdqUsedId: this.idOf('questionnaire') } : {}),
    });
    return this;
  }

  dentist(on: string, refused?: 'refused'): this {
    this.told.tell('locality-hub.dental-check-completed', this.id, on, { childId: this.id, status: refused ?? 'completed', checkedOn: LocalDate(on) });
    return this;
  }

  leavingCare(status: EventOf<'locality-hub.leaving-care-status-changed'>['data']['status'], from: string, unit: 'council-team' | 'permanency-hub' = 'permanency-hub'): this {
    this.told.tell('locality-hub.leaving-care-status-changed', this.id, from, { childId: this.id, status, from: LocalDate(from), unit });
    return this;
  }

  /** What is told of a care leaver around a birthday. */
  leaver(recordedFor: string, facts: Pick<Leaver, 'inTouch' | 'activity' | 'accommodation' | 'suitable'>): this {
    this.told.tell('locality-hub.care-leaver-status-recorded', this.id, recordedFor, { childId: this.id, year: 2026, recordedFor: LocalDate(recordedFor), ...facts });
    return this;
  }

  worker(swRegistration: string, from: string, to?: string): this {
    const allocationId = this.idOf(`allocation ${from}`);
    this.told.tell('locality-hub.social-worker-allocated', this.id, from, { allocationId, childId: this.id, swRegistration, role: 'social-worker', from: LocalDate(from) });
    if (to !== undefined) this.told.tell('locality-hub.social-worker-allocation-ended', this.id, to, { allocationId, childId: this.id, to: LocalDate(to) });
    return this;
  }
}
