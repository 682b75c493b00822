import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Decision, refuse } from '@permanence/kernel/decider';
import { type Clock, Instant, type Month, REGION, type TenantId, Uuid, dayInEngland, derivedId } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { type NewEvent, TenantDb, appendEvents } from '@permanence/platform/tenant-db';
import { type PackContents, type PackEvent, type PackState, freezePack, packText, restatementOf } from '@permanence/regional-hub/domain';
import { INDICATORS } from '../indicators/indicators.js';
import { type Counted, CountedReader } from './counted.reader.js';
import { type RestatedSince, holdMonth, keepPack, packFigures, packOf, packsOf } from './pack.store.js';
import { COUNCILS, PARTNERSHIP, byOf } from './people.js';
import { figureOfPlace } from './place.js';

const STREAMS = Uuid('5b3f7c1e-2f64-4b5e-9d0a-7a86c1b0e4d2');

/** The history of one authority's pack of one month. */
export const packStream = (authority: TenantId, month: Month): Uuid => derivedId(STREAMS, `${authority} ${month}`);

/** What a pack is sealed with. */
export const hashOf = (contents: PackContents): string => createHash('sha256').update(packText({ ...contents, knownAt: Instant(new Date(contents.knownAt).toISOString()) })).digest('hex');

/** Freezes a month: a council's by its performance officer, the region's by its head of operations. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly db: TenantDb,
    private readonly reader: CountedReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Counts everything once more, with its cases, and seals it. Counting takes seconds and writes nothing; only then is the pack written, at once.
   * @throws HttpProblem 404 for a pack that is not the person's own authority's
   */
  async freeze(who: Who, authority: TenantId, month: Month): Promise<Decision<PackEvent>> {
    if (authority !== who.authority) throw notFound();
    const at = this.clock.now();
    const { state, former } = await this.before(who, authority, month);
    const early = freezePack(state, { authority, month, at }, { isHeld: true });
    if (!early.ok) return early;
    const counted = await this.reader.counted(COUNCILS, former === undefined ? [month] : [month, former], dayInEngland(at));
    const figures = counted.filter((each) => each.month === month).map((each) => sealed(each, authority));
    const decision = freezePack(state, { authority, month, at }, { isHeld: figures.some((each) => authority === REGION || each.authority === authority) });
    const [event] = decision.ok ? decision.events : [];
    if (event === undefined) return decision;
    const restated = former === undefined ? [] : await this.restatedSince(authority, former, counted);
    const written = await this.db.inTenants({ ...PARTNERSHIP, id: who.id }, async (tx) => {
      await holdMonth(tx, authority, month);
      const hash = hashOf({ authority, month, knownAt: at, figures });
      const kept = await keepPack(tx, { authority, month, knownOn: dayInEngland(at), dueOn: event.dueOn, late: event.late, hash, restated }, figures, byOf(who, at));
      if (kept) appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: at }, [logged(event, hash)]);
      return kept;
    });
    return written ? decision : freezePack({ status: 'frozen', frozenAt: at }, { authority, month, at }, { isHeld: true });
  }

  /** Whether the month is frozen, and the newest month before it that is. */
  private before(who: Who, authority: TenantId, month: Month): Promise<Readonly<{ state: PackState; former: Month | undefined }>> {
    return this.db.inTenants(who, async (tx) => {
      const row = await packOf(tx, authority, month);
      const former = (await packsOf(tx, authority)).map((each) => each.month).find((each) => each < month);
      return { state: row === undefined ? { status: 'open' } : { status: 'frozen', frozenAt: row.knownAt }, former };
    });
  }

  /** What of the pack before has changed by now (kpi.md convention 6). */
  private restatedSince(authority: TenantId, month: Month, counted: readonly Counted[]): Promise<readonly RestatedSince[]> {
    const now = counted.filter((each) => each.month === month);
    return this.db.inTenants(PARTNERSHIP, async (tx) => {
      const then = await packFigures(tx, authority, month);
      return INDICATORS.flatMap(({ definition: { id, measure } }): RestatedSince[] => {
        const [was, is] = [figureOfPlace(then, id, authority), figureOfPlace(now, id, authority)];
        const found = was === undefined || is === undefined ? undefined : restatementOf(measure, idsOf(was), idsOf(is));
        return found === undefined ? [] : [{ month, indicator: id, former: found.former, restated: found.restated, added: found.added.length, removed: found.removed.length }];
      });
    });
  }
}

/** A figure with the ids of its cases, to compare. */
export const idsOf = ({ counts, cases }: NonNullable<ReturnType<typeof figureOfPlace>>) => ({ counts, cases: cases.map(({ id }) => id) });

/** Case lists go into a council's own pack and into the region's, each under the council that they are of; of the others a council's pack has the numbers. */
const sealed = ({ month: _month, ...figure }: Counted, authority: TenantId) => (authority === REGION || figure.authority === authority ? figure : { ...figure, cases: null });

const logged = ({ type, authority, month, knownAt, dueOn, late }: PackEvent, hash: string): NewEvent =>
  ({ eventId: randomUUID() as Uuid, tenantId: authority, streamId: packStream(authority, month), type, effectiveOn: dayInEngland(knownAt), data: { month, dueOn, late, hash } });

/** A pack that is not there to be read or restated. */
export const notFrozen = (): Decision<never> => refuse('PACK_NOT_FROZEN', 'The pack of this month is not frozen yet. Until it is, its figures move by themselves.', 'regional-hub.39');
