import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '@permanence/kernel/decider';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, type Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, appendEvents } from '@permanence/platform/tenant-db';
import { type PackCase, type PackFigure, type Restatement, type RestatementEvent, figureOf, recordRestatement, restatementOf } from '@permanence/regional-hub/domain';
import { type Definition, DEFINITIONS, definitionOf } from '../indicators/indicators.js';
import { openTo } from '../cases/cases.store.js';
import { CountedReader } from './counted.reader.js';
import { idsOf, packStream } from './freeze.service.js';
import { holdMonth, packFigures, packOf } from './pack.store.js';
import { refusedAsOpen } from './packs.service.js';
import type { CaseRefDto, PlaceFigureDto, RestatementBody, RestatementDto } from './packs.dto.js';
import { COUNCILS, PARTNERSHIP, byOf } from './people.js';
import { figureOfPlace } from './place.js';
import { type GivenReason, keepRestatement, reasonsOf } from './restatement.store.js';
import { readerOfVersion } from './version.js';

type Compared = Readonly<{ definition: Definition; found: Restatement<Uuid>; cases: ReadonlyMap<Uuid, PackCase> }>;

/** What a frozen pack would say now, and why it differs. */
@Injectable()
export class RestatementsService {
  constructor(
    private readonly db: TenantDb,
    private readonly reader: CountedReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each figure of a frozen pack that is another as known on a day. @throws HttpProblem 403 where small numbers must be hidden; 422 where the month is not frozen */
  async list(who: Who, authority: TenantId, month: Month, asKnownOn: LocalDate): Promise<RestatementDto[]> {
    readerOfVersion(who, authority, 'management');
    const compared = await this.compared(authority, month, DEFINITIONS, asKnownOn);
    const reasons = await this.db.inTenants(PARTNERSHIP, (tx) => reasonsOf(tx, authority, month));
    const opens = await this.opens(who, authority);
    return compared.map((each) => dtoOf(authority, each, reasons.find(({ indicator }) => indicator === each.definition.id), opens));
  }

  /** Says why a figure has changed. @throws HttpProblem 404 for another authority's; 422 where the month is not frozen */
  async record(who: Who, authority: TenantId, month: Month, { indicator, reason }: RestatementBody): Promise<Decision<RestatementEvent>> {
    if (authority !== who.authority) throw notFound();
    const [compared] = await this.compared(authority, month, [definitionOf(indicator)], this.clock.today());
    return this.db.inTenants(who, async (tx) => {
      await holdMonth(tx, authority, month);
      const last = (await reasonsOf(tx, authority, month)).find((each) => each.indicator === indicator);
      const decision = recordRestatement({ indicator, month, reason: reason.trim() }, compared?.found, last === undefined ? undefined : { restated: { numerator: last.numerator, denominator: last.denominator }, reason: last.reason });
      const [event] = decision.ok ? decision.events : [];
      if (event === undefined) return decision;
      const at = this.clock.now();
      await keepRestatement(tx, authority, (last?.version ?? 0) + 1, event, byOf(who, at));
      const { type, reason: _kept, ...data } = event;
      appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: at }, [{ eventId: randomUUID() as Uuid, tenantId: authority, streamId: packStream(authority, month), type, effectiveOn: this.clock.today(), data }]);
      return decision;
    });
  }

  private async compared(authority: TenantId, month: Month, definitions: readonly Definition[], asKnownOn: LocalDate): Promise<readonly Compared[]> {
    const then = await this.db.inTenants(PARTNERSHIP, async (tx) => ((await packOf(tx, authority, month)) === undefined ? undefined : packFigures(tx, authority, month)));
    if (then === undefined) throw refusedAsOpen();
    const now = await this.reader.counted(authority === REGION ? COUNCILS : [authority], [month], asKnownOn, definitions);
    return definitions.flatMap((definition) => comparedOf(definition, authority, then, now));
  }

  /** Which cases open to the person: none outside the council that owns them (kpi.md convention 9). */
  private async opens(who: Who, authority: TenantId): Promise<((childId: Uuid) => boolean) | undefined> {
    if (authority === REGION || authority !== who.authority || !who.capabilities.has('kpi:drill-to-case')) return undefined;
    const today = this.clock.today();
    const isOpen = await this.db.inTenants(who, (tx) => openTo(tx, authority, { who, today, day: today, part: 'numerator' }));
    return isOpen ?? (() => true);
  }
}

const comparedOf = (definition: Definition, authority: TenantId, then: readonly PackFigure[], now: readonly PackFigure[]): Compared[] => {
  const [was, is] = [figureOfPlace(then, definition.id, authority), figureOfPlace(now, definition.id, authority)];
  if (was === undefined || is === undefined) return [];
  const found = restatementOf(definition.measure, idsOf(was), idsOf(is));
  return found === undefined ? [] : [{ definition, found, cases: new Map([...was.cases, ...is.cases].map((each) => [each.id, each])) }];
};

const dtoOf = (authority: TenantId, { definition, found, cases }: Compared, given: GivenReason | undefined, opens: ((childId: Uuid) => boolean) | undefined): RestatementDto => {
  const place = (counts: Restatement['former']): PlaceFigureDto => ({ authority, ...figureOf(definition.measure, counts), target: null });
  const refs = (ids: readonly Uuid[]): CaseRefDto[] | null =>
    opens === undefined ? null : ids.flatMap((id) => { const childId = cases.get(id)?.childId ?? id; return opens(childId) ? [{ id, childId }] : []; });
  return {
    indicator: definition.id, title: definition.title, measure: definition.measure, former: place(found.former), restated: place(found.restated),
    added: found.added.length, removed: found.removed.length, addedCases: refs(found.added), removedCases: refs(found.removed), asksForReason: found.asksForReason,
    reason: given === undefined ? null : { reason: given.reason, by: given.by, at: given.at },
  };
};
