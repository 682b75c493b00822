import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { childHref } from './addresses.js';
import { planPage } from './plan/page.js';
import { type Asking, questionView } from './plan/question.js';
import { type PlanQuestion, questionAt } from './plan/questions.js';

/** A child's plan for permanence, and a page for each thing that is done with it. */
@Controller('children/:id/plan')
@ForSignedIn()
export class PlanController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async plan(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [{ capabilities }, plan] = await Promise.all([visit.me(), visit.locality.plan(idIn(id))]);
    await this.pages.write(reply, planPage(plan, this.pages.clock.today(), capabilities['record:read-free-text'] !== undefined));
  }

  /** What cannot be done now leads to the plan, which says why; what is never this person's has no page. */
  @Get(':question')
  async ask(@Param('id') id: string, @Param('question') word: string, @Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { question } = found(word);
    const plan = await visit.locality.plan(idIn(id));
    const allowed = plan.allowedCommands.find(({ command }) => command === question.command);
    if (allowed === undefined) throw new NotFoundException();
    await (allowed.refusal === null ? this.show(reply, question, { plan, asked, sent: null }) : this.pages.seeOther(reply, childHref(plan.child.id, 'plan')));
  }

  @Post(':question')
  async answer(@Param('id') text: string, @Param('question') word: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [id, { path, question }] = [idIn(text), found(word)];
    const answer = await question.answer(sent, () => visit.locality.plan(id));
    if ('again' in answer) return this.show(reply, question, { plan: await visit.locality.plan(id), asked: {}, sent: answer.again, ...(answer.problem === undefined ? {} : { problem: answer.problem }) });
    const outcome = await visit.locality.changePlan(id, path, answer.body, { version: one(sent, 'version'), key: keyIn(sent) });
    await (outcome.ok ? this.pages.seeOther(reply, childHref(id, 'plan')) : this.show(reply, question, { plan: await visit.locality.plan(id), asked: {}, sent, problem: outcome.problem }));
  }

  private async show(reply: FastifyReply, question: PlanQuestion, asking: Asking): Promise<void> {
    const asks = question.ask(asking);
    if (asks === null) throw new NotFoundException();
    await this.pages.write(reply, questionView(asks, asking, this.pages.clock.today(), newKey()));
  }
}

const found = (word: string): NonNullable<ReturnType<typeof questionAt>> => {
  const at = questionAt(word);
  if (at === undefined) throw new NotFoundException();
  return at;
};
