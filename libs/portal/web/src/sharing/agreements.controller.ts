import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../api/problem.js';
import { type Form, dayIn, keyIn, newKey, one, several } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { SHARING, versionHref, versionIn } from './addresses.js';
import { agreementPage, endPage } from './agreement/page.js';
import { type DraftForm, EMPTY_DRAFT, addedIn, draftPage } from './draft/page.js';
import { onlyFor } from './only-for.js';
import { seesGrants } from './sees-grants.js';

const NO_DAY: Problem = { type: '', title: '', status: 422, code: 'FORM_INCOMPLETE', detail: '', errors: [{ field: 'reviewOn', sentence: 'Enter a day, such as 1/10/2027.' }] };

/** What leaves a council: read by all who may, signed, reviewed and ended by councils, drafted for the region. */
@Controller('region/sharing')
@ForSignedIn()
export class AgreementsController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async agreement(@Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const version = one(asked, 'version');
    await this.show(visit, reply, version === '' ? undefined : versionIn(version));
  }

  @Get('draft')
  draft(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.draftForm(visit, reply, EMPTY_DRAFT);
  }

  @Post('draft')
  async sendDraft(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: DraftForm = {
      startsOn: one(sent, 'startsOn'), reviewOn: one(sent, 'reviewOn'), remove: several(sent, 'remove'), name: one(sent, 'name'), level: one(sent, 'level'), transform: one(sent, 'transform'), justification: one(sent, 'justification'),
    };
    const outcome = await visit.regional.draftAgreement({ startsOn: dayIn(form.startsOn) ?? form.startsOn, reviewOn: dayIn(form.reviewOn) ?? form.reviewOn, remove: form.remove, add: addedIn(form) }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, versionHref(outcome.value.version)) : this.draftForm(visit, reply, form, outcome.problem));
  }

  @Post(':version/sign')
  async sign(@Param('version') version: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await visit.regional.signAgreement(versionIn(version), keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, versionHref(versionIn(version))) : this.show(visit, reply, versionIn(version), outcome.problem));
  }

  @Post(':version/review')
  async review(@Param('version') version: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [typed, on] = [one(sent, 'reviewOn'), dayIn(one(sent, 'reviewOn'))];
    if (on === undefined) return this.show(visit, reply, versionIn(version), NO_DAY, typed);
    const outcome = await visit.regional.reviewAgreement(versionIn(version), on, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, versionHref(versionIn(version))) : this.show(visit, reply, versionIn(version), outcome.problem, typed));
  }

  @Post(':version/discard')
  async discard(@Param('version') version: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await visit.regional.discardAgreement(versionIn(version), keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, SHARING) : this.show(visit, reply, versionIn(version), outcome.problem));
  }

  /** The page that asks once more: shown to those who may, for a version that can be ended. */
  @Get(':version/end')
  async askToEnd(@Param('version') version: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { allowedCommands } = await visit.regional.agreement(versionIn(version));
    await (allowedCommands.includes('end') ? this.pages.write(reply, endPage(versionIn(version), newKey())) : this.pages.seeOther(reply, versionHref(versionIn(version))));
  }

  @Post(':version/end')
  async end(@Param('version') version: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await visit.regional.endAgreement(versionIn(version), keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, versionHref(versionIn(version))) : this.pages.write(reply, endPage(versionIn(version), newKey(), outcome.problem)));
  }

  /** The version asked for; without one that in force, or else the newest. */
  private async show(visit: Visit, reply: FastifyReply, asked: number | undefined, problem?: Problem, typed?: string): Promise<void> {
    const [me, versions] = await Promise.all([visit.me(), visit.regional.agreements()]);
    const version = asked ?? (versions.items.find(({ state }) => state === 'in-force') ?? versions.items[0])?.version ?? 1;
    const agreement = await visit.regional.agreement(version);
    await this.pages.write(reply, agreementPage({ agreement, versions: versions.items, seesGrants: seesGrants(me), key: newKey(), ...(problem === undefined ? {} : { problem }), ...(typed === undefined ? {} : { typed }) }));
  }

  private async draftForm(visit: Visit, reply: FastifyReply, form: DraftForm, problem?: Problem): Promise<void> {
    onlyFor(await visit.me(), 'sharing-agreement:draft');
    const versions = await visit.regional.agreements();
    const newest = versions.items.find(({ inForceOn }) => inForceOn !== null);
    const current = await visit.regional.agreement(newest?.version ?? 1);
    await this.pages.write(reply, draftPage({ current, form, key: newKey(), ...(problem === undefined ? {} : { problem }) }));
  }
}
