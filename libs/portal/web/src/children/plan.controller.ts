import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { type Uuid, derivedId } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { ChildPlan, PlanPath, PlanVersion, StepOwner } from '../api/plan.js';
import type { Problem } from '../api/problem.js';
import { type Form, idIn, idsIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { childHref } from './addresses.js';
import { meanwhileHref } from './plan/addresses.js';
import { everything } from './plan/compared.js';
import { type Chosen, type Meeting, chosenIn, meetingOf } from './plan/conflict.js';
import { conflictView } from './plan/conflict-page.js';
import { planPage } from './plan/page.js';
import { type Asking, questionView } from './plan/question.js';
import { type PlanQuestion, questionAt } from './plan/questions.js';
import { savedAs } from './plan/saved-as.js';

type Asked = Readonly<{ id: Uuid; path: PlanPath; question: PlanQuestion; visit: Visit; reply: FastifyReply }>;
type Met = Readonly<{ plan: ChildPlan; people: readonly StepOwner[]; meeting: Meeting; seen: string }>;

/** How often an answer is put together with what others write at the same time, before its writer is told. */
const TRIES = 3;

/** A child's plan for permanence, and a page for each thing that is done with it. */
@Controller('children/:id/plan')
@ForSignedIn()
export class PlanController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async plan(@Param('id') id: string, @Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [{ capabilities }, plan] = await Promise.all([visit.me(), visit.locality.plan(idIn(id))]);
    const since = one(asked, 'meanwhile');
    const meanwhile: readonly PlanVersion[] = isVersion(since) ? (await visit.locality.planVersions(plan.child.id, since)).items.slice(1) : [];
    await this.pages.write(reply, planPage(plan, this.pages.clock.today(), { readsWords: capabilities['record:read-free-text'] !== undefined, meanwhile }));
  }

  /** What cannot be done now leads to the plan, which says why; what is never this person's has no page. */
  @Get(':question')
  async ask(@Param('id') id: string, @Param('question') word: string, @Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { question } = found(word);
    const plan = await visit.locality.plan(idIn(id));
    const allowed = plan.allowedCommands.find(({ command }) => command === question.command);
    if (allowed === undefined) throw new NotFoundException();
    await (allowed.refusal === null ? this.show(reply, question, { plan, asked, sent: null, people: await peopleFor(question, visit) }) : this.pages.seeOther(reply, childHref(plan.child.id, 'plan')));
  }

  @Post(':question')
  async answer(@Param('id') text: string, @Param('question') word: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const asked: Asked = { id: idIn(text), ...found(word), visit, reply };
    const chosen = chosenIn(sent);
    if (chosen.unchosen.length > 0) return this.showConflict(asked, await this.meet(asked, { ...chosen.mine, version: one(sent, 'seen') }), { ...chosen, sent });
    await this.save(asked, chosen.form, TRIES);
  }

  private async save(asked: Asked, form: Form, tries: number): Promise<void> {
    const { id, path, question, visit, reply } = asked;
    const answer = await question.answer(form, () => visit.locality.plan(id));
    if ('again' in answer) return this.again(asked, answer.again, answer.problem);
    const isMerged = one(form, 'merging') === '1';
    const as = isMerged ? savedAs(path, await visit.locality.plan(id), form) : ({ kind: 'itself' } as const);
    if (as.kind === 'change') return this.again({ ...asked, ...found('change') }, as.form);
    const [way, body] = as.kind === 'itself' ? [path, answer.body] as const : ['revision', as.body] as const;
    const outcome = await visit.locality.changePlan(id, way, body, { version: one(form, 'version'), key: keyIn(form) });
    if (outcome.ok) return this.pages.seeOther(reply, isMerged && isVersion(one(form, 'seen')) ? meanwhileHref(id, one(form, 'seen')) : childHref(id, 'plan'));
    await (outcome.problem.status === 412 && tries > 0 ? this.putTogether(asked, form, tries) : this.again(asked, form, outcome.problem));
  }

  /** Others changed the plan meanwhile. What both changed is for the person to choose; what does not touch is saved on top of theirs, unless it is a signature under all of it. */
  private async putTogether(asked: Asked, form: Form, tries: number): Promise<void> {
    const met = await this.meet(asked, form);
    const { meeting, plan } = met;
    const isSigned = asked.question.signs === true && meeting.changes.length > 0;
    if (meeting.conflicts.length > 0 || isSigned) return this.showConflict(asked, met, null);
    const key = idsIn([keyIn(form)])[0];
    // The second click's answer is put together under the first one's key.
    await this.save(asked, { ...meeting.form, merging: '1', seen: one(form, 'seen') || met.seen, version: String(plan.version), key: key === undefined ? newKey() : derivedId(key, String(plan.version)) }, tries - 1);
  }

  private async meet({ id, question, visit }: Asked, form: Form): Promise<Met> {
    const seen = isVersion(one(form, 'version')) ? one(form, 'version') : '0';
    const [plan, people, versions] = await Promise.all([visit.locality.plan(id), peopleFor(question, visit), visit.locality.planVersions(id, seen)]);
    const named = [...people, ...namedIn(plan, people)];
    return { plan, people, seen, meeting: meetingOf(question.compared(form, named), everything(named), form, versions.items) };
  }

  private async showConflict({ question, reply }: Asked, { plan, people, meeting, seen }: Met, chosen: (Chosen & Readonly<{ sent: Form }>) | null): Promise<void> {
    const asks = question.ask({ plan, asked: {}, sent: meeting.form, people });
    if (asks === null) throw new NotFoundException();
    await this.pages.write(reply, conflictView({ plan, question: asks, meeting, chosen, seen }, this.pages.clock.today(), newKey()));
  }

  private async again({ id, question, visit, reply }: Asked, sent: Form, problem?: Problem): Promise<void> {
    const [plan, people] = await Promise.all([visit.locality.plan(id), peopleFor(question, visit)]);
    await this.show(reply, question, { plan, asked: {}, sent, people, ...(problem === undefined ? {} : { problem }) });
  }

  private async show(reply: FastifyReply, question: PlanQuestion, asking: Asking): Promise<void> {
    const asks = question.ask(asking);
    if (asks === null) throw new NotFoundException();
    await this.pages.write(reply, questionView(asks, asking, this.pages.clock.today(), newKey()));
  }
}

const isVersion = (text: string): boolean => /^\d{1,5}$/.test(text);

const peopleFor = async ({ asksForPerson }: PlanQuestion, { locality }: Visit): Promise<readonly StepOwner[]> => (asksForPerson === true ? (await locality.stepOwners()).items : []);

/** Whom the plan itself names: people who have left among them. */
const namedIn = ({ milestones }: ChildPlan, people: readonly StepOwner[]): readonly StepOwner[] =>
  milestones.flatMap(({ owner }) => (owner === null || people.some(({ id }) => id === owner.id) ? [] : [{ id: owner.id, name: owner.name ?? 'Somebody who has left', role: '', team: null }]));

const found = (word: string): NonNullable<ReturnType<typeof questionAt>> => {
  const at = questionAt(word);
  if (at === undefined) throw new NotFoundException();
  return at;
};
