import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '@permanence/platform/identity';
import { MeDto, StaffListBody, WorkersPageDto, WorkersQuery } from './workers.dto.js';
import { Workers } from './workers.service.js';

@ApiTags('workers')
@Controller()
export class WorkersController {
  constructor(private readonly workers: Workers) {}

  @Get('me')
  @Requires('kpi:read')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: MeDto })
  me(@Who() who: Who): Promise<MeDto> {
    return this.workers.me(who);
  }

  @Get('workers')
  @Requires('child:allocate-worker')
  @ApiOperation({ summary: 'People of the council who can be allocated or named, by surname' })
  @ApiOkResponse({ type: WorkersPageDto })
  list(@Query() query: WorkersQuery, @Who() who: Who): Promise<WorkersPageDto> {
    return this.workers.list(who, query);
  }

  @Put('workers')
  @HttpCode(204)
  @Requires('import:manage')
  @ApiOperation({ summary: 'Take the council’s staff list: children whose files name a registration become that worker’s' })
  @ApiNoContentResponse({ description: 'The staff list is taken.' })
  take(@Body() { items }: StaffListBody, @Who() who: Who): Promise<void> {
    return this.workers.take(who, items);
  }
}
