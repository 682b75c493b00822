import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Instant, Uuid } from '@permanence/kernel/values';
import { allocations } from '@permanence/locality-hub/domain';
import { type AccessReason, recordAccess } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { HttpProblem, type WholeListQuery, limitOf, notFound, pageOf, pageOfWhole, problem } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { raiseAlert, raiseIfDeclared } from '../alerts/alert.store.js';
import { opensInEmergency } from '../emergency/emergency.store.js';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { type ChildrenWanted, type ChildScope, childrenPage } from './child-list.store.js';
import { type ChildLine, childrenById } from './child.store.js';
import { headerOf, rowOf } from './child.views.js';
import { type ChildrenPageDto, type ChildrenQuery, idsOf } from './children.dto.js';
import { entriesOf, inOrder } from './chronology.js';
import type { AllocationsDto, ChildFindingsDto, ChildRecordDto, ChronologyDto, ChronologyQuery, MissingDto, PlacementHistoryDto, RestrictionDto, ReviewsDto, SiblingsDto } from './record.dto.js';
import { type NamedWorker, type Parts, partsOf } from './record.store.js';
import { adoptionOf, careOf, findingOf, homesOf, legalOf, missingOf, namedPerson, reviewsOf, runningOf, shortBreaksOf, siblingsOf, workerOf } from './record.views.js';
import { openingOf } from './visibility.js';

const SCOPE_UNASKED: Readonly<Record<string, ChildScope>> = { own: 'mine', team: 'team', authority: 'authority' };

/** 403: the person may know that the record is there, and whom to ask. */
export const restricted = (ask: string): HttpProblem => new HttpProblem(problem(403, 'RECORD_RESTRICTED', `This record is restricted to named people. ${ask}`, { rule: 'locality-hub.restriction.5' }));

/** The child in the list that was asked for, or why it is not shown: not found and not theirs are one answer. */
export const opened = (who: Who, line: ChildLine | undefined): Opened => {
  const opening = line === undefined ? undefined : openingOf(who, line);
  if (line === undefined || opening === undefined || opening.kind === 'unknown') throw notFound();
  if (opening.kind === 'ask') throw restricted(opening.ask);
  return { line, reason: opening.reason };
};

type Opened = Readonly<{ line: ChildLine; reason: AccessReason }>;

/** The same for a look: what stays shut opens while emergency access to it runs. Whether it does is asked for a child who is not there too, so that nothing tells them apart. */
const openedNow = async (tx: TenantTx, who: Who, line: ChildLine | undefined, { id, at }: Readonly<{ id: Uuid; at: Instant }>): Promise<Opened> => {
  const opensByItself = line !== undefined && openingOf(who, line).kind === 'open';
  if (!opensByItself && who.capabilities.has('break-glass:use') && (await opensInEmergency(tx, who, id, at)) && line !== undefined) return { line, reason: 'emergency' };
  return opened(who, line);
};

/** Tells the data protection officer of a look that they should know of, in the transaction of the look. */
const tellOf = (tx: TenantTx, who: Who, { line, reason }: Opened, at: Instant): void => {
  const look = { tenantId: line.tenantId, childId: line.id, at };
  if (reason === 'named' && line.restricted) raiseAlert(tx, who, { ...look, kind: 'restricted-record-opened' });
  raiseIfDeclared(tx, who, look, line.reference);
};

