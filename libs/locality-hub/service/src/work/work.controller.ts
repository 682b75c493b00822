import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '@permanence/platform/identity';
import { ApprovalsDto, ApprovalsQuery } from './approvals.dto.js';
import { ApprovalsReader } from './approvals.reader.js';
import { WorkDto, WorkQuery } from './work.dto.js';
import { WorkReader } from './work.reader.js';

@ApiTags('work')
@Controller('work')
export class WorkController {
  constructor(
    private readonly reader: WorkReader,
    private readonly approvalsReader: ApprovalsReader,
  ) {}

  @Get()
  @Requires('work:read')
  @ApiOperation({ summary: 'What is due and late, each with the clock that says so' })
  @ApiOkResponse({ type: WorkDto })
  work(@Query() query: WorkQuery, @Who() who: Who): Promise<WorkDto> {
    return this.reader.work(who, query);
  }

  @Get('approvals')
  @Requires('plan:agree')
  @ApiOperation({ summary: 'Plans that wait for your word: to countersign as team manager, to agree at a review as reviewing officer' })
  @ApiOkResponse({ type: ApprovalsDto })
  approvals(@Query() query: ApprovalsQuery, @Who() who: Who): Promise<ApprovalsDto> {
    return this.approvalsReader.approvals(who, query);
  }
}
