import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { PageQuery, Read, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { GoesOnInReadOnlyMode } from '@permanence/platform/read-only';
import { childId } from '../children/children.controller.js';
import { EmergencyAccessDto, EmergencyAccessesDto, EmergencyByReferenceBody, EmergencyOfferDto, EmergencyReasonBody, EmergencyReviewBody, OwnEmergencyQuery } from './emergency.dto.js';
import { EmergencyReader } from './emergency.reader.js';
import { EmergencyAccesses } from './emergency.service.js';

const WHY_IT_GOES_ON = 'a child may be in danger whatever is being mended, and all that it writes is who looked and why';

const accessId = new Read(Uuid, notFound);

@ApiTags('emergency access')
@Controller()
@Requires('break-glass:use')
export class EmergencyController {
  constructor(
    private readonly accesses: EmergencyAccesses,
    private readonly reader: EmergencyReader,
  ) {}

  @Get('children/:id/emergency-access')
  @ApiOperation({ summary: 'What will happen when a record that is shut is opened in an emergency' })
  @ApiOkResponse({ type: EmergencyOfferDto })
  offer(@Param('id', childId) id: Uuid, @Who() who: Who): Promise<EmergencyOfferDto> {
    return this.accesses.offer(who, id);
  }

  @Post('children/:id/emergency-access')
  @GoesOnInReadOnlyMode(WHY_IT_GOES_ON)
  @ApiOperation({ summary: 'Open one record for 60 minutes; the data protection officer is told at once' })
  @ApiCreatedResponse({ type: EmergencyAccessDto })
  open(@Param('id', childId) id: Uuid, @Body() { reason }: EmergencyReasonBody, @Who() who: Who): Promise<EmergencyAccessDto> {
    return this.accesses.open(who, { childId: id }, reason);
  }

  @Post('emergency-access')
  @GoesOnInReadOnlyMode(WHY_IT_GOES_ON)
  @ApiOperation({ summary: 'The same for the record of a reference that somebody knows' })
  @ApiCreatedResponse({ type: EmergencyAccessDto })
  openByReference(@Body() { reference, reason }: EmergencyByReferenceBody, @Who() who: Who): Promise<EmergencyAccessDto> {
    return this.accesses.open(who, { reference: reference.trim().toUpperCase() }, reason);
  }

  @Get('emergency-access')
  @ApiOperation({ summary: 'One’s own uses of emergency access, newest first' })
  @ApiOkResponse({ type: EmergencyAccessesDto })
  own(@Query() query: OwnEmergencyQuery, @Who() who: Who): Promise<EmergencyAccessesDto> {
    return this.reader.own(who, query);
  }

  @Get('emergency-access/to-review')
  @Requires('break-glass:review')
  @ApiOperation({ summary: 'Uses that nobody has reviewed yet, the earliest due first' })
  @ApiOkResponse({ type: EmergencyAccessesDto })
  toReview(@Query() query: PageQuery, @Who() who: Who): Promise<EmergencyAccessesDto> {
    return this.reader.toReview(who, query);
  }

  @Get('emergency-access/:id')
  @Requires('break-glass:review')
  @ApiOperation({ summary: 'One use, with its reason and what was found' })
  @ApiOkResponse({ type: EmergencyAccessDto })
  one(@Param('id', accessId) id: Uuid, @Who() who: Who): Promise<EmergencyAccessDto> {
    return this.reader.one(who, id);
  }

  @Post('emergency-access/:id/end')
  @GoesOnInReadOnlyMode(WHY_IT_GOES_ON)
  @HttpCode(200)
  @ApiOperation({ summary: 'End one’s own use before the hour is over' })
  @ApiOkResponse({ type: EmergencyAccessDto })
  end(@Param('id', accessId) id: Uuid, @Who() who: Who): Promise<EmergencyAccessDto> {
    return this.accesses.end(who, id);
  }

  @Post('emergency-access/:id/review')
  @HttpCode(200)
  @Requires('break-glass:review')
  @ApiOperation({ summary: 'Say whether a use was justified: never one’s own' })
  @ApiOkResponse({ type: EmergencyAccessDto })
  review(@Param('id', accessId) id: Uuid, @Body() body: EmergencyReviewBody, @Who() who: Who): Promise<EmergencyAccessDto> {
    return this.accesses.review(who, id, body);
  }
}
