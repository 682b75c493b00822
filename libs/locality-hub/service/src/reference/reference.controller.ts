import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WORK_KINDS, clocksOfWork, listedRules } from '@permanence/locality-hub/domain';
import { WholeListQuery, pageOfWhole } from '@permanence/platform/http';
import { Requires } from '@permanence/platform/identity';
import { CLOCKS } from '@permanence/statutory-clocks/catalogue';
import { ClockRulesPageDto, DfeRulesPageDto } from './reference.dto.js';

/** What the service knows without asking its tables. Every role reads figures, so every role may read these. */
@ApiTags('reference')
@Controller()
@Requires('kpi:read')
export class ReferenceController {
  @Get('rules')
  @ApiOperation({ summary: 'The DfE’s rules that run, with the years in which each is in force' })
  @ApiOkResponse({ type: DfeRulesPageDto })
  rules(@Query() query: WholeListQuery): DfeRulesPageDto {
    return pageOfWhole(listedRules().map(({ code, message, years }) => ({ code, message, years: [...years] })), query, ({ code }) => code);
  }

  @Get('clocks')
  @ApiOperation({ summary: 'The statutory clocks that run, each with its source' })
  @ApiOkResponse({ type: ClockRulesPageDto })
  clocks(@Query() query: WholeListQuery): ClockRulesPageDto {
    return pageOfWhole(
      CLOCKS.filter(({ id }) => RUNNING.has(id)).map(({ id, sentence, startsOn, metBy, source, citation, certainty, lengths }) => ({
        id, sentence, startsOn, metBy, source, citation, certainty,
        lengths: lengths.map(({ when, span }) => ({ when, span: span === undefined ? null : { unit: span.unit, count: span.count } })),
      })),
      query, ({ id }) => id,
    );
  }
}

/** What can be due about a child. */
const RUNNING: ReadonlySet<string> = new Set(WORK_KINDS.flatMap(clocksOfWork));
