import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { shortNameOf } from '@permanence/contracts/partnership';
import { type Clock, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { Read, WholeListQuery, notFound, pageOfWhole } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { CasesReader } from '../cases/cases.reader.js';
import { IndicatorId, definitionOf } from '../indicators/indicators.js';
import { CasesPageDto, CasesQuery, DefinitionDto, FigureQuery, FiguresQuery, HorizonsPageDto, IndicatorDto, IndicatorFiguresPageDto, SeriesDto, SeriesQuery } from './figures.dto.js';
import { FiguresService, wordsOf } from './figures.service.js';
import { HorizonReader } from './horizon.reader.js';
import { notToCome, partOfRegion } from './question.js';

const Id = Param('id', new Read(IndicatorId, notFound));
const PUBLIC = { kind: 'public' } as const;
const ID = ApiParam({ name: 'id', type: String, example: 'cla-number-looked-after' });

/** The indicators: figures for everybody who reads them, cases inside the council that owns them. */
@ApiTags('indicators')
@Controller()
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly casesReader: CasesReader,
    private readonly horizon: HorizonReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('indicators')
  @Requires('kpi:read')
  @ApiOperation({ summary: 'Every indicator of a council or the region for a month' })
  @ApiOkResponse({ type: IndicatorFiguresPageDto })
  async indicators(@Query() query: FiguresQuery, @Who() who: Who): Promise<IndicatorFiguresPageDto> {
    const question = { who, ...(await this.asked(query)), ...(query.version === 'public' ? { reader: PUBLIC } : {}) };
    const history = Number(query.history ?? '0');
    return pageOfWhole(await (query.known === 'then' ? this.figures.indicatorsThen(question, history) : this.figures.indicators(question, history)), query, ({ id }) => id);
  }

  @Get('indicators/:id')
  @ID
  @Requires('kpi:read')
  @ApiOperation({ summary: 'One indicator for a month, as known on a day, and what it means' })
  @ApiOkResponse({ type: IndicatorDto })
  async indicator(@Id id: IndicatorId, @Query() query: FigureQuery, @Who() who: Who): Promise<IndicatorDto> {
    return this.figures.indicator({ who, ...(await this.asked(query)) }, id);
  }

  @Get('indicators/:id/series')
  @ID
  @Requires('kpi:read')
  @ApiOperation({ summary: 'One indicator for every month held, as known now and as known then' })
  @ApiOkResponse({ type: SeriesDto })
  async series(@Id id: IndicatorId, @Query() query: SeriesQuery, @Who() who: Who): Promise<SeriesDto> {
    const { asKnownOn } = notToCome({ asKnownOn: query.asKnownOn }, this.clock.today());
    return pageOfWhole(await this.figures.series({ who, authority: partOfRegion(query.authority), asKnownOn }, id), query, ({ month }) => month);
  }

  @Get('indicators/:id/cases')
  @ID
  @Requires('kpi:drill-to-case')
  @ApiOperation({ summary: 'The cases behind a figure of your own council, as many as it counts' })
  @ApiOkResponse({ type: CasesPageDto })
  cases(@Id id: IndicatorId, @Query() query: CasesQuery, @Who() who: Who): Promise<CasesPageDto> {
    return this.casesReader.cases(who, id, query, notToCome(query, this.clock.today()).asKnownOn);
  }

  @Get('indicators/:id/definition')
  @ID
  @Requires('kpi:read')
  @ApiOperation({ summary: 'What an indicator counts, in words, and where it comes from' })
  @ApiOkResponse({ type: DefinitionDto })
  definition(@Id id: IndicatorId): DefinitionDto {
    const definition = definitionOf(id);
    const { title, area, measure, unit, period, polarity, modules, records } = definition;
    return { id, title, area, measure, unit, period, polarity, modules: [...modules], records: [...(records?.kinds ?? [])], ...wordsOf(definition) };
  }

  @Get('horizons')
  @Requires('kpi:read')
  @ApiOperation({ summary: 'What is held of each council and of the region: from when, and to which day' })
  @ApiOkResponse({ type: HorizonsPageDto })
  async horizons(@Query() query: WholeListQuery): Promise<HorizonsPageDto> {
    const horizons = (await this.horizon.horizons()).map((each) => ({ ...each, name: shortNameOf(each.authority), yearsMissing: [...each.yearsMissing] }));
    return pageOfWhole(horizons, query, ({ authority }) => authority);
  }

  private async asked(query: FigureQuery) {
    const authority = partOfRegion(query.authority);
    const today = this.clock.today();
    const { asKnownOn } = notToCome(query, today);
    return { authority, asKnownOn, month: query.month ?? (query.asKnownOn === undefined ? await this.horizon.newestMonth(authority) : monthOf(asKnownOn)) };
  }
}
