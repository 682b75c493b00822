import { ApiProperty } from '@nestjs/swagger';
import type { Uuid } from '@permanence/kernel/values';
import { Is, textOf } from '@permanence/platform/http';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, ValidateNested } from 'class-validator';
import { TrackerState } from './tracker.dto.js';

const LONGEST_NAME = 60;

export class SavedFilterBody {
  @Is(textOf(1, LONGEST_NAME), { description: 'What the person calls it.' })
  name!: string;

  @ApiProperty({ type: TrackerState, description: 'Codes only: what was typed to find somebody is not kept.' })
  @IsDefined({ message: 'Say what is kept.' })
  @ValidateNested()
  @Type(() => TrackerState)
  state!: TrackerState;

  @ApiProperty({ description: 'Shown to the person’s team too.' })
  @IsBoolean({ message: 'This must be true or false.' })
  shared!: boolean;
}

export class SavedFilterDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty() name!: string;
  @ApiProperty({ type: TrackerState }) state!: TrackerState;
  @ApiProperty({ description: 'The team sees it.' }) shared!: boolean;
  @ApiProperty({ description: 'The person’s own, to drop.' }) mine!: boolean;
  @ApiProperty({ description: 'Who made it.' }) by!: string;
}

export class SavedFiltersDto {
  @ApiProperty({ type: [SavedFilterDto] }) items!: SavedFilterDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class SavedFilterKeptDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
}
