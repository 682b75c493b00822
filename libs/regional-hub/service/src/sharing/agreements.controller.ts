import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type AgreementTerms, type Office, keyOfField } from '@permanence/regional-hub/domain';
import type { Decision } from '@permanence/kernel/decider';
import { Read, WholeListQuery, notFound, pageOfWhole, refused, wholeNumber } from '@permanence/platform/http';
import { HttpRefusal, Requires, Who, refusalWithout } from '@permanence/platform/identity';
import { agreementOf, lineOf, officeOf } from './agreement.views.js';
import { Agreements, type NewVersion } from './agreements.service.js';
import { AgreementDto, AgreementsPageDto, DraftBody, ReviewBody } from './sharing.dto.js';

const Version = Param('version', new Read(wholeNumber(1, 9999), notFound));
const VERSION = ApiParam({ name: 'version', type: String, example: '1' });

/** What leaves a council and why: the agreement, for those who may read it, sign it or draft another version. */
@ApiTags('sharing agreement')
@Controller('sharing-agreements')
export class AgreementsController {
  constructor(private readonly agreements: Agreements) {}

  @Get()
  @Requires('sharing-agreement:read')
  @ApiOperation({ summary: 'Every version of the sharing agreement, the newest first' })
  @ApiOkResponse({ type: AgreementsPageDto })
  async list(@Query() query: WholeListQuery): Promise<AgreementsPageDto> {
    return pageOfWhole((await this.agreements.all()).map(lineOf), query, ({ version }) => String(version));
  }

  @Get(':version')
  @VERSION
  @Requires('sharing-agreement:read')
  @ApiOperation({ summary: 'One version: its fields, each with its reason, and who signed' })
  @ApiOkResponse({ type: AgreementDto })
  async one(@Version version: number, @Who() who: Who): Promise<AgreementDto> {
    return agreementOf(who, await this.agreements.one(version), await this.agreements.all());
  }

  @Post()
  @Requires('sharing-agreement:draft')
  @ApiOperation({ summary: 'Draft another version from the one in force, with fields added and left out' })
  @ApiCreatedResponse({ type: AgreementDto })
  async draft(@Body() body: DraftBody, @Who() who: Who): Promise<AgreementDto> {
    accepted(await this.agreements.draft(who, newVersion(body)));
    const all = await this.agreements.all();
    return agreementOf(who, await this.agreements.one(all[0]?.state.terms.version ?? 0), all);
  }

  @Post(':version/signatures')
  @VERSION
  @HttpCode(204)
  @Requires('sharing-agreement:sign')
  @ApiOperation({ summary: 'Sign for your council, in your office' })
  @ApiNoContentResponse({ description: 'Signed; in force when it was the last signature and the first day has come.' })
  async sign(@Version version: number, @Who() who: Who): Promise<void> {
    const { state } = await this.agreements.one(version);
    accepted(await this.agreements.sign(who, version, inOffice(officeOf(who, state))));
  }

  @Post(':version/reviews')
  @VERSION
  @HttpCode(204)
  @Requires('sharing-agreement:sign')
  @ApiOperation({ summary: 'Say that the agreement was reviewed, and when it is reviewed next' })
  @ApiNoContentResponse({ description: 'Reviewed.' })
  async review(@Version version: number, @Body() { reviewOn }: ReviewBody, @Who() who: Who): Promise<void> {
    const office = who.roles.includes('data-protection-officer') ? 'data-protection-officer' : officeOf(who);
    accepted(await this.agreements.review(who, version, inOffice(office), reviewOn));
  }

  @Post(':version/end')
  @VERSION
  @HttpCode(204)
  @Requires('sharing-agreement:sign')
  @ApiOperation({ summary: 'End the agreement: everything stored under it is erased at once' })
  @ApiNoContentResponse({ description: 'Ended.' })
  async end(@Version version: number, @Who() who: Who): Promise<void> {
    accepted(await this.agreements.end(who, version));
  }

  @Post(':version/discard')
  @VERSION
  @HttpCode(204)
  @Requires('sharing-agreement:draft')
  @ApiOperation({ summary: 'Discard a version that is not in force yet' })
  @ApiNoContentResponse({ description: 'Discarded.' })
  async discard(@Version version: number, @Who() who: Who): Promise<void> {
    accepted(await this.agreements.discard(who, version));
  }
}

const accepted = (decision: Decision<unknown>): void => {
  if (!decision.ok) throw refused(decision.refusal);
};

/** @throws HttpRefusal 403 for somebody in neither office. */
const inOffice = (office: Office | undefined): Office => {
  if (office === undefined) throw new HttpRefusal(403, refusalWithout('sharing-agreement:sign'));
  return office;
};

/** The terms in force without what is left out, and with what is added. */
const newVersion = ({ startsOn, reviewOn, endsOn, remove, add }: DraftBody): NewVersion => (current: AgreementTerms, version: number): AgreementTerms => ({
  ...current, version, startsOn, reviewOn, endsOn,
  fields: [...current.fields.filter((field) => !remove.includes(keyOfField(field))), ...add.map(({ name, level, transform, justification }) => ({ name, level, transform, justification: justification.trim() }))],
});
