import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../api/problem.js';
import { type Form, idIn, keyIn, newKey, one, several } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { childHref } from './addresses.js';
import { type RestrictionForm, restrictionPage } from './restriction/page.js';

/** Who may open a record that not everybody should. */
@Controller('children/:id/restriction')
@ForSignedIn()
export class RestrictionController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  form(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, idIn(id));
  }

  @Post()
  async send(@Param('id') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const form: RestrictionForm = { named: several(sent, 'named'), reason: one(sent, 'reason') };
    const outcome = await visit.locality.restrict(id, { restricted: one(sent, 'act') !== 'lift', ...form }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, childHref(id)) : this.show(visit, reply, id, form, outcome.problem));
  }

  private async show(visit: Visit, reply: FastifyReply, id: Uuid, form?: RestrictionForm, problem?: Problem): Promise<void> {
    const [record, workers] = await Promise.all([visit.locality.child(id), visit.locality.workers()]);
    await this.pages.write(reply, restrictionPage({ record, workers: workers.items, today: this.pages.clock.today(), key: newKey(), ...(form === undefined ? {} : { form }), ...(problem === undefined ? {} : { problem }) }));
  }
}
