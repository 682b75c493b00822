import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '@permanence/platform/identity';
import { WorkDto, WorkQuery } from './work.dto.js';
import { WorkReader } from './work.reader.js';

@ApiTags('work')
@Controller('work')
export class WorkController {
  constructor(private readonly reader: WorkReader) {}

  @Get()
  @Requires('work:read')
  @ApiOperation({ summary: 'What is due and late, each with the clock that says so' })
  @ApiOkResponse({ type: WorkDto })
  work(@Query() query: WorkQuery, @Who() who: Who): Promise<WorkDto> {
    return this.reader.work(who, query);
  }
}
