import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WholeListQuery } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { Workers } from '../workers/workers.service.js';
import { StepOwnersDto } from './plan.dto.js';

@ApiTags('permanence plan')
@Controller('plan-step-owners')
export class StepOwnersController {
  constructor(private readonly workers: Workers) {}

  @Get()
  @Requires('plan:propose')
  @ApiOperation({ summary: 'People of the council who can take a step of a plan, by surname' })
  @ApiOkResponse({ type: StepOwnersDto })
  async owners(@Query() query: WholeListQuery, @Who() who: Who): Promise<StepOwnersDto> {
    const { items, next } = await this.workers.list(who, query);
    return { items: items.map(({ id, name, role, team }) => ({ id, name, role, team })), next };
  }
}
