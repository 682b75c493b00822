import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PackAddress, Said } from '../api/packs.js';
import type { Problem } from '../api/problem.js';
import { commentaryListHref } from '../figures/addresses.js';
import { type Asked, questionOf } from '../figures/asking.js';
import { monthChoices } from '../figures/figure-words.js';
import { type Form, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { packIn } from './packs.controller.js';
import { saidPage } from './said/page.js';
import { sayPage } from './say/page.js';
import { mayFor, placeName } from './words.js';

/** What people say of their own figures. */
@Controller('region')
@ForSignedIn()
export class SaidController {
  constructor(private readonly pages: PageWriter) {}

  @Get('commentary')
  async list(@Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const me = await visit.me();
    if (!mayFor(me, 'commentary:write', me.authority.code)) throw new NotFoundException();
    const { horizons, authority, month } = await questionOf(visit, { ...asked, authority: me.authority.code }, this.pages.clock.today());
    const held = horizons.find((each) => each.authority === authority);
    const { items: figures } = await visit.regional.indicators({ authority, month, history: 12 });
    await this.pages.write(reply, saidPage({ authority, month, figures, place: placeName(horizons, authority), months: monthChoices(held?.firstMonth ?? null, held?.completeTo ?? null) }));
  }

  @Get('indicators/:id/commentary')
  form(@Param('id') id: string, @Query() { authority = '', month = '' }: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(id, packIn(authority, month), visit, reply);
  }

  @Post('indicators/:id/commentary')
  async write(@Param('id') id: string, @Query() { authority = '', month = '' }: Asked, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const of = packIn(authority, month);
    const said: Said = { trend: one(sent, 'trend'), reason: one(sent, 'reason'), action: one(sent, 'action') };
    const outcome = await visit.regional.writeCommentary(id, { ...of, ...said }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, commentaryListHref({ month: of.month })) : this.show(id, of, visit, reply, { form: said, problem: outcome.problem }));
  }

  private async show(id: string, of: PackAddress, { regional, me }: Visit, reply: FastifyReply, sent?: Readonly<{ form: Said; problem: Problem }>): Promise<void> {
    if (!mayFor(await me(), 'commentary:write', of.authority)) throw new NotFoundException();
    const [figure, { items: versions }, { items: horizons }] = await Promise.all([regional.indicator(id, of), regional.commentary(id, of), regional.horizons()]);
    await this.pages.write(reply, sayPage({ figure, versions, month: of.month, place: placeName(horizons, of.authority), key: newKey(), ...sent }));
  }
}
