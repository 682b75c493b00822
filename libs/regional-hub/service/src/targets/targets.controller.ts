import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { Read, notFound, pageOfWhole, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import type { Target, TargetEvent } from '@permanence/regional-hub/domain';
import { partOfRegion } from '../figures/question.js';
import { IndicatorId, definitionOf } from '../indicators/indicators.js';
import { EndTargetBody, SetTargetBody, type TargetDto, TargetsPageDto, TargetsQuery } from './targets.dto.js';
import { Targets } from './targets.service.js';

@ApiTags('targets')
@Controller('targets')
export class TargetsController {
  constructor(private readonly targets: Targets) {}

  @Get()
  @Requires('kpi:read')
  @ApiOperation({ summary: 'What boards have set, and the days that it holds for' })
  @ApiOkResponse({ type: TargetsPageDto })
  async list(@Query() query: TargetsQuery): Promise<TargetsPageDto> {
    const targets = await this.targets.of(query.authority === undefined ? undefined : [partOfRegion(query.authority)]);
    return pageOfWhole(targets.map(described), query, ({ id }) => id);
  }

  @Post()
  @Requires('target:set')
  @ApiOperation({ summary: 'Enter a target that a board has set, for one place or several' })
  @ApiCreatedResponse({ type: TargetsPageDto, description: 'All of them are set. Where one is refused, none is.' })
  async set(@Body() body: SetTargetBody, @Who() who: Who): Promise<TargetsPageDto> {
    const decision = await this.targets.set(who, body);
    if (!decision.ok) throw refused(decision.refusal);
    return { items: decision.events.filter(isSet).map(described), next: null };
  }

  @Post(':id/end')
  @HttpCode(204)
  @Requires('target:set')
  @ApiOperation({ summary: 'Say the last day that a target holds for' })
  @ApiNoContentResponse({ description: 'It holds to that day and no longer.' })
  async end(@Param('id', new Read(Uuid, notFound)) id: Uuid, @Body() { to }: EndTargetBody, @Who() who: Who): Promise<void> {
    const decision = await this.targets.end(who, id, to);
    if (!decision.ok) throw refused(decision.refusal);
  }
}

const isSet = (event: TargetEvent): event is Extract<TargetEvent, { type: 'target-set' }> => event.type === 'target-set';

const described = ({ id, indicator, authority, value, from, to, reference }: Target): TargetDto => {
  const { title, measure } = definitionOf(IndicatorId(indicator));
  return { id, indicator, title, measure, authority, value, from, to, reference };
};
