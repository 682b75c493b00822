import { ApiProperty } from '@nestjs/swagger';
import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import { Is, textOf, wholeNumber } from '@permanence/platform/http';

export class PopulationBody {
  @Is(wholeNumber(2000, 2100), { description: 'The year of whose middle it is.', example: '2025' }) year!: string;
  @Is(wholeNumber(1, 5_000_000), { description: 'Children aged 0 to 17 who live in the area.', example: '170300' }) children!: string;
  @Is(textOf(3, 200), { description: 'Who published it.', example: 'Office for National Statistics, mid-2025 estimates' }) source!: string;
}

export class PopulationDto {
  @ApiProperty({ type: String, example: 'E10000028' }) authority!: TenantId;
  @ApiProperty({ example: 2025 }) year!: number;
  @ApiProperty({ example: 170_300 }) children!: number;
  @ApiProperty() source!: string;
}

export class PopulationEntryDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ example: 2025 }) year!: number;
  @ApiProperty({ example: 170_300 }) children!: number;
  @ApiProperty() source!: string;
  @ApiProperty({ type: String, format: 'date-time' }) enteredAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When another number for the year was entered; null for the one that counts.' }) replacedAt!: Instant | null;
}

export class PopulationsDto {
  @ApiProperty({ type: [PopulationEntryDto], description: 'Newest year first.' }) items!: PopulationEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
