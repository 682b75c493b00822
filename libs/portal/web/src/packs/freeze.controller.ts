import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PackAddress } from '../api/packs.js';
import type { Problem } from '../api/problem.js';
import { packHref } from '../figures/addresses.js';
import { type Form, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { childrenOf } from './children-of.js';
import { freezePage } from './freeze/page.js';
import { packIn } from './packs.controller.js';
import { type RestatementsFacts, restatementsPage } from './restatements/page.js';
import { mayFor, placeName } from './words.js';

/** A month is frozen, and what is learned after is shown beside it. */
@Controller('region/packs/:authority/:month')
@ForSignedIn()
export class FreezeController {
  constructor(private readonly pages: PageWriter) {}

  @Get('freeze')
  form(@Param('authority') authority: string, @Param('month') month: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(packIn(authority, month), visit, reply);
  }

  @Post('freeze')
  async freeze(@Param('authority') authority: string, @Param('month') month: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const of = packIn(authority, month);
    const outcome = await visit.regional.freeze(of, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, packHref(of)) : this.show(of, visit, reply, outcome.problem));
  }

  @Get('restatements')
  restatements(@Param('authority') authority: string, @Param('month') month: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.restated(packIn(authority, month), visit, reply);
  }

  @Post('restatements')
  async giveReason(@Param('authority') authority: string, @Param('month') month: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const of = packIn(authority, month);
    const given = { indicator: one(sent, 'indicator'), reason: one(sent, 'reason') };
    const outcome = await visit.regional.giveReason(of, given, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, packHref(of, 'restatements')) : this.restated(of, visit, reply, { ...given, problem: outcome.problem }));
  }

  private async show(of: PackAddress, { regional, me }: Visit, reply: FastifyReply, problem?: Problem): Promise<void> {
    if (!mayFor(await me(), 'pack:freeze', of.authority)) throw new NotFoundException();
    const [{ items: horizons }, { items: packs }, { items: figures }] = await Promise.all([regional.horizons(), regional.packs(of.authority), regional.indicators({ authority: of.authority, month: of.month })]);
    await this.pages.write(reply, freezePage({
      ...of, place: placeName(horizons, of.authority), today: this.pages.clock.today(), line: packs.find(({ month }) => month === of.month), asked: figures.filter(({ commentaryAsked }) => commentaryAsked), key: newKey(),
      ...(problem === undefined ? {} : { problem }),
    }));
  }

  private async restated(of: PackAddress, visit: Visit, reply: FastifyReply, sent?: NonNullable<RestatementsFacts['sent']>): Promise<void> {
    const [me, { items: horizons }, { items }] = await Promise.all([visit.me(), visit.regional.horizons(), visit.regional.restatements(of)]);
    const children = await childrenOf(visit, items);
    await this.pages.write(reply, restatementsPage({ ...of, me, place: placeName(horizons, of.authority), items, children, newKey, ...(sent === undefined ? {} : { sent }) }));
  }
}
