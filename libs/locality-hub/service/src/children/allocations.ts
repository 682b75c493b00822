import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LocalDate, Uuid } from '@permanence/kernel/values';
import type { Decision, Refusal } from '@permanence/kernel/decider';
import { type AllocationFact, type AllocationRole, type Fact, REVIEWING_OFFICER, SOCIAL_WORKER, acceptWorker, allocateWorker, allocationOn } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { notFound, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { type NewEvent, TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { oneAtATime } from '../record/one-at-a-time.js';
import { type AllocatableWorker, type AllocatedFact, allocationFacts, findWorker, keepAllocations, officersOf } from './allocation.store.js';
import { type ChildLine, childrenById } from './child.store.js';
import { nameOf, workerName } from './child.views.js';
import type { AllocationBody, AllocationResultDto, AllocationResultsDto } from './commands.dto.js';
import { openingOf } from './visibility.js';

type Decided = Readonly<{ line: ChildLine; now: string | null; decision: Decision<AllocationFact> }>;
type Wish = Readonly<{ worker: AllocatableWorker; as: AllocationRole; from: LocalDate }>;

/** Allocates a worker to one child or many: each child is decided by itself, and what can be done is done. */
@Injectable()
export class Allocations {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem 404 when a child is none whom the person may know of; 422 when the worker or the day stands against all of it. */
  handle(who: Who, { childIds, workerId, from, check, role: as = SOCIAL_WORKER }: AllocationBody): Promise<AllocationResultsDto> {
    return this.db.inTenants(who, async (tx) => {
      await oneAtATime(tx, who.authority);
      const lines = await this.linesOf(tx, who, childIds);
      const found = acceptWorker(await findWorker(tx, who.authority, workerId), as, from, this.clock.today());
      if (!found.ok) throw refused(found.refusal);
      const worker = found.worker;
      const decided = await this.decide(tx, who, lines, { worker, as, from });
      if (!check) await this.keep(tx, who, { worker, as }, decided);
      return { worker: { id: worker.id, name: workerName(worker.forename, worker.surname) }, results: decided.map((each) => resultOf(who, each)) };
    });
  }

  /** The children in the order in which they were named. */
  private async linesOf(tx: TenantTx, who: Who, childIds: readonly Uuid[]): Promise<ChildLine[]> {
    const lines = new Map((await childrenById(tx, who, childIds, { forUpdate: true })).map((line) => [line.id, line]));
    return childIds.map((id) => {
      const line = lines.get(id);
      if (line === undefined || openingOf(who, line).kind === 'unknown') throw notFound();
      return line;
    });
  }

  private async decide(tx: TenantTx, who: Who, lines: readonly ChildLine[], wish: Wish): Promise<Decided[]> {
    const ids = lines.map(({ id }) => id);
    const facts = await allocationFacts(tx, who.authority, ids);
    const officers = wish.as === REVIEWING_OFFICER ? await officersOf(tx, who.authority, ids) : undefined;
    const nameNow = (line: ChildLine): string | null => (officers === undefined ? workerNow(line) : fullName(officers.get(line.id)));
    return lines.map((line) => ({ line, now: nameNow(line), decision: this.decideOne(who, line, facts.get(line.id) ?? [], wish) }));
  }

  private decideOne(who: Who, line: ChildLine, facts: readonly Fact[], wish: Wish): Decision<AllocationFact> {
    const opening = openingOf(who, line);
    if (opening.kind === 'ask') return { ok: false, refusal: { code: 'RECORD_RESTRICTED', sentence: opening.ask, rule: 'locality-hub.restriction.5' } };
    const { lookedAfter, inCareSince, inCareSinceKnown } = line;
    return allocateWorker({ lookedAfter, inCareSince, inCareSinceKnown, current: allocationOn(facts, this.clock.today(), wish.as) }, { ...wish, allocationId: randomUUID() as Uuid });
  }

  private async keep(tx: TenantTx, who: Who, { worker, as }: Omit<Wish, 'from'>, decided: readonly Decided[]): Promise<void> {
    const facts = decided.flatMap(({ line, decision }) => (decision.ok ? decision.events.map((fact): AllocatedFact => ({ ...fact, childId: line.id, eventId: randomUUID() as Uuid })) : []));
    if (facts.length === 0) return;
    await keepAllocations(tx, who.authority, { worker, as, facts });
    appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() }, facts.map((fact): NewEvent => ({
      eventId: fact.eventId, tenantId: who.authority, streamId: fact.childId, type: fact.type, effectiveOn: fact.effectiveOn, data: fact.data,
    })));
  }
}

const resultOf = (who: Who, { line, now, decision }: Decided): AllocationResultDto => ({
  childId: line.id, reference: line.reference, name: openingOf(who, line).kind === 'open' ? nameOf(line) : null, now, refusal: decision.ok ? null : refusalOf(decision.refusal),
});

/** The worker before; one of whom only the registration is known goes by that. */
const workerNow = ({ workerForename, workerSurname, workerRegistration }: ChildLine): string | null =>
  workerForename === null ? workerRegistration : workerName(workerForename, workerSurname ?? '');

const fullName = (officer: Readonly<{ forename: string; surname: string }> | undefined): string | null => (officer === undefined ? null : workerName(officer.forename, officer.surname));

const refusalOf = ({ code, sentence, rule }: Refusal): AllocationResultDto['refusal'] => ({ code, sentence, rule });
