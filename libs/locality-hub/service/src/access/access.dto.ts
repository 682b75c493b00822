import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Uuid } from '@permanence/kernel/values';
import { LocalDate } from '@permanence/kernel/values';
import { ACCESS_REASONS, type AccessReason } from '@permanence/platform/access-log';
import { Is, PageQuery, oneOf } from '@permanence/platform/http';
import { AboutChildDto } from '../children/children.dto.js';

export class AccessLogQuery extends PageQuery {
  @Is(LocalDate, { optional: true, description: 'The first day, in England.' })
  from?: LocalDate;

  @Is(LocalDate, { optional: true, description: 'The last day, in England.' })
  to?: LocalDate;

  @Is(oneOf(...ACCESS_REASONS), { optional: true, enum: ACCESS_REASONS })
  why?: AccessReason;
}

export class AccessRowDto {
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ nullable: true, type: String, description: 'Null where the reader sees colleagues by role and team.' }) who!: string | null;
  @ApiProperty() role!: string;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
  @ApiProperty({ description: 'Of the person who looked.' }) authority!: string;
  @ApiProperty() part!: string;
  @ApiProperty({ enum: ACCESS_REASONS }) why!: AccessReason;
}

export class ChildLookedAtDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty() reference!: string;
}

export class AccessLogRowDto extends AccessRowDto {
  @ApiProperty({ nullable: true, type: ChildLookedAtDto, description: 'Null for a list or a file.' }) child!: ChildLookedAtDto | null;
}

export class ChildAccessDto extends AboutChildDto {
  @ApiProperty({ type: [AccessRowDto] }) items!: AccessRowDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
}

export class AccessLogDto {
  @ApiProperty({ type: [AccessLogRowDto] }) items!: AccessLogRowDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
}
