import { ApiProperty } from '@nestjs/swagger';
import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import { EMERGENCY_FINDINGS, type EmergencyFinding } from '@permanence/locality-hub/domain';
import { Is, PageQuery, oneOf, textOf } from '@permanence/platform/http';
import { ChildLookedAtDto } from '../access/access.dto.js';
import { saidReference } from './said-reference.js';

const LONGEST_TEXT = 5000;

export class EmergencyReasonBody {
  @Is(textOf(0, LONGEST_TEXT), { description: 'What has happened and what must be found out, in at least 20 characters.' })
  reason!: string;
}

export class EmergencyByReferenceBody extends EmergencyReasonBody {
  @Is(saidReference, { description: 'The child’s reference.', example: 'CH-7F3K-2Q9M' })
  reference!: string;
}

export class OwnEmergencyQuery extends PageQuery {
  @Is(oneOf('true'), { optional: true, enum: ['true'], description: 'Only what is open now.' })
  running?: 'true';
}

export class EmergencyReviewBody {
  @Is(oneOf(...EMERGENCY_FINDINGS), { enum: EMERGENCY_FINDINGS })
  finding!: EmergencyFinding;

  @Is(textOf(0, LONGEST_TEXT), { description: 'Needed where it was not justified.' })
  note!: string;
}

/** What somebody is told before they open a record in an emergency. */
export class EmergencyOfferDto {
  @ApiProperty({ type: ChildLookedAtDto }) child!: ChildLookedAtDto;
  @ApiProperty({ description: 'Whom to ask instead.', example: 'Ask Owen Brackley, team manager.' }) ask!: string;
  @ApiProperty({ nullable: true, type: String, description: 'The team that holds the record.' }) team!: string | null;
  @ApiProperty({ example: 60 }) minutes!: number;
  @ApiProperty({ format: 'date', description: 'By when somebody else reviews it, if it is opened now.' }) reviewDueOn!: LocalDate;
}

export class EmergencyFoundDto {
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ enum: EMERGENCY_FINDINGS }) finding!: EmergencyFinding;
  @ApiProperty() note!: string;
}

export class EmergencyAccessDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ type: ChildLookedAtDto }) child!: ChildLookedAtDto;
  @ApiProperty({ description: 'Who opened it.' }) who!: string;
  @ApiProperty() role!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) openedAt!: Instant;
  @ApiProperty({ format: 'date-time', description: 'When it is or was over: by the clock, or ended before.' }) until!: Instant;
  @ApiProperty() running!: boolean;
  @ApiProperty({ format: 'date' }) reviewDueOn!: LocalDate;
  @ApiProperty({ nullable: true, type: EmergencyFoundDto }) review!: EmergencyFoundDto | null;
}

export class EmergencyAccessesDto {
  @ApiProperty({ type: [EmergencyAccessDto] }) items!: EmergencyAccessDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
