import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Uuid } from '@permanence/kernel/values';
import { PageQuery } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { childId } from '../children/children.controller.js';
import { AccessLogDto, AccessLogQuery, ChildAccessDto } from './access.dto.js';
import { AccessReader } from './access.reader.js';

@ApiTags('access')
@Controller()
@Requires('access-log:read')
export class AccessController {
  constructor(private readonly access: AccessReader) {}

  @Get('children/:id/access')
  @ApiOperation({ summary: 'Who has looked at a child’s record, newest first; reading it is in it' })
  @ApiOkResponse({ type: ChildAccessDto })
  ofChild(@Param('id', childId) id: Uuid, @Query() query: PageQuery, @Who() who: Who): Promise<ChildAccessDto> {
    return this.access.ofChild(who, id, query);
  }

  @Get('access-log')
  @ApiOperation({ summary: 'Every look at the council’s records, newest first; reading it is in it' })
  @ApiOkResponse({ type: AccessLogDto })
  ofCouncil(@Query() query: AccessLogQuery, @Who() who: Who): Promise<AccessLogDto> {
    return this.access.ofCouncil(who, query);
  }
}
