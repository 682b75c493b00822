import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { shortNameOf } from '@permanence/contracts/partnership';
import { type Clock, type LocalDate, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { Read, WholeListQuery, limitOf, notFound, pageOf, pageOfWhole, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { AskBody, GrantBody, GrantCheckDto, GrantCheckQuery, type GrantCommandName, GrantDto, GrantsPageDto, GrantsQuery, RefuseBody, ShareableFieldsDto } from './grants.dto.js';
import { type GrantOutcome, Grants } from './grants.service.js';
import type { GrantRow } from './grant.store.js';

const Id = Param('id', new Read(Uuid, notFound));
const ID = ApiParam({ name: 'id', type: String, format: 'uuid' });

/** Profiles of children of another council: asked for, granted, refused, ended. */
@ApiTags('grants')
@Controller('grants')
export class GrantsController {
  constructor(
    private readonly grants: Grants,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('access-log:read')
  @ApiOperation({ summary: 'Profiles asked for, granted and ended, of both sides; a worker sees what they asked for' })
  @ApiOkResponse({ type: GrantsPageDto })
  async list(@Query() query: GrantsQuery, @Who() who: Who): Promise<GrantsPageDto> {
    const limit = limitOf(query);
    const rows = await this.grants.page(who, { side: query.side, reference: query.reference, waiting: query.waiting === 'true', cursor: query.cursor as Uuid | undefined, limit, askedBy: askedByOnly(who) });
    const { items, next } = pageOf(rows, limit);
    return { items: items.map((row) => viewOf(who, row, this.clock.today())), next };
  }

  @Get('check')
  @Requires('profile:request')
  @ApiOperation({ summary: 'Whether a grant lets you read the profile of a child: which fields, and until when' })
  @ApiOkResponse({ type: GrantCheckDto })
  async check(@Query() { childId, reference, purpose }: GrantCheckQuery, @Who() who: Who): Promise<GrantCheckDto> {
    const { number, childId: found, tenant, fields, decidedOn, expiresOn, purpose: grantedFor } = await this.grants.covering(who, { childId, reference }, purpose);
    return { number, childId: found as Uuid, authority: tenant, fields: [...fields], purpose: grantedFor, grantedOn: decidedOn as LocalDate, expiresOn: expiresOn as LocalDate };
  }

  @Get('fields')
  @Requires('profile:disclose')
  @ApiOperation({ summary: 'What a grant of your council can name by the agreement in force' })
  @ApiOkResponse({ type: ShareableFieldsDto })
  async fields(@Query() query: WholeListQuery, @Who() who: Who): Promise<ShareableFieldsDto> {
    return pageOfWhole([...(await this.grants.shareable(who))], query, (name) => name);
  }

  @Get(':id')
  @ID
  @Requires('access-log:read')
  @ApiOperation({ summary: 'One grant in which your council has a part' })
  @ApiOkResponse({ type: GrantDto })
  async one(@Id id: Uuid, @Who() who: Who): Promise<GrantDto> {
    const only = askedByOnly(who);
    const row = await this.grants.one(who, id);
    if (only !== undefined && row.askedBy !== only) throw notFound();
    return viewOf(who, row, this.clock.today());
  }

  @Post()
  @Requires('profile:request')
  @ApiOperation({ summary: 'Ask for the profile of a child of another council' })
  @ApiCreatedResponse({ type: GrantDto })
  async ask(@Body() { reference, purpose }: AskBody, @Who() who: Who): Promise<GrantDto> {
    const row = accepted(await this.grants.ask(who, reference, purpose));
    return viewOf(who, { ...row, side: 'received', tenant: row.otherTenant, otherTenant: row.tenant, childId: null }, this.clock.today());
  }

  @Post(':id/grant')
  @ID
  @HttpCode(200)
  @Requires('profile:disclose')
  @ApiOperation({ summary: 'Share chosen fields for some days, 28 at most' })
  @ApiOkResponse({ type: GrantDto })
  async grant(@Id id: Uuid, @Body() { fields, days }: GrantBody, @Who() who: Who): Promise<GrantDto> {
    return viewOf(who, accepted(await this.grants.decide(who, id, { type: 'grant', fields, days: Number(days) })), this.clock.today());
  }

  @Post(':id/refuse')
  @ID
  @HttpCode(200)
  @Requires('profile:disclose')
  @ApiOperation({ summary: 'Say no' })
  @ApiOkResponse({ type: GrantDto })
  async refuse(@Id id: Uuid, @Body() { reason }: RefuseBody, @Who() who: Who): Promise<GrantDto> {
    return viewOf(who, accepted(await this.grants.decide(who, id, { type: 'refuse', reason })), this.clock.today());
  }

  @Post(':id/revoke')
  @ID
  @HttpCode(200)
  @Requires('profile:disclose')
  @ApiOperation({ summary: 'End a grant before its last day' })
  @ApiOkResponse({ type: GrantDto })
  async revoke(@Id id: Uuid, @Who() who: Who): Promise<GrantDto> {
    return viewOf(who, accepted(await this.grants.decide(who, id, { type: 'revoke' })), this.clock.today());
  }
}

const accepted = (outcome: GrantOutcome): GrantRow => {
  if (!outcome.ok) throw refused(outcome.refusal);
  return outcome.row;
};

/** Whoever may see who looked at any record of the council sees its grants; a worker what they asked for themselves. */
const askedByOnly = ({ id, capabilities }: Who): Uuid | undefined => (capabilities.get('access-log:read') === 'authority' ? undefined : id);

const commandsOf = (who: Who, { side }: GrantRow, state: GrantRow['state']): GrantCommandName[] => {
  if (side !== 'shared' || !who.capabilities.has('profile:disclose')) return [];
  if (state === 'requested') return ['grant', 'refuse'];
  return state === 'granted' ? ['revoke'] : [];
};

/** A grant as one of its councils sees it. One whose last day has passed has ended, whether or not that was written down yet. */
const viewOf = (who: Who, row: GrantRow, today: LocalDate): GrantDto => {
  const isOver = row.state === 'granted' && row.expiresOn !== null && row.expiresOn < today;
  const state = isOver ? 'ended' : row.state;
  const [childsCouncil, askingCouncil] = row.side === 'shared' ? [row.tenant, row.otherTenant] : [row.otherTenant, row.tenant];
  return {
    id: row.id, side: row.side, number: row.number, reference: row.reference, childId: who.capabilities.has('profile:disclose') ? row.childId : null, purpose: row.purpose,
    childsCouncil, childsCouncilName: shortNameOf(childsCouncil), askingCouncil, askingCouncilName: shortNameOf(askingCouncil),
    askedBy: row.askedByName, mine: row.askedBy === who.id, askedOn: row.askedOn, state, fields: [...row.fields], decidedBy: row.decidedByName, decidedOn: row.decidedOn, expiresOn: row.expiresOn, refusal: row.refusal,
    endedOn: isOver ? row.expiresOn : row.endedOn, endedHow: isOver ? 'expired' : row.endedHow, allowedCommands: commandsOf(who, row, state),
  };
};
