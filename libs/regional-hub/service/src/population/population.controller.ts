import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WholeListQuery, pageOfWhole, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { PopulationBody, PopulationDto, PopulationsDto } from './population.dto.js';
import { Populations } from './population.service.js';

/** Feature: a decider. Each council enters its own. */
@ApiTags('indicators')
@Controller('population')
export class PopulationController {
  constructor(private readonly populations: Populations) {}

  @Get()
  @Requires('population:set')
  @ApiOperation({ summary: 'What your council has entered, and what it replaced' })
  @ApiOkResponse({ type: PopulationsDto })
  async entered(@Query() query: WholeListQuery, @Who() who: Who): Promise<PopulationsDto> {
    return pageOfWhole(await this.populations.entered(who), query, ({ id }) => id);
  }

  @Put()
  @Requires('population:set')
  @ApiOperation({ summary: 'Enter your council’s population aged 0 to 17, which its rate of children looked after needs' })
  @ApiOkResponse({ type: PopulationDto })
  async set(@Body() body: PopulationBody, @Who() who: Who): Promise<PopulationDto> {
    const population = { year: Number(body.year), children: Number(body.children), source: body.source.trim() };
    const decision = await this.populations.record(who, population);
    if (!decision.ok) throw refused(decision.refusal);
    return { authority: who.authority, ...population };
  }
}
