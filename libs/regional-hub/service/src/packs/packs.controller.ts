import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Clock, Month, TenantId } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { Read, notFound, pageOfWhole, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { notToCome, partOfRegion } from '../figures/question.js';
import { FreezeService } from './freeze.service.js';
import { packCsv } from './pack.csv.js';
import { PackDto, PackQuery, PacksPageDto, PacksQuery, RestatementBody, RestatementsPageDto, RestatementsQuery } from './packs.dto.js';
import { PacksService } from './packs.service.js';
import { packPdf } from './pdf/pack.pdf.js';
import { RestatementsService } from './restatements.service.js';

const Authority = Param('authority', new Read(TenantId, notFound));
const AUTHORITY = ApiParam({ name: 'authority', type: String, description: 'ONS code of a council, or `region`.', example: 'region' });
const InMonth = Param('month', new Read(Month, notFound));
const MONTH = ApiParam({ name: 'month', type: String, example: '2026-07' });

/** The months' packs: frozen once, read in two versions, restated beside themselves. */
@ApiTags('packs')
@Controller('packs')
export class PacksController {
  constructor(
    private readonly packs: PacksService,
    private readonly freezing: FreezeService,
    private readonly restatements: RestatementsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('kpi:read')
  @ApiOperation({ summary: 'The months of a council or the region: frozen, or open and due' })
  @ApiOkResponse({ type: PacksPageDto })
  async list(@Query() query: PacksQuery): Promise<PacksPageDto> {
    return pageOfWhole(await this.packs.list(partOfRegion(query.authority)), query, ({ month }) => month);
  }

  @Get(':authority/:month')
  @AUTHORITY
  @MONTH
  @Requires('kpi:read')
  @ApiOperation({ summary: 'A frozen pack, every figure of it' })
  @ApiOkResponse({ type: PackDto })
  pack(@Authority authority: TenantId, @InMonth month: Month, @Query() { version }: PackQuery, @Who() who: Who): Promise<PackDto> {
    return this.packs.pack(who, partOfRegion(authority), month, version);
  }

  @Get(':authority/:month/figures.csv')
  @AUTHORITY
  @MONTH
  @Requires('kpi:read')
  @ApiOperation({ summary: 'The figures of a frozen pack as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'A row a figure. What is suppressed has no number.', schema: { type: 'string' } })
  async csv(@Authority authority: TenantId, @InMonth month: Month, @Query() { version }: PackQuery, @Who() who: Who): Promise<StreamableFile> {
    const pack = await this.packs.pack(who, partOfRegion(authority), month, version);
    return new StreamableFile(Buffer.from(packCsv(pack)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${fileName(pack)}.csv"` });
  }

  @Get(':authority/:month/pack.pdf')
  @AUTHORITY
  @MONTH
  @Requires('kpi:read')
  @ApiOperation({ summary: 'A frozen pack to print: with tags, bookmarks and page numbers' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The document, in A4.', schema: { type: 'string', format: 'binary' } })
  async pdf(@Authority authority: TenantId, @InMonth month: Month, @Query() { version }: PackQuery, @Who() who: Who): Promise<StreamableFile> {
    const pack = await this.packs.pack(who, partOfRegion(authority), month, version);
    return new StreamableFile(await packPdf(pack), { type: 'application/pdf', disposition: `attachment; filename="${fileName(pack)}.pdf"` });
  }

  @Post(':authority/:month/freeze')
  @HttpCode(204)
  @AUTHORITY
  @MONTH
  @Requires('pack:freeze')
  @ApiOperation({ summary: 'Freeze a month of your own council, or of the region' })
  @ApiNoContentResponse({ description: 'Every figure is kept with its cases. It does not change any more.' })
  async freeze(@Authority authority: TenantId, @InMonth month: Month, @Who() who: Who): Promise<void> {
    const decision = await this.freezing.freeze(who, partOfRegion(authority), month);
    if (!decision.ok) throw refused(decision.refusal, decision.refusal.code === 'PACK_FROZEN' ? 409 : 422);
  }

  @Get(':authority/:month/restatements')
  @AUTHORITY
  @MONTH
  @Requires('kpi:read')
  @ApiOperation({ summary: 'What of a frozen pack is another as known now, with the cases added and removed' })
  @ApiOkResponse({ type: RestatementsPageDto })
  async restated(@Authority authority: TenantId, @InMonth month: Month, @Query() query: RestatementsQuery, @Who() who: Who): Promise<RestatementsPageDto> {
    const { asKnownOn } = notToCome(query, this.clock.today());
    return pageOfWhole(await this.restatements.list(who, partOfRegion(authority), month, asKnownOn), query, ({ indicator }) => indicator);
  }

  @Post(':authority/:month/restatements')
  @HttpCode(204)
  @AUTHORITY
  @MONTH
  @Requires('commentary:write')
  @ApiOperation({ summary: 'Say why a frozen figure is another now' })
  @ApiNoContentResponse({ description: 'Kept as a version of its own, beside the pack.' })
  async restate(@Authority authority: TenantId, @InMonth month: Month, @Body() body: RestatementBody, @Who() who: Who): Promise<void> {
    const decision = await this.restatements.record(who, partOfRegion(authority), month, body);
    if (!decision.ok) throw refused(decision.refusal);
  }
}

const fileName = ({ authority, month, version }: PackDto): string => `pack-${authority.toLowerCase()}-${month}-${version}`;
