import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { PageQuery, Read, notFound, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { DeclaredDto, RelationBody, RelationsDto } from './relations.dto.js';
import { Relations } from './relations.service.js';

const relationId = new Read(Uuid, notFound);

@ApiTags('relations')
@Controller('relations')
@Requires('relation:declare')
export class RelationsController {
  constructor(private readonly relations: Relations) {}

  @Get()
  @ApiOperation({ summary: 'What one has declared, newest first' })
  @ApiOkResponse({ type: RelationsDto })
  own(@Query() query: PageQuery, @Who() who: Who): Promise<RelationsDto> {
    return this.relations.own(who, query);
  }

  @Post()
  @ApiOperation({ summary: 'Declare that a child is own family, a friend or neighbour, or a colleague’s child' })
  @ApiCreatedResponse({ type: DeclaredDto })
  async declare(@Body() { reference, kind }: RelationBody, @Who() who: Who): Promise<DeclaredDto> {
    const decision = await this.relations.declare(who, { reference: reference.trim().toUpperCase(), kind });
    if (!decision.ok) throw refused(decision.refusal);
    const [declared] = decision.events;
    if (declared === undefined) throw new Error('a declaration without an event');
    return { id: declared.relationId };
  }

  @Get('to-confirm')
  @Requires('relation:confirm')
  @ApiOperation({ summary: 'What people of the team have declared and what stands of it, newest first' })
  @ApiOkResponse({ type: RelationsDto })
  toConfirm(@Query() query: PageQuery, @Who() who: Who): Promise<RelationsDto> {
    return this.relations.forManager(who, query);
  }

  @Post(':id/confirm')
  @HttpCode(204)
  @Requires('relation:confirm')
  @ApiOperation({ summary: 'Confirm what somebody else declared' })
  @ApiNoContentResponse({ description: 'It is confirmed.' })
  async confirm(@Param('id', relationId) id: Uuid, @Who() who: Who): Promise<void> {
    const decision = await this.relations.confirm(who, id);
    if (!decision.ok) throw refused(decision.refusal);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a relation: one’s own, or as a manager one of the team' })
  @ApiNoContentResponse({ description: 'It is withdrawn; looks raise no alert any more.' })
  async withdraw(@Param('id', relationId) id: Uuid, @Who() who: Who): Promise<void> {
    const decision = await this.relations.withdraw(who, id);
    if (!decision.ok) throw refused(decision.refusal);
  }
}
