import { ApiProperty } from '@nestjs/swagger';
import { Month, TenantId } from '@permanence/kernel/values';
import { Is, WholeListQuery, textOf } from '@permanence/platform/http';
import { CommentaryDto } from '../packs/packs.dto.js';

const AUTHORITY = { description: 'ONS code of a council, or `region`.', example: 'E06000021' };

export class CommentaryQuery extends WholeListQuery {
  @Is(TenantId, AUTHORITY) authority!: TenantId;
  @Is(Month, { example: '2026-07' }) month!: Month;
}

export class CommentaryBody {
  @Is(TenantId, AUTHORITY) authority!: TenantId;
  @Is(Month, { example: '2026-07' }) month!: Month;
  @Is(textOf(1, 400), { description: 'Where it is going. No name of a child.' }) trend!: string;
  @Is(textOf(1, 400), { description: 'Why.' }) reason!: string;
  @Is(textOf(1, 400), { description: 'What is being done.' }) action!: string;
}

export class CommentaryPageDto {
  @ApiProperty({ type: [CommentaryDto] }) items!: CommentaryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
