import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { WholeListQuery, pageOfWhole } from '@permanence/platform/http';
import { Requires } from '@permanence/platform/identity';
import { CATALOGUE, WAITS_FOR } from '@permanence/regional-hub/domain';

export class CatalogueEntryDto {
  @ApiProperty({ example: 'fos-enquiries-received' }) id!: string;
  @ApiProperty({ example: 'fostering' }) area!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Whether it is counted.' }) held!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What must be there before it can be counted; null for one that is.' }) waitsFor!: string | null;
}

export class CataloguePageDto {
  @ApiProperty({ type: [CatalogueEntryDto] }) items!: CatalogueEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** Feature: a list that nobody changes. */
@ApiTags('indicators')
@Controller('indicators/catalogue')
export class CatalogueController {
  @Get()
  @Requires('kpi:read')
  @ApiOperation({ summary: 'All indicators of the catalogue: those that are counted, and what the others wait for' })
  @ApiOkResponse({ type: CataloguePageDto })
  catalogue(@Query() query: WholeListQuery): CataloguePageDto {
    const entries = CATALOGUE.map(({ waitsFor, ...entry }): CatalogueEntryDto => ({ ...entry, held: waitsFor === null, waitsFor: waitsFor === null ? null : WAITS_FOR[waitsFor] }));
    return pageOfWhole(entries, query, ({ id }) => id);
  }
}
