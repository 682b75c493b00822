import { Inject, Injectable } from '@nestjs/common';
import { type Clock, addDays } from '@permanence/kernel/values';
import { WORK_GROUPS, WORK_KINDS, type WorkGroup, clocksOfWork, workKindOf } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import type { Scope, Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { rowOf } from '../children/child.views.js';
import type { ChildRowDto } from '../children/children.dto.js';
import { dueOf } from '../children/due.js';
import { noteSeen } from './calendar.store.js';
import { type WorkDto, type WorkGroupDto, type WorkItemDto, type WorkQuery, placeOf, textOfPlace } from './work.dto.js';
import { type WorkLine, type WorkScope, type WorkWanted, workCounts, workPage, workWithoutDates } from './work.store.js';

const USUAL = 20;
const WIDEST: Readonly<Record<Scope, WorkScope>> = { statistics: 'mine', own: 'mine', team: 'team', authority: 'council', region: 'mine' };

/** What is due and late from the clocks that run, for a person, a team or a council. */
@Injectable()
export class WorkReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  work(who: Who, query: WorkQuery): Promise<WorkDto> {
    const wanted = this.wantedOf(who, query);
    return this.db.inTenants(who, async (tx) => {
      noteSeen(tx, who, wanted.today);
      const lines = await workPage(tx, who, { ...wanted, limit: wanted.limit + 1 });
      const { undated, missing } = await workWithoutDates(tx, who, wanted.scope);
      const counts = wanted.scope === 'mine' ? [] : await workCounts(tx, who, wanted);
      const groups = (query.group === undefined ? WORK_GROUPS : [query.group]).map((group) => this.groupOf(group, lines, who, wanted.limit));
      return { scope: wanted.scope, groups, missing: missing.map((line) => this.childOf(line, who)), undated, counts };
    });
  }

  private wantedOf(who: Who, { scope, kind, group, limit, cursor }: WorkQuery): WorkWanted {
    const today = this.clock.today();
    return {
      scope: scope ?? WIDEST[who.capabilities.get('work:read') ?? 'own'], today, weekEnd: addDays(today, 7), limit: Number(limit ?? USUAL),
      clocks: (kind === undefined ? WORK_KINDS : [kind]).flatMap(clocksOfWork), ...(group === undefined ? {} : { group }), ...(cursor === undefined || group === undefined ? {} : { after: placeOf(cursor) }),
    };
  }

  private groupOf(group: WorkGroup, lines: readonly WorkLine[], who: Who, limit: number): WorkGroupDto {
    const ofGroup = lines.filter(({ workGroup }) => workGroup === group);
    const items = ofGroup.slice(0, limit).map((line) => this.itemOf(line, who));
    return { group, total: ofGroup[0]?.total ?? 0, items, next: ofGroup.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private itemOf(line: WorkLine, who: Who): WorkItemDto {
    const { clock, startedOn, dueOn, id: childId } = line;
    return { id: textOfPlace({ dueOn, childId, clock, startedOn }), kind: workKindOf(clock) ?? 'reviews', due: dueOf(clock, dueOn, this.clock.today()), child: this.childOf(line, who) };
  }

  /** A record that is shut to the person is not among the rows. */
  private childOf(line: WorkLine | Parameters<typeof rowOf>[0], who: Who): ChildRowDto {
    return rowOf(line, who, this.clock.today()) as ChildRowDto;
  }
}
