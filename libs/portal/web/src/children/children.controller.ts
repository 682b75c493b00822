import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { trailOf } from '../frame/paging.js';
import type { View } from '../frame/view.js';
import { idIn } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { ACCESS_SIZE, accessPage } from './access/page.js';
import { CHRONOLOGY_SIZE, chronologyChoice, chronologyPage } from './chronology/page.js';
import { familyPage } from './family/page.js';
import { findingsPage } from './findings/page.js';
import { childrenListPage, listChoice } from './list/page.js';
import { missingPage } from './missing/page.js';
import { overviewPage } from './overview/page.js';
import { placementsPage } from './placements/page.js';
import { reviewsPage } from './reviews/page.js';
import { workersPage } from './workers/page.js';

type Query = Readonly<Record<string, string | undefined>>;
const IN_CARE = { yes: true, no: false, all: 'all' } as const;

/** The list of children, and the record of one. */
@Controller('children')
@ForSignedIn()
export class ChildrenController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async list(@Query() asked: Query, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const me = await visit.me();
    const query = listChoice(me, asked);
    const trail = trailOf(asked);
    const [children, clocks] = await Promise.all([
      visit.locality.children({ scope: query.scope, lookedAfter: IN_CARE[query.lookedAfter], sort: query.sort, limit: query.size, cursor: trail.cursor }), visit.locality.clocks(),
    ]);
    await this.pages.write(reply, childrenListPage({ me, today: this.pages.clock.today(), query, children, clocks: clocks.items, trail }));
  }

  @Get(':id')
  async overview(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [{ capabilities }, record, clocks] = await Promise.all([visit.me(), visit.locality.child(idIn(id)), visit.locality.clocks()]);
    await this.pages.write(reply, overviewPage(record, clocks.items, this.pages.clock.today(), capabilities['access-log:read'] !== undefined));
  }

  @Get(':id/chronology')
  async chronology(@Param('id') id: string, @Query() asked: Query, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const choice = chronologyChoice(asked);
    const trail = trailOf(asked);
    const chronology = await visit.locality.chronology(idIn(id), { ...choice, limit: CHRONOLOGY_SIZE, cursor: trail.cursor });
    await this.pages.write(reply, chronologyPage({ chronology, today: this.pages.clock.today(), choice, trail }));
  }

  @Get(':id/access')
  async access(@Param('id') id: string, @Query() asked: Query, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const trail = trailOf(asked);
    const access = await visit.locality.access(idIn(id), { limit: ACCESS_SIZE, cursor: trail.cursor });
    await this.pages.write(reply, accessPage(access, this.pages.clock.today(), trail));
  }

  @Get(':id/placements')
  placements(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.section(reply, id, locality.placements, placementsPage);
  }

  @Get(':id/reviews')
  reviews(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.section(reply, id, locality.reviews, reviewsPage);
  }

  @Get(':id/missing')
  missing(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.section(reply, id, locality.missing, missingPage);
  }

  @Get(':id/workers')
  workers(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.section(reply, id, locality.workersOf, workersPage);
  }

  @Get(':id/family')
  family(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.section(reply, id, locality.siblings, familyPage);
  }

  @Get(':id/findings')
  async findings(@Param('id') id: string, @Visiting() { locality, me }: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [{ capabilities }, findings] = await Promise.all([me(), locality.findings(idIn(id))]);
    await this.pages.write(reply, findingsPage(findings, this.pages.clock.today(), capabilities['import:manage'] !== undefined));
  }

  private async section<T>(reply: FastifyReply, id: string, ask: (id: Uuid) => Promise<T>, page: (answer: T, today: ReturnType<PageWriter['clock']['today']>) => View): Promise<void> {
    await this.pages.write(reply, page(await ask(idIn(id)), this.pages.clock.today()));
  }
}
