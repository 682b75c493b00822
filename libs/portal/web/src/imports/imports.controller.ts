import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { Correction } from '../api/locality-hub.js';
import type { CountedPage, Page, Problem } from '../api/problem.js';
import { trailOf } from '../frame/paging.js';
import { type Form, idIn, keyIn, newKey } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { importHref } from './addresses.js';
import { CORRECTIONS_SIZE, correctionsPage } from './corrections/page.js';
import { importFindingsPage } from './findings/page.js';
import { historyPage } from './history/page.js';
import { progressOf, resultPage } from './result/page.js';

type Asked = Readonly<Record<string, string | undefined>>;

const HISTORY_SIZE = 50;
const FINDINGS_SIZE = 100;

/** What became of the files that were sent. */
@Controller('imports')
@ForSignedIn()
export class ImportsController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async history(@Query('cursor') cursor: string | undefined, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, historyPage(await visit.locality.imports({ limit: HISTORY_SIZE, cursor }), cursor === undefined));
  }

  @Get(':id')
  result(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, idIn(id));
  }

  /** For the script: how far a running import is. */
  @Get(':id/progress')
  async progress(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await reply.send(progressOf(await visit.locality.import(idIn(id))));
  }

  @Post(':id/apply')
  async apply(@Param('id') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const outcome = await visit.locality.applyImport(id, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, importHref(id)) : this.show(visit, reply, id, outcome.problem));
  }

  @Get(':id/set-aside')
  async setAside(@Param('id') id: string, @Query('module') module: string | undefined, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.download(reply, await visit.locality.setAside(idIn(id), module));
  }

  @Get(':id/findings')
  async findings(@Param('id') text: string, @Query() { rule, cursor }: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    if (rule === undefined || rule === '') throw new NotFoundException();
    const [view, findings] = await Promise.all([visit.locality.import(id), visit.locality.importFindings(id, rule, { limit: FINDINGS_SIZE, cursor })]);
    await this.pages.write(reply, importFindingsPage(view, rule, findings, cursor === undefined));
  }

  @Get(':id/corrections')
  async corrections(@Param('id') text: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const trail = trailOf(asked);
    const [view, corrections] = await Promise.all([visit.locality.import(id), visit.locality.corrections(id, { limit: CORRECTIONS_SIZE, cursor: trail.cursor })]);
    await this.pages.write(reply, correctionsPage(view, corrections, trail));
  }

  private async show(visit: Visit, reply: FastifyReply, id: Uuid, problem?: Problem): Promise<void> {
    const [me, view] = await Promise.all([visit.me(), visit.locality.import(id)]);
    const ended = view.status === 'done';
    const [reasons, rules, corrections] = await Promise.all([
      ended && view.rows.setAside > 0 ? visit.locality.setAsideReasons(id) : NONE, ended && view.findings > 0 ? visit.locality.findingRules(id) : NONE, ended && view.rows.corrected > 0 ? visit.locality.corrections(id, { limit: 5 }) : NO_CORRECTIONS,
    ]);
    await this.pages.write(reply, resultPage({ me, view, reasons: reasons.items, rules: rules.items, corrections, key: newKey(), ...(problem === undefined ? {} : { problem }) }));
  }
}

const NONE: Page<never> = { items: [], next: null };
const NO_CORRECTIONS: CountedPage<Correction> = { items: [], next: null, total: 0 };
