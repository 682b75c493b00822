import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { REGION, addMonthsTo, monthOf } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../api/problem.js';
import { TARGETS } from '../figures/addresses.js';
import { type Form, dayIn, idIn, keyIn, newKey, one, several } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { type TargetForm, targetsPage } from './targets/page.js';

/** A day as the service reads it; what is no day goes as it was typed, for the service to say so. */
const isoOf = (typed: string): string => dayIn(typed) ?? typed;

/** What boards have set for figures. */
@Controller('region/targets')
@ForSignedIn()
export class TargetsController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  list(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply);
  }

  @Post()
  async set(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: TargetForm = { indicator: one(sent, 'indicator'), authorities: several(sent, 'authorities'), value: one(sent, 'value'), from: one(sent, 'from'), to: one(sent, 'to'), reference: one(sent, 'reference') };
    const { to, ...rest } = form;
    const outcome = await visit.regional.setTarget({ ...rest, from: isoOf(form.from), ...(to === '' ? {} : { to: isoOf(to) }) }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, TARGETS) : this.show(visit, reply, { form, problem: outcome.problem }));
  }

  @Post(':id/end')
  async end(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await visit.regional.endTarget(idIn(id), isoOf(one(sent, 'to')), keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, TARGETS) : this.show(visit, reply, { problem: withoutField(outcome.problem) }));
  }

  private async show(visit: Visit, reply: FastifyReply, sent?: Readonly<{ form?: TargetForm; problem: Problem }>): Promise<void> {
    const { regional } = visit;
    const today = this.pages.clock.today();
    const [me, { items: horizons }, { items: targets }, { items: figures }] = await Promise.all([visit.me(), regional.horizons(), regional.targets(), regional.indicators({ authority: REGION, month: addMonthsTo(monthOf(today), -1) })]);
    await this.pages.write(reply, targetsPage({ me, horizons, targets, figures, today, newKey, ...sent }));
  }
}

/** The last day of one target is none of the form's fields: what is wrong with it stands above the list. */
const withoutField = ({ errors: _errors, ...problem }: Problem): Problem => problem;
