import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { Read, WholeListQuery, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { SavedFilters } from './saved-filters.js';
import { SavedFilterBody, SavedFilterKeptDto, SavedFiltersDto } from './saved-filters.dto.js';
import { TrackerExportQuery, TrackerPageDto, TrackerQuery } from './tracker.dto.js';
import { TrackerReader } from './tracker.reader.js';

const filterId = new Read(Uuid, notFound);

@ApiTags('tracker')
@Controller()
@Requires('tracker:read')
export class TrackerController {
  constructor(
    private readonly reader: TrackerReader,
    private readonly filters: SavedFilters,
  ) {}

  @Get('tracker')
  @ApiOperation({ summary: 'Where each child in care whom the person may know of is on the way to permanence; the look is in the access log' })
  @ApiOkResponse({ type: TrackerPageDto })
  page(@Query() query: TrackerQuery, @Who() who: Who): Promise<TrackerPageDto> {
    return this.reader.page(who, query);
  }

  @Get('tracker.csv')
  @ApiOperation({ summary: 'The same list to take away, 10,000 rows at most; each child in it is in the access log as exported' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async csv(@Query() query: TrackerExportQuery, @Who() who: Who): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.reader.csv(who, query), 'utf8'), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="tracker.csv"' });
  }

  @Get('tracker/filters')
  @ApiOperation({ summary: 'Filters that the person keeps, and those that their team shares' })
  @ApiOkResponse({ type: SavedFiltersDto })
  kept(@Query() query: WholeListQuery, @Who() who: Who): Promise<SavedFiltersDto> {
    return this.filters.list(who, query);
  }

  @Post('tracker/filters')
  @ApiOperation({ summary: 'Keep a filter' })
  @ApiCreatedResponse({ type: SavedFilterKeptDto })
  keep(@Body() body: SavedFilterBody, @Who() who: Who): Promise<SavedFilterKeptDto> {
    return this.filters.keep(who, body);
  }

  @Delete('tracker/filters/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Drop a filter of one’s own' })
  @ApiNoContentResponse({ description: 'It is dropped.' })
  drop(@Param('id', filterId) id: Uuid, @Who() who: Who): Promise<void> {
    return this.filters.drop(who, id);
  }
}
