import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Uuid } from '@permanence/kernel/values';
import { etagOf, refused, versionFrom } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import type { FastifyReply } from 'fastify';
import { childId } from '../children/children.controller.js';
import { AgreementBody, BreakdownBody, ChangeBody, LimbBody, OptionsBody, PlaceOptionBody, PlanCheckBody, ProposalBody, RevisionBody, StepBody, VersionsQuery } from './plan-commands.dto.js';
import { PlanDecidedDto, PlanDto, PlanVersionsDto } from './plan.dto.js';
import { PlanReader } from './plan.reader.js';
import { type PlanWish, Plans } from './plans.js';

/** What each command is asked with and answered. */
const Command = (summary: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200), ApiOperation({ summary }), ApiOkResponse({ type: PlanDecidedDto }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The version of the plan that the command is about; 412 when it has changed since.' }),
  );

@ApiTags('permanence plan')
@Controller('children/:id/plan')
export class PlanController {
  constructor(
    private readonly reader: PlanReader,
    private readonly plans: Plans,
  ) {}

  @Get()
  @Requires('child:read-record')
  @ApiOperation({ summary: 'A child’s plan for permanence, and what this person may do with it now; the look is in the access log' })
  @ApiOkResponse({ type: PlanDto, headers: { etag: { description: 'The version, for If-Match.', schema: { type: 'string' } } } })
  async plan(@Param('id', childId) id: Uuid, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanDto> {
    const plan = await this.reader.plan(who, id);
    void reply.header('etag', etagOf(plan.version));
    return plan;
  }

  @Get('versions')
  @Requires('child:read-record')
  @ApiOperation({ summary: 'The plan as it was from a version on, oldest first, with who wrote what when' })
  @ApiOkResponse({ type: PlanVersionsDto })
  versions(@Param('id', childId) id: Uuid, @Query() query: VersionsQuery, @Who() who: Who): Promise<PlanVersionsDto> {
    return this.reader.versions(who, id, query);
  }

  @Post('options')
  @Command('Name the options: where each route stands, and why those that are not pursued are not')
  @Requires('plan:propose')
  options(@Param('id', childId) id: Uuid, @Body() { options, check }: OptionsBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'identifyOptions', planId: randomUUID() as Uuid, options } });
  }

  @Post('option')
  @Command('Give one option another place')
  @Requires('plan:propose')
  option(@Param('id', childId) id: Uuid, @Body() { check, ...option }: PlaceOptionBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'placeOption', option, by: who.id } });
  }

  @Post('proposal')
  @Command('Propose the plan with its steps')
  @Requires('plan:propose')
  propose(@Param('id', childId) id: Uuid, @Body() { milestones, check }: ProposalBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'proposePlan', milestones, by: who.id } });
  }

  @Post('countersignature')
  @Command('Countersign the proposal: somebody else than who proposed it')
  @Requires('plan:agree')
  countersign(@Param('id', childId) id: Uuid, @Body() { check }: PlanCheckBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'countersign', by: who.id } });
  }

  @Post('agreement')
  @Command('Record that a review agreed the plan')
  @Requires('plan:agree')
  agree(@Param('id', childId) id: Uuid, @Body() { reviewId, check }: AgreementBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'agreeAtReview', reviewId } });
  }

  @Post('change')
  @Command('Change an agreed plan: it is a proposal again')
  @Requires('plan:propose')
  change(@Param('id', childId) id: Uuid, @Body() { check, ...changed }: ChangeBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'changePlan', ...changed, by: who.id } });
  }

  @Post('milestone')
  @Command('Set or move one step: what is not said of it is not kept, but for its route')
  @Requires('plan:propose')
  step(@Param('id', childId) id: Uuid, @Body() { check, ...milestone }: StepBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'setMilestone', milestone } });
  }

  @Post('revision')
  @Command('Give several options another place and move several steps, all or none: on top of what others wrote meanwhile')
  @Requires('plan:propose')
  revise(@Param('id', childId) id: Uuid, @Body() { options, milestones, check }: RevisionBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'revisePlan', options, milestones, by: who.id } });
  }

  @Post('limb')
  @Command('Record how far one side of permanence is: emotional, physical or legal')
  @Requires('plan:propose')
  limb(@Param('id', childId) id: Uuid, @Body() { check, ...recorded }: LimbBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'recordLimb', ...recorded } });
  }

  @Post('breakdown')
  @Command('Record that the permanent home or the order ended unplanned')
  @Requires('plan:propose')
  breakDown(@Param('id', childId) id: Uuid, @Body() { check, ...broken }: BreakdownBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<PlanDecidedDto> {
    return this.give(who, id, ifMatch, { check, command: { kind: 'breakDown', ...broken } });
  }

  private async give(who: Who, id: Uuid, ifMatch: string | undefined, wish: Pick<PlanWish, 'command' | 'check'>): Promise<PlanDecidedDto> {
    const decided = await this.plans.handle(who, { childId: id, version: ifMatch === undefined ? undefined : versionFrom(ifMatch), ...wish });
    if (!decided.ok) throw refused(decided.refusal);
    return { version: decided.version, status: decided.status };
  }
}
