import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { PageQuery, Read, WholeListQuery, notFound, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindingRulesPageDto, ImportFindingsPageDto, ImportFindingsQuery, ImportStartedDto, ImportViewDto, ImportsPageDto, CorrectionsPageDto, SetAsideQuery, SetAsideReasonsPageDto, UploadDto } from './imports.dto.js';
import { ImportsReader } from './imports.reader.js';
import { UploadReceiver } from './upload.receiver.js';
import { Uploads } from './uploads.service.js';

const importId = new Read(Uuid, notFound);

@ApiTags('imports')
@Controller('imports')
@Requires('import:manage')
export class ImportsController {
  constructor(
    private readonly receiver: UploadReceiver,
    private readonly uploads: Uploads,
    private readonly reader: ImportsReader,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Load or check a council’s SSDA903 files' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDto })
  @ApiAcceptedResponse({ type: ImportStartedDto })
  async start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Who() who: Who): Promise<ImportStartedDto> {
    const id = await this.receiver.receive(request, who);
    void reply.header('location', `/api/locality-hub/v1/imports/${id}`);
    return { id };
  }

  @Get()
  @ApiOperation({ summary: 'The council’s imports, newest first' })
  @ApiOkResponse({ type: ImportsPageDto })
  list(@Query() query: PageQuery, @Who() who: Who): Promise<ImportsPageDto> {
    return this.reader.list(who, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An import: how far it is, and what became of its rows' })
  @ApiOkResponse({ type: ImportViewDto })
  view(@Param('id', importId) id: Uuid, @Who() who: Who): Promise<ImportViewDto> {
    return this.reader.view(who, id);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @ApiOperation({ summary: 'Apply files that were checked, from the rows kept' })
  @ApiAcceptedResponse({ type: ImportStartedDto })
  async apply(@Param('id', importId) id: Uuid, @Body() _nothing: object, @Who() who: Who): Promise<ImportStartedDto> {
    await this.reader.view(who, id);
    const decision = await this.uploads.apply(who, id);
    if (!decision.ok) throw refused(decision.refusal, 409);
    return { id };
  }

  @Get(':id/set-aside')
  @ApiOperation({ summary: 'Rows set aside: one list over all modules, or one module’s own columns, ready to mend and send again' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async setAside(@Param('id', importId) id: Uuid, @Query() { module }: SetAsideQuery, @Who() who: Who): Promise<StreamableFile> {
    const csv = await this.reader.setAside(who, id, module);
    return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="set-aside${module ? `-${module.toLowerCase()}` : ''}.csv"` });
  }

  @Get(':id/set-aside/reasons')
  @ApiOperation({ summary: 'Rows set aside by reason, with the first of each and how to mend it' })
  @ApiOkResponse({ type: SetAsideReasonsPageDto })
  setAsideReasons(@Param('id', importId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<SetAsideReasonsPageDto> {
    return this.reader.setAsideReasons(who, id, query);
  }

  @Get(':id/findings')
  @ApiOperation({ summary: 'Findings of an import: rows that are in the record but break a rule' })
  @ApiOkResponse({ type: ImportFindingsPageDto })
  findings(@Param('id', importId) id: Uuid, @Query() query: ImportFindingsQuery, @Who() who: Who): Promise<ImportFindingsPageDto> {
    return this.reader.findings(who, id, query);
  }

  @Get(':id/findings/rules')
  @ApiOperation({ summary: 'Findings by rule, most rows first' })
  @ApiOkResponse({ type: FindingRulesPageDto })
  findingRules(@Param('id', importId) id: Uuid, @Query() query: WholeListQuery, @Who() who: Who): Promise<FindingRulesPageDto> {
    return this.reader.findingRules(who, id, query);
  }

  @Get(':id/corrections')
  @ApiOperation({ summary: 'Earlier facts that the import changed, with both values' })
  @ApiOkResponse({ type: CorrectionsPageDto })
  corrections(@Param('id', importId) id: Uuid, @Query() query: PageQuery, @Who() who: Who): Promise<CorrectionsPageDto> {
    return this.reader.corrections(who, id, query);
  }
}

