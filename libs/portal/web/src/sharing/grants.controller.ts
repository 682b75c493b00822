import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { type Outcome, type Problem, ServiceProblem } from '../api/problem.js';
import type { Grant, GrantSide } from '../api/sharing.js';
import { type Form, idIn, keyIn, newKey, one, several } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { grantHref, referenceIn } from './addresses.js';
import { askPage } from './ask/page.js';
import { EMPTY_GRANT, type GrantForm, chosenIn, grantPage } from './grant/page.js';
import { grantsPage } from './grants/page.js';
import { onlyFor } from './only-for.js';
import { notSharedPage, profilePage } from './profile/page.js';
import { seesCouncilsGrants } from './sees-grants.js';

const SIZE = 50;

const NO_REASON: Problem = { type: '', title: '', status: 422, code: 'FORM_INCOMPLETE', detail: '', errors: [{ field: 'reason', sentence: 'Choose why not.' }] };

/** Profiles of other councils' children: asked for, decided, read. */
@Controller('region')
@ForSignedIn()
export class GrantsController {
  constructor(private readonly pages: PageWriter) {}

  @Get('sharing/grants')
  async list(@Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const only = (['shared', 'received'] as const).find((side) => side === one(asked, 'side'));
    const me = await visit.me();
    const sides: readonly GrantSide[] = only === undefined ? seesCouncilsGrants(me) ? ['shared', 'received'] : ['received'] : [only];
    const cursor = one(asked, 'cursor');
    const lists = await Promise.all(sides.map(async (side) => ({ side, page: await visit.regional.grants({ side, limit: SIZE, ...(cursor === '' || only === undefined ? {} : { cursor }) }) })));
    await this.pages.write(reply, grantsPage(lists, only === undefined));
  }

  @Get('sharing/grants/:id')
  one(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, idIn(id));
  }

  @Post('sharing/grants/:id/give')
  async give(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: GrantForm = { ...EMPTY_GRANT, fields: several(sent, 'fields'), other: one(sent, 'other'), days: one(sent, 'days') };
    await this.after(visit, reply, idIn(id), await visit.regional.giveGrant(idIn(id), { fields: chosenIn(form), days: form.days }, keyIn(sent)), form);
  }

  @Post('sharing/grants/:id/refuse')
  async refuse(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const reason = one(sent, 'reason');
    if (reason === '') return this.show(visit, reply, idIn(id), EMPTY_GRANT, NO_REASON);
    await this.after(visit, reply, idIn(id), await visit.regional.refuseGrant(idIn(id), reason, keyIn(sent)), { ...EMPTY_GRANT, reason });
  }

  @Post('sharing/grants/:id/end')
  async end(@Param('id') id: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.after(visit, reply, idIn(id), await visit.regional.revokeGrant(idIn(id), keyIn(sent)), EMPTY_GRANT);
  }

  @Get('tracker/:reference/profile/ask')
  async ask(@Param('reference') reference: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    onlyFor(await visit.me(), 'profile:request');
    await this.pages.write(reply, askPage({ reference: referenceIn(reference), key: newKey() }));
  }

  @Post('tracker/:reference/profile/ask')
  async sendAsk(@Param('reference') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [reference, purpose] = [referenceIn(text), one(sent, 'purpose')];
    const outcome = await visit.regional.askForProfile({ reference, ...(purpose === '' ? {} : { purpose }) }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, grantHref(outcome.value.id)) : this.pages.write(reply, askPage({ reference, key: newKey(), purpose, problem: outcome.problem })));
  }

  /** Under the person's own grant; when none is in force, why and how to ask. */
  @Get('tracker/:reference/profile')
  async profile(@Param('reference') text: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const reference = referenceIn(text);
    onlyFor(await visit.me(), 'profile:request');
    const { items } = await visit.regional.grants({ reference, side: 'received', limit: SIZE });
    const mine = items.filter((grant) => grant.mine);
    const given = mine.find(({ state }) => state === 'granted');
    await (given === undefined ? this.pages.write(reply, notSharedPage(reference, mine[0])) : this.shared(visit, reply, given));
  }

  /** The record may have been restricted since, or the last day may just have passed: then nothing is shared. */
  private async shared({ locality }: Visit, reply: FastifyReply, grant: Grant): Promise<void> {
    try {
      await this.pages.write(reply, profilePage(await locality.sharedChild(grant.reference, grant.purpose), grant.id));
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.problem.status !== 404) throw error;
      await this.pages.write(reply, notSharedPage(grant.reference, undefined));
    }
  }

  private async after(visit: Visit, reply: FastifyReply, id: Uuid, outcome: Outcome<Grant>, form: GrantForm): Promise<void> {
    await (outcome.ok ? this.pages.seeOther(reply, grantHref(id)) : this.show(visit, reply, id, form, outcome.problem));
  }

  private async show(visit: Visit, reply: FastifyReply, id: Uuid, form?: GrantForm, problem?: Problem): Promise<void> {
    const [me, grant] = await Promise.all([visit.me(), visit.regional.grant(id)]);
    const decides = me.capabilities['profile:disclose'] !== undefined;
    const fields = grant.allowedCommands.includes('grant') ? (await visit.regional.grantFields()).items : [];
    await this.pages.write(reply, grantPage({ grant, fields, decides, key: newKey(), ...(form === undefined ? {} : { form }), ...(problem === undefined ? {} : { problem }) }));
  }
}
