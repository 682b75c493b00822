import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { type Instant, type LocalDate, REGION, addMonthsTo, monthOf } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { ACCESS_LOG } from '../access-log/addresses.js';
import type { WorkGroupName } from '../api/locality-hub.js';
import type { PackLine } from '../api/packs.js';
import type { Horizon } from '../api/regional-hub.js';
import { scorecardHref } from '../figures/addresses.js';
import { monthIn } from '../figures/asking.js';
import { firstPageOf } from '../frame/view.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { myWorkPage } from './due/page.js';
import { GROUP_TITLES, kindIn } from './due/rows.js';
import { workGroupPage } from './group/page.js';
import { plansWaitingPage } from './plans/page.js';
import { PART_MS, heardWithin } from './waiting/heard.js';
import { waitingPage } from './waiting/page.js';
import { NOTHING_WAITS, waitingFor } from './waiting/waiting.js';
import { type MonthEndFacts, dataWorkPage } from './imports/page.js';

/** Rows of each group on a first page; of a group by itself. */
const SHOWN = 20;
const SHOWN_ALONE = 50;

type WorkAddress = Readonly<{ kind?: string; cursor?: string }>;

const groupIn = (text: string): WorkGroupName => {
  if (!Object.hasOwn(GROUP_TITLES, text)) throw new NotFoundException();
  return text as WorkGroupName;
};

/** The first page of each person, and what there is to do. */
@Controller()
@ForSignedIn()
export class HomeController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async home(@Query() query: WorkAddress, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const first = firstPageOf(await visit.me());
    switch (first) {
      case 'children': return this.work(query, visit, reply);
      case 'imports': return this.data(visit, reply);
      case 'access-log': return this.looks(visit, reply);
      case 'figures': return this.pages.seeOther(reply, scorecardHref());
    }
  }

  @Get('work')
  async work(@Query() query: WorkAddress, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { capabilities } = await visit.me();
    const kind = kindIn(query.kind);
    const [work, notAllocated, clocks, waiting] = await Promise.all([
      visit.locality.work({ limit: SHOWN, ...(kind === undefined ? {} : { kind }) }),
      capabilities['child:allocate-worker'] === undefined ? null : visit.locality.children({ scope: 'not-allocated', lookedAfter: true, limit: SHOWN }),
      visit.locality.clocks(),
      kind === undefined ? waitingFor(visit) : NOTHING_WAITS,
    ]);
    await this.pages.write(reply, myWorkPage({ ...this.moment(), work, notAllocated, clocks: clocks.items, waiting, worksWithChildren: capabilities['plan:propose'] !== undefined, kind }));
  }

  @Get('work/plans')
  async plans(@Query('cursor') cursor: string | undefined, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [plans, clocks] = await Promise.all([locality.approvals({ limit: SHOWN_ALONE, ...(cursor === undefined ? {} : { cursor }) }), locality.clocks()]);
    await this.pages.write(reply, plansWaitingPage({ plans, today: this.pages.clock.today(), clocks: clocks.items, first: cursor === undefined }));
  }

  @Get('work/:group')
  async group(@Param('group') name: string, @Query() query: WorkAddress, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [group, kind] = [groupIn(name), kindIn(query.kind)];
    const [work, clocks] = await Promise.all([
      visit.locality.work({ group, limit: SHOWN_ALONE, ...(kind === undefined ? {} : { kind }), ...(query.cursor === undefined ? {} : { cursor: query.cursor }) }), visit.locality.clocks(),
    ]);
    await this.pages.write(reply, workGroupPage({ today: this.pages.clock.today(), work, clocks: clocks.items, group, kind, first: query.cursor === undefined }));
  }

  /** Whoever answers for looks at records begins with those to review; an auditor with who has looked. */
  private async looks(visit: Visit, reply: FastifyReply): Promise<void> {
    const { capabilities } = await visit.me();
    if (capabilities['alert:read'] === undefined) return this.pages.seeOther(reply, ACCESS_LOG);
    await this.pages.write(reply, waitingPage(await waitingFor(visit), { ...this.moment(), clocks: [] }));
  }

  private moment(): Readonly<{ today: LocalDate; now: Instant }> {
    return { today: this.pages.clock.today(), now: this.pages.clock.now() };
  }

  private async data(visit: Visit, reply: FastifyReply): Promise<void> {
    const [me, imports, horizons] = await Promise.all([visit.me(), visit.locality.imports({ limit: 20 }), visit.regional.horizons()]);
    const own = horizons.items.find(({ authority }) => authority === me.authority.code && authority !== REGION);
    await this.pages.write(reply, dataWorkPage(imports.items, own, own === undefined || own.completeTo === null ? undefined : await this.monthEnd(visit, own, horizons.items)));
  }

  /** What the newest whole month still asks of whoever answers for the figures. */
  private async monthEnd({ regional }: Visit, { authority }: Horizon, horizons: readonly Horizon[]): Promise<MonthEndFacts> {
    const moment = this.moment();
    const newest = monthIn({}, horizons, authority, moment.today);
    const month = newest === monthOf(moment.today) ? addMonthsTo(newest, -1) : newest;
    const asked = async (): Promise<Readonly<{ asked: number; pack: PackLine | undefined }>> => {
      const [figures, packs] = await Promise.all([regional.indicators({ authority, month }), regional.packs(authority)]);
      return { asked: figures.items.filter(({ commentaryAsked }) => commentaryAsked).length, pack: packs.items.find((line) => line.month === month) };
    };
    return { ...moment, authority, month, found: await heardWithin(PART_MS, asked()) };
  }
}