/** What is asked about children. Every look at a record is in the access log, in the same transaction, or is refused. */
@Injectable()
export class RecordsReader {
  constructor(
    private readonly db: TenantDb,
    private readonly postcodes: PostcodeDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(who: Who, query: ChildrenQuery): Promise<ChildrenPageDto> {
    const limit = limitOf(query);
    return this.db.inTenants(who, async (tx) => {
      const { lines, total } = await childrenPage(tx, who, wantedOf(who, query, limit));
      const { items, next } = pageOf(lines, limit);
      return { items: items.map((line) => rowOf(line, who, this.clock.today())), next, total };
    });
  }

  record(who: Who, id: Uuid): Promise<Readonly<{ record: ChildRecordDto; version: number }>> {
    return this.looking(who, id, 'overview', async (tx, line) => {
      const parts = await partsOf(tx, who, id, 'facts', 'workers', 'clocks', 'siblings', 'findings', 'latest', 'entries', ...(line.restricted ? (['named'] as const) : []));
      return { record: this.recordOf(who, line, parts), version: line.version };
    });
  }

  chronology(who: Who, id: Uuid, query: ChronologyQuery): Promise<ChronologyDto> {
    return this.looking(who, id, 'chronology', async (tx, line) => {
      const { chronology, facts, workers } = await partsOf(tx, who, id, 'chronology', 'facts', 'workers');
      const all = inOrder(entriesOf(chronology, { facts, workers, freeText: who.capabilities.has('record:read-free-text') }), query.order ?? 'new');
      const entries = all.filter(({ kind }) => query.kind === undefined || kind === query.kind);
      const after = query.cursor === undefined ? 0 : entries.findIndex((entry) => entry.id === query.cursor) + 1;
      const limit = limitOf(query);
      const { items, next } = pageOf(query.cursor !== undefined && after === 0 ? [] : entries.slice(after, after + limit + 1), limit);
      return { child: headerOf(line, who), items: [...items], next, total: entries.length };
    });
  }

  reviews(who: Who, id: Uuid, query: WholeListQuery): Promise<ReviewsDto> {
    return this.section(who, id, 'reviews', ['facts', 'clocks'], ({ facts, clocks }) => pageOfWhole(reviewsOf(facts, clocks), query, ({ on }) => on));
  }

  missing(who: Who, id: Uuid, query: WholeListQuery): Promise<MissingDto> {
    return this.section(who, id, 'missing', ['facts'], ({ facts }) => pageOfWhole(missingOf(facts), query, ({ from }) => from));
  }

  findings(who: Who, id: Uuid, query: WholeListQuery): Promise<ChildFindingsDto> {
    return this.section(who, id, 'findings', ['findings'], ({ findings }) => withItems(pageOfWhole(findings, query, nameOfRow), findingOf));
  }

  workers(who: Who, id: Uuid, query: WholeListQuery): Promise<AllocationsDto> {
    return this.section(who, id, 'workers', ['facts', 'workers'], ({ facts, workers }) =>
      withItems(pageOfWhole(allocations(facts).reverse(), query, ({ allocationId }) => allocationId), (span) => workerOf(span, workers)));
  }

  siblings(who: Who, id: Uuid, query: WholeListQuery): Promise<SiblingsDto> {
    return this.section(who, id, 'siblings', ['facts', 'siblings'], ({ facts, siblings }) => pageOfWhole(siblingsOf(siblings, facts, who), query, nameOfRow));
  }

  placements(who: Who, id: Uuid): Promise<PlacementHistoryDto> {
    return this.looking(who, id, 'placements', async (tx, line) => {
      const { facts } = await partsOf(tx, who, id, 'facts');
      return { child: headerOf(line, who), care: careOf(facts), legal: legalOf(facts), homes: homesOf(facts, this.postcodes), shortBreaks: shortBreaksOf(facts) };
    });
  }

  private section<P extends keyof Parts, T>(who: Who, id: Uuid, part: string, names: readonly P[], page: (parts: Pick<Parts, P>) => PageOf<T>) {
    return this.looking(who, id, part, async (tx, line) => ({ child: headerOf(line, who), ...page(await partsOf(tx, who, id, ...names)) }));
  }

  /** Opens a record for one look: who may, the look itself, and its row in the access log. */
  looking<T>(who: Who, id: Uuid, part: string, look: (tx: TenantTx, line: ChildLine) => Promise<T>): Promise<T> {
    return this.db.inTenants(who, async (tx) => {
      const [found] = await childrenById(tx, who, [id]);
      const at = this.clock.now();
      const now = await openedNow(tx, who, found, { id, at });
      recordAccess(tx, who, at, { tenantId: now.line.tenantId, subjectId: id, part, reason: now.reason });
      tellOf(tx, who, now, at);
      return look(tx, now.line);
    });
  }

  /** Everything from the oldest on, as the picture of a child's care is drawn; only the last entries are newest first. */
  private recordOf(who: Who, line: ChildLine, parts: Pick<Parts, 'facts' | 'workers' | 'clocks' | 'siblings' | 'findings' | 'latest' | 'entries'> & Partial<Pick<Parts, 'named'>>): ChildRecordDto {
    const { facts, workers, clocks, siblings, findings, latest, entries } = parts;
    const freeText = who.capabilities.has('record:read-free-text');
    return {
      child: headerOf(line, who), sex: line.sex, ethnicGroup: line.ethnicity, unaccompanied: line.unaccompanied, restriction: restrictionOf(line, parts.named ?? [], freeText),
      care: careOf(facts), legal: legalOf(facts), homes: homesOf(facts, this.postcodes), workers: allocations(facts).map((span) => workerOf(span, workers)), reviews: reviewsOf(facts, clocks).reverse(), adoption: adoptionOf(facts),
      due: runningOf(clocks, this.clock.today()), siblings: siblingsOf(siblings, facts, who), findings: findings.map(findingOf),
      latest: inOrder(entriesOf(latest, { facts, workers, freeText }), 'new'), entries, openedAt: this.clock.now(),
    };
  }
}

type PageOf<T> = Readonly<{ items: T[]; next: string | null }>;

/** The same page as people may see it. */
const withItems = <T, U>({ items, next }: PageOf<T>, view: (item: T) => U): PageOf<U> => ({ items: items.map(view), next });

const nameOfRow = ({ id }: Readonly<{ id: string }>): string => id;

const restrictionOf = ({ restrictedSince, restrictedBy, restrictedReason }: ChildLine, named: readonly NamedWorker[], freeText: boolean): RestrictionDto | null =>
  restrictedSince === null ? null : { named: named.map(namedPerson), since: restrictedSince, by: restrictedBy ?? '', reason: freeText ? (restrictedReason ?? '') : '' };

const wantedOf = (who: Who, { scope, lookedAfter, sort, q, ids, cursor }: ChildrenQuery, limit: number): ChildrenWanted => ({
  scope: scope ?? SCOPE_UNASKED[who.capabilities.get('child:list') ?? 'own'] ?? 'mine', lookedAfter: inCareOf(lookedAfter, q ?? ids), sort: sort ?? 'next-due',
  q: q?.trim(), ids: ids === undefined ? undefined : idsOf(ids), cursor: cursor as Uuid | undefined, limit,
});

/** Whoever is looked for by name or by id is found whether in care or not. */
const inCareOf = (asked: ChildrenQuery['lookedAfter'], lookedFor: string | undefined): boolean | undefined => {
  const wanted = asked ?? (lookedFor === undefined ? 'true' : 'all');
  return wanted === 'all' ? undefined : wanted === 'true';
};
