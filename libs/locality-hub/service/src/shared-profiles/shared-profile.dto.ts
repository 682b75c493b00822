import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { LocalDate, TenantId } from '@permanence/kernel/values';
import { Is, textOf } from '@permanence/platform/http';

const day = { type: String, format: 'date' } as const;
const orDay = { ...day, nullable: true } as const;
const orText = { type: String, nullable: true } as const;
const GROUPS = ['white', 'mixed', 'asian', 'black', 'other'] as const;
const HOMES = ['own-carer', 'agency-carer', 'relative', 'adopters', 'parents', 'home', 'other'] as const;

export class SharedProfileQuery {
  @Is(textOf(1, 60), { optional: true, description: 'What the profile was shared for.', example: 'family-finding' }) purpose?: string;
}

export class NeedsDto {
  @ApiProperty({ type: [String], description: '903 codes; empty: none.' }) disabilities!: string[];
  @ApiProperty({ type: [String], description: 'Why the child is harder to place, as the council stated.' }) reasons!: string[];
}

export class PlanOutlineDto {
  @ApiProperty() primary!: string;
  @ApiProperty({ type: [String] }) parallels!: string[];
  @ApiProperty(day) agreedOn!: LocalDate;
}

export class EducationOutlineDto {
  @ApiProperty({ ...orText, enum: ['enrolled', 'awaiting-place', 'excluded', 'home-educated'] }) status!: string | null;
  @ApiProperty({ ...orDay, description: 'When the personal education plan was looked at last.' }) planReviewedOn!: LocalDate | null;
}

export class HealthOutlineDto {
  @ApiProperty(orDay) assessedOn!: LocalDate | null;
  @ApiProperty(orDay) dentistOn!: LocalDate | null;
}

/** What was granted is there: null where the record does not hold it. What was not granted is absent. */
export class ProfileDto {
  @ApiPropertyOptional(orText) firstName?: string | null;
  @ApiPropertyOptional({ type: Number, nullable: true, description: 'In whole years, today.' }) age?: number | null;
  @ApiPropertyOptional(orText) sex?: string | null;
  @ApiPropertyOptional({ enum: GROUPS, nullable: true }) ethnicGroup?: (typeof GROUPS)[number] | null;
  @ApiPropertyOptional({ type: Number, description: 'Brothers and sisters who are known to the council.' }) siblings?: number;
  @ApiPropertyOptional({ enum: HOMES, nullable: true }) placement?: (typeof HOMES)[number] | null;
  @ApiPropertyOptional({ type: NeedsDto, nullable: true }) needs?: NeedsDto | null;
  @ApiPropertyOptional({ type: PlanOutlineDto, nullable: true }) plan?: PlanOutlineDto | null;
  @ApiPropertyOptional({ type: EducationOutlineDto, nullable: true }) education?: EducationOutlineDto | null;
  @ApiPropertyOptional({ type: HealthOutlineDto, nullable: true }) health?: HealthOutlineDto | null;
}

export class SharedProfileDto {
  @ApiProperty({ example: 'TRK-7F3K-9Q' }) reference!: string;
  @ApiProperty({ example: 'GR-4M9T6R', description: 'Of the grant.' }) number!: string;
  @ApiProperty({ type: String }) authority!: TenantId;
  @ApiProperty({ description: 'The council that shares it.' }) authorityName!: string;
  @ApiProperty({ ...day, description: 'The last day on which it can be read.' }) sharedUntil!: LocalDate;
  @ApiProperty({ type: ProfileDto }) profile!: ProfileDto;
}
