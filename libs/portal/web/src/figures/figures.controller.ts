import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { REGION } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { trailOf } from '../frame/paging.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { allIndicatorsPage } from './all/page.js';
import { type Asked, indicatorFactsOf, knownIn, monthIn, namesOf, onDay, questionOf } from './asking.js';
import { CASES_SIZE, casesPage } from './cases/page.js';
import { csvOf } from './csv.js';
import { CASES_SHOWN, indicatorPage } from './indicator/page.js';
import { monthRows, monthTable } from './indicator/trend-model.js';
import { type ScorecardFacts, scorecardPage } from './scorecard/page.js';
import { scorecardTable } from './scorecard/table.js';

const HISTORY = 24;

/** Figures of the region and of its councils. */
@Controller('region')
@ForSignedIn()
export class FiguresController {
  constructor(private readonly pages: PageWriter) {}

  @Get('scorecard')
  async scorecard(@Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.facts(asked, visit);
    const [me, packs] = await Promise.all([visit.me(), visit.regional.packs(REGION)]);
    const pack = packs.items.find(({ month }) => month === facts.month);
    await this.pages.write(reply, scorecardPage({ ...facts, mayAsk: me.capabilities['commentary:write'] !== undefined, mayEnterPopulation: me.capabilities['population:set'] !== undefined, ...(pack === undefined ? {} : { pack }) }));
  }

  /** Every figure of the page, a row each, to take away. */
  @Get('scorecard.csv')
  async scorecardCsv(@Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.facts(asked, visit);
    await this.pages.file(reply, `scorecard-${facts.month}.csv`, csvOf(scorecardTable(facts)));
  }

  /** Every indicator of the catalogue: what is not here yet, and what it waits for. */
  @Get('indicators')
  async all(@Visiting() { regional }: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, allIndicatorsPage((await regional.catalogue()).items));
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

  /** What the scorecard was asked for: of which month, as known when, and seen by whom. */
  private async facts(asked: Asked, { regional }: Visit): Promise<ScorecardFacts> {
    const today = this.pages.clock.today();
    const known = knownIn(asked, today);
    const [then, asPublic] = [asked['as'] === 'then' && known === null, asked['view'] === 'public'];
    const horizons = (await regional.horizons()).items;
    const month = monthIn(asked, horizons, REGION, today);
    const held = horizons.some(({ completeTo }) => completeTo !== null);
    const query = { month, history: HISTORY, ...onDay(known), ...(then ? { known: 'then' as const } : {}), ...(asPublic ? { version: 'public' as const } : {}) };
    const figures = await Promise.all((held ? horizons : []).map(async ({ authority }) => ({ authority, items: (await regional.indicators({ authority, ...query })).items })));
    return { month, today, known, then, asPublic, horizons, figures };
  }
}
