import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Outcome, Problem } from '../api/problem.js';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { RELATIONS } from './addresses.js';
import { type RelationForm, relationsPage } from './list/page.js';

/** What people declare to be to a child. */
@Controller('relations')
@ForSignedIn()
export class RelationsController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  list(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply);
  }

  @Post()
  async declare(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: RelationForm = { reference: one(sent, 'reference'), kind: one(sent, 'kind') };
    await this.after(visit, reply, await visit.locality.declareRelation(form, keyIn(sent)), form);
  }

  @Post(':id/confirm')
  async confirm(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.after(visit, reply, await visit.locality.confirmRelation(idIn(id), keyIn(sent)));
  }

  @Post(':id/withdraw')
  async withdraw(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.after(visit, reply, await visit.locality.withdrawRelation(idIn(id), keyIn(sent)));
  }

  private async after(visit: Visit, reply: FastifyReply, outcome: Outcome<unknown>, form?: RelationForm): Promise<void> {
    await (outcome.ok ? this.pages.seeOther(reply, RELATIONS) : this.show(visit, reply, form, outcome.problem));
  }

  private async show(visit: Visit, reply: FastifyReply, form?: RelationForm, problem?: Problem): Promise<void> {
    const { capabilities } = await visit.me();
    const [own, team] = await Promise.all([visit.locality.relations(), capabilities['relation:confirm'] === undefined ? null : visit.locality.relationsToConfirm()]);
    await this.pages.write(reply, relationsPage({ own: own.items, team: team?.items ?? null, key: newKey(), ...(form === undefined ? {} : { form }), ...(problem === undefined ? {} : { problem }) }));
  }
}
