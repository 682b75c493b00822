import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { ALERTS } from '../alerts/addresses.js';
import type { EmergencyUse } from '../api/emergency.js';
import { type Outcome, type Problem, ServiceProblem } from '../api/problem.js';
import { childHref } from '../children/addresses.js';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { EMERGENCY } from './addresses.js';
import { type EmergencyForm, emergencyPage } from './open/page.js';
import { type ReviewForm, reviewPage } from './review/page.js';

/** As many of one's own uses as a page shows. */
const BEFORE = 20;

/** Opening a record that is shut, for an hour; ending it; and the review by somebody else. */
@Controller()
@ForSignedIn()
export class EmergencyController {
  constructor(private readonly pages: PageWriter) {}

  @Get('children/:id/emergency-access')
  form(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, idIn(id));
  }

  @Post('children/:id/emergency-access')
  async open(@Param('id') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const form = { reference: '', reason: one(sent, 'reason') };
    const outcome = await visit.locality.openInEmergency(id, form.reason, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, childHref(id)) : this.show(visit, reply, id, form, outcome.problem));
  }

  @Get('emergency-access')
  referenceForm(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, null);
  }

  @Post('emergency-access')
  async openByReference(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: EmergencyForm = { reference: one(sent, 'reference'), reason: one(sent, 'reason') };
    const outcome = await found(visit.locality.openByReference(form, keyIn(sent)));
    await (outcome.ok ? this.pages.seeOther(reply, childHref(outcome.value.child.id)) : this.show(visit, reply, null, form, outcome.problem));
  }

  /** Also from a page that was open for too long: what is over stays over. */
  @Post('emergency-access/:id/end')
  async end(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await visit.locality.endEmergencyUse(idIn(id), keyIn(sent));
    await this.pages.seeOther(reply, EMERGENCY);
  }

  @Get('emergency-access/:id/review')
  async review(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, reviewPage({ use: await visit.locality.emergencyUse(idIn(id)), today: this.pages.clock.today(), key: newKey() }));
  }

  @Post('emergency-access/:id/review')
  async reviewed(@Param('id') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const form: ReviewForm = { finding: one(sent, 'finding'), note: one(sent, 'note') };
    const outcome = form.finding === '' ? 'no-finding' : await visit.locality.reviewEmergencyUse(id, form, keyIn(sent));
    if (outcome !== 'no-finding' && outcome.ok) return this.pages.seeOther(reply, ALERTS);
    await this.pages.write(reply, reviewPage({ use: await visit.locality.emergencyUse(id), today: this.pages.clock.today(), key: newKey(), form, problem: outcome === 'no-finding' ? outcome : outcome.problem }));
  }

  private async show(visit: Visit, reply: FastifyReply, id: Uuid | null, form?: EmergencyForm, problem?: Problem): Promise<void> {
    const offer = id === null ? Promise.resolve(null) : visit.locality.emergencyOffer(id);
    const [record, before] = await Promise.all([offer, visit.locality.ownEmergencyUses({ limit: BEFORE })]);
    await this.pages.write(reply, emergencyPage({ offer: record, before: before.items, now: this.pages.clock.now(), key: newKey(), ...(form === undefined ? {} : { form }), ...(problem === undefined ? {} : { problem }) }));
  }
}

/** A reference that no record of the council has is for the person to mend, at its field. */
const found = async (opening: Promise<Outcome<EmergencyUse>>): Promise<Outcome<EmergencyUse>> => {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof ServiceProblem) || error.problem.status !== 404) throw error;
    return { ok: false, problem: { ...error.problem, errors: [{ field: 'reference', sentence: 'We could not find that record. Check the reference.' }] } };
  }
};
