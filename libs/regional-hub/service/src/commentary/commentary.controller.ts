import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Read, notFound, pageOfWhole, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { partOfRegion } from '../figures/question.js';
import { IndicatorId } from '../indicators/indicators.js';
import { CommentaryBody, CommentaryPageDto, CommentaryQuery } from './commentary.dto.js';
import { CommentaryService } from './commentary.service.js';

const Id = Param('id', new Read(IndicatorId, notFound));
const ID = ApiParam({ name: 'id', type: String, example: 'cla-visits-in-timescale-percentage' });

@ApiTags('commentary')
@Controller('indicators/:id/commentary')
export class CommentaryController {
  constructor(private readonly commentary: CommentaryService) {}

  @Get()
  @ID
  @Requires('kpi:read')
  @ApiOperation({ summary: 'What was said of a figure of a month, every version with who and when' })
  @ApiOkResponse({ type: CommentaryPageDto })
  async versions(@Id indicator: IndicatorId, @Query() query: CommentaryQuery, @Who() who: Who): Promise<CommentaryPageDto> {
    return pageOfWhole(await this.commentary.versions(who, { indicator, authority: partOfRegion(query.authority), month: query.month }), query, ({ version }) => String(version));
  }

  @Post()
  @HttpCode(204)
  @ID
  @Requires('commentary:write')
  @ApiOperation({ summary: 'Say of a figure of your own council, or of the region, where it is going, why and what is being done' })
  @ApiNoContentResponse({ description: 'Kept as a version of its own.' })
  async write(@Id indicator: IndicatorId, @Body() { authority, month, trend, reason, action }: CommentaryBody, @Who() who: Who): Promise<void> {
    const decision = await this.commentary.write(who, { indicator, authority: partOfRegion(authority), month }, { trend: trend.trim(), reason: reason.trim(), action: action.trim() });
    if (!decision.ok) throw refused(decision.refusal, decision.refusal.code === 'PACK_FROZEN' ? 409 : 422);
  }
}
