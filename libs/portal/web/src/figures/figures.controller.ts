import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { REGION } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { trailOf } from '../frame/paging.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { type Asked, indicatorFactsOf, knownIn, monthIn, namesOf, onDay, questionOf } from './asking.js';
import { CASES_SIZE, casesPage } from './cases/page.js';
import { csvOf } from './csv.js';
import { CASES_SHOWN, indicatorPage } from './indicator/page.js';
import { monthRows, monthTable } from './indicator/trend-model.js';
import { scorecardPage } from './scorecard/page.js';

const HISTORY = 24;

/** Figures of the region and of its councils. */
@Controller('region')
@ForSignedIn()
export class FiguresController {
  constructor(private readonly pages: PageWriter) {}

  @Get('scorecard')
  async scorecard(@Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const today = this.pages.clock.today();
    const known = knownIn(asked, today);
    const horizons = (await visit.regional.horizons()).items;
    const month = monthIn(asked, horizons, REGION, today);
    const held = horizons.some(({ completeTo }) => completeTo !== null);
    const figures = await Promise.all((held ? horizons : []).map(async ({ authority }) => ({ authority, items: (await visit.regional.indicators({ authority, month, history: HISTORY, ...onDay(known) })).items })));
    await this.pages.write(reply, scorecardPage({ month, today, known, horizons, figures }));
  }

  @Get('indicators/:id')
  async indicator(@Param('id') id: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const question = await questionOf(visit, asked, this.pages.clock.today());
    const facts = await indicatorFactsOf(visit, id, question, asked['span'] === 'all');
    const cases = facts.figure.casesAllowed ? await visit.regional.cases(id, { authority: question.authority, month: question.month, limit: CASES_SHOWN }) : null;
    await this.pages.write(reply, indicatorPage({ ...facts, ...question, cases: cases === null ? null : { ...cases, children: await namesOf(visit, cases.items) } }));
  }

  /** Every month of the page's table, to take away. */
  @Get('indicators/:id/figures.csv')
  async csv(@Param('id') id: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const question = await questionOf(visit, asked, this.pages.clock.today());
    const facts = await indicatorFactsOf(visit, id, question, true);
    await this.pages.file(reply, `${facts.figure.id}-${question.authority.toLowerCase()}-${question.month}.csv`, csvOf(monthTable(facts, monthRows(facts))));
  }

  @Get('indicators/:id/cases')
  async cases(@Param('id') id: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { horizons, authority, month, known, today } = await questionOf(visit, asked, this.pages.clock.today());
    const trail = trailOf(asked);
    const query = { authority, month, ...onDay(known) };
    const [figure, cases] = await Promise.all([visit.regional.indicator(id, query), visit.regional.cases(id, { ...query, limit: CASES_SIZE, cursor: trail.cursor })]);
    const place = horizons.find((each) => each.authority === authority)?.name ?? authority;
    await this.pages.write(reply, casesPage({ figure, place, cases, children: await namesOf(visit, cases.items), today, known, trail }));
  }
}
