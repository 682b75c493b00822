import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { Read, WholeListQuery, etagOf, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import type { FastifyReply } from 'fastify';
import { ChildrenPageDto, ChildrenQuery } from './children.dto.js';
import { AllocationsDto, ChildFindingsDto, ChildRecordDto, ChronologyDto, ChronologyQuery, MissingDto, PlacementHistoryDto, ReviewsDto, SiblingsDto } from './record.dto.js';
import { RecordsReader } from './records.reader.js';

/** In a path, what is no id names nobody. */
export const childId = new Read(Uuid, notFound);

@ApiTags('children')
@Controller('children')
@Requires('child:read-record')
export class ChildrenController {
  constructor(private readonly records: RecordsReader) {}

  @Get()
  @Requires('child:list')
  @ApiOperation({ summary: 'The children whom the person may know of' })
  @ApiOkResponse({ type: ChildrenPageDto })
  list(@Query() query: ChildrenQuery, @Who() who: Who): Promise<ChildrenPageDto> {
    return this.records.list(who, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A child’s record; the look is in the access log' })
  @ApiOkResponse({ type: ChildRecordDto, headers: { etag: { description: 'The version, for If-Match.', schema: { type: 'string' } } } })
  async record(@Param('id', childId) id: Uuid, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<ChildRecordDto> {
    const { record, version } = await this.records.record(who, id);
    void reply.header('etag', etagOf(version));
    return record;
  }

  @Get(':id/chronology')
  @ApiOperation({ summary: 'What happened, with each correction in the entry that it mends' })
  @ApiOkResponse({ type: ChronologyDto })
  chronology(@Param('id', childId) id: Uuid, @Query() query: ChronologyQuery, @Who() who: Who): Promise<ChronologyDto> {
    return this.records.chronology(who, id, query);
  }

  @Get(':id/reviews')
  @ApiOperation({ summary: 'Reviews, newest first, with the clock that each met' })
  @ApiOkResponse({ type: ReviewsDto })
  reviews(@Param('id', childId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<ReviewsDto> {
    return this.records.reviews(who, id, query);
  }

  @Get(':id/placements')
  @ApiOperation({ summary: 'Times in care, legal statuses, homes and short breaks' })
  @ApiOkResponse({ type: PlacementHistoryDto })
  placements(@Param('id', childId) id: Uuid, @Who() who: Who): Promise<PlacementHistoryDto> {
    return this.records.placements(who, id);
  }

  @Get(':id/missing')
  @ApiOperation({ summary: 'Times missing or away, newest first' })
  @ApiOkResponse({ type: MissingDto })
  missing(@Param('id', childId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<MissingDto> {
    return this.records.missing(who, id, query);
  }

  @Get(':id/findings')
  @ApiOperation({ summary: 'Rules that rows about the child break' })
  @ApiOkResponse({ type: ChildFindingsDto })
  findings(@Param('id', childId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<ChildFindingsDto> {
    return this.records.findings(who, id, query);
  }

  @Get(':id/workers')
  @ApiOperation({ summary: 'The child’s workers, newest first' })
  @ApiOkResponse({ type: AllocationsDto })
  workers(@Param('id', childId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<AllocationsDto> {
    return this.records.workers(who, id, query);
  }

  @Get(':id/siblings')
  @ApiOperation({ summary: 'Brothers and sisters in the council’s records' })
  @ApiOkResponse({ type: SiblingsDto })
  siblings(@Param('id', childId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<SiblingsDto> {
    return this.records.siblings(who, id, query);
  }
}
