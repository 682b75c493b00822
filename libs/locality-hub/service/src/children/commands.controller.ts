import { Body, Controller, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Uuid } from '@permanence/kernel/values';
import { refused, versionFrom } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { Allocations } from './allocations.js';
import { childId } from './children.controller.js';
import { AllocationBody, AllocationResultsDto, RestrictionBody } from './commands.dto.js';
import { Restrictions } from './restrictions.js';

@ApiTags('children')
@Controller()
export class ChildCommandsController {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly allocations: Allocations,
  ) {}

  @Put('children/:id/restriction')
  @HttpCode(204)
  @Requires('child:restrict')
  @ApiOperation({ summary: 'Say who may open a child’s record, or lift the restriction' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the record that the decision is about; 412 when it has changed since.' })
  @ApiNoContentResponse({ description: 'The record opens to those named, or to all again.' })
  async restrict(@Param('id', childId) id: Uuid, @Body() body: RestrictionBody, @Headers('if-match') ifMatch: string | undefined, @Who() who: Who): Promise<void> {
    const decision = await this.restrictions.handle(who, id, body, ifMatch === undefined ? undefined : versionFrom(ifMatch));
    if (!decision.ok) throw refused(decision.refusal);
  }

  @Post('allocations')
  @HttpCode(200)
  @Requires('child:allocate-worker')
  @ApiOperation({ summary: 'Allocate a worker to children, or see what would happen' })
  @ApiOkResponse({ type: AllocationResultsDto })
  allocate(@Body() body: AllocationBody, @Who() who: Who): Promise<AllocationResultsDto> {
    return this.allocations.handle(who, body);
  }
}
