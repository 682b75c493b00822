import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { childHref } from '../children/addresses.js';
import { trailOf } from '../frame/paging.js';
import { referenceIn } from '../sharing/addresses.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { trackerBoardPage } from './board/page.js';
import { choiceOf, queryOf } from './choice.js';
import { TRACKER_SIZE, trackerListPage } from './list/page.js';
import { trackerRowPage } from './row/page.js';

type Address = Readonly<Record<string, string | undefined>>;

/** Where the region's children wait, by reference. */
@Controller('region')
@ForSignedIn()
export class TrackerController {
  constructor(private readonly pages: PageWriter) {}

  @Get('tracker')
  list(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.table(query, visit, reply, false);
  }

  @Get('harder-to-place')
  register(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.table(query, visit, reply, true);
  }

  @Get('tracker/board')
  async board(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const choice = choiceOf(query);
    const { items } = await visit.regional.trackerBoard(queryOf(choice.address));
    await this.pages.write(reply, trackerBoardPage({ today: this.pages.clock.today(), choice, columns: items }));
  }

  @Get('tracker/:reference')
  async row(@Param('reference') reference: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [me, row] = await Promise.all([visit.me(), visit.regional.trackerRow(referenceIn(reference))]);
    if (row.details === null) throw new NotFoundException();
    await this.pages.write(reply, trackerRowPage({ ...row, details: row.details }, me, this.pages.clock.today()));
  }

  /** On to the record, for people of the child's own council; everybody else is told why not. */
  @Get('tracker/:reference/record')
  async record(@Param('reference') reference: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.seeOther(reply, childHref((await visit.regional.trackedChild(referenceIn(reference))).childId));
  }

  private async table(query: Address, visit: Visit, reply: FastifyReply, register: boolean): Promise<void> {
    const choice = choiceOf(query);
    const trail = trailOf(query);
    const rows = await visit.regional.tracker({ ...queryOf(choice.address), ...(register ? { harder: true } : {}), limit: TRACKER_SIZE, ...(trail.cursor === undefined ? {} : { cursor: trail.cursor }) });
    await this.pages.write(reply, trackerListPage({ today: this.pages.clock.today(), choice, rows, trail, register }));
  }
}
