import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { TrackerReference } from '@permanence/regional-hub/domain';
import { Read, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { TrackedChildDto, TrackerBoardDto, TrackerPageDto, TrackerPageQuery, TrackerQuery, TrackerRowDto } from './tracker.dto.js';
import { TrackerReader } from './tracker.reader.js';

const Reference = Param('reference', new Read(TrackerReference, notFound));
const REFERENCE = ApiParam({ name: 'reference', type: String, example: 'TRK-7F3K-9Q' });

/** Where children of the region wait, by reference: no name, no exact birth date, no address. */
@ApiTags('tracker')
@Controller('tracker')
@Requires('tracker:read-region')
export class TrackerController {
  constructor(private readonly tracker: TrackerReader) {}

  @Get()
  @ApiOperation({ summary: 'Children on the way to permanence, by status and days' })
  @ApiOkResponse({ type: TrackerPageDto })
  page(@Query() query: TrackerPageQuery): Promise<TrackerPageDto> {
    return this.tracker.page(query);
  }

  @Get('board')
  @ApiOperation({ summary: 'The same as a board: how many there are in each status, and the first of them' })
  @ApiOkResponse({ type: TrackerBoardDto })
  board(@Query() query: TrackerQuery): Promise<TrackerBoardDto> {
    return this.tracker.board(query);
  }

  @Get(':reference')
  @REFERENCE
  @ApiOperation({ summary: 'One row' })
  @ApiOkResponse({ type: TrackerRowDto })
  row(@Reference reference: TrackerReference): Promise<TrackerRowDto> {
    return this.tracker.row(reference);
  }

  @Get(':reference/child')
  @REFERENCE
  @ApiOperation({ summary: 'Whose record it is, for people of the child’s own council' })
  @ApiOkResponse({ type: TrackedChildDto })
  async child(@Reference reference: TrackerReference, @Who() who: Who): Promise<TrackedChildDto> {
    return { childId: await this.tracker.child(who, reference) };
  }
}
