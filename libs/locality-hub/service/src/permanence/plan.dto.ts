import { ApiProperty } from '@nestjs/swagger';
import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import {
  LIMB_STATUSES, LIMBS, type LimbName, type LimbStatus, MILESTONES, type MilestoneCode, OPTION_POSITIONS, type OptionPosition, PERMANENCE_ROUTES, type PermanenceRoute, PLAN_EVENT_TYPES, PLAN_STATUSES, type PlanFactType, type PlanStatus,
} from '@permanence/locality-hub/domain';
import { AboutChildDto } from '../children/children.dto.js';
import { RefusalDto } from '../children/commands.dto.js';
import { ByDto } from '../children/record.dto.js';
import { PEOPLES_COMMANDS, type PeoplesCommand } from './plan-rights.js';

const day = { format: 'date' } as const;
const orDay = { nullable: true, type: String, format: 'date' } as const;
const orWords = { nullable: true, type: String, description: 'Words of a person; null also for those whose role does not read them.' } as const;

export class PlanOptionDto {
  @ApiProperty({ enum: PERMANENCE_ROUTES }) route!: PermanenceRoute;
  @ApiProperty({ enum: OPTION_POSITIONS }) position!: OptionPosition;
  @ApiProperty(orWords) reason!: string | null;
}

export class PlanPersonDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ nullable: true, type: String }) name!: string | null;
}

export class PlanStepDto {
  @ApiProperty({ enum: MILESTONES }) code!: MilestoneCode;
  @ApiProperty(day) dueOn!: LocalDate;
  @ApiProperty(orDay) doneOn!: LocalDate | null;
  @ApiProperty({ description: 'Not done, and the day is over.' }) late!: boolean;
  @ApiProperty({ nullable: true, type: PlanPersonDto }) owner!: PlanPersonDto | null;
  @ApiProperty(orWords) blocker!: string | null;
  @ApiProperty({ nullable: true, type: String, enum: PERMANENCE_ROUTES, description: 'The option that the step belongs to.' }) route!: PermanenceRoute | null;
  @ApiProperty({ description: 'The record itself says when it was done.' }) fromRecord!: boolean;
}

export class PlanLimbDto {
  @ApiProperty({ enum: LIMBS }) limb!: LimbName;
  @ApiProperty({ enum: LIMB_STATUSES }) status!: LimbStatus;
  @ApiProperty(orWords) target!: string | null;
  @ApiProperty(orWords) evidence!: string | null;
}

export class PlanSignedDto extends PlanPersonDto {
  @ApiProperty(day) on!: LocalDate;
}

export class PlanAgreedDto {
  @ApiProperty(day) on!: LocalDate;
  @ApiProperty({ format: 'uuid' }) reviewId!: Uuid;
  @ApiProperty({ type: PlanPersonDto, description: 'The team manager who countersigned what was agreed.' }) manager!: PlanPersonDto;
}

export class PlanClockDto {
  @ApiProperty({ example: 'C18' }) clock!: string;
  @ApiProperty(day) dueOn!: LocalDate;
  @ApiProperty({ description: 'False: care began on or before the day from which it is counted.' }) startKnown!: boolean;
  @ApiProperty(orDay) metOn!: LocalDate | null;
  @ApiProperty() late!: boolean;
  @ApiProperty({ nullable: true, type: RefusalDto, description: 'What is wrong when the second review was held without an agreed plan.' }) missing!: RefusalDto | null;
}

export class PlanReviewDto {
  @ApiProperty({ format: 'uuid' }) reviewId!: Uuid;
  @ApiProperty(day) heldOn!: LocalDate;
  @ApiProperty({ nullable: true, type: Number }) sequence!: number | null;
}

export class PlanAllowedDto {
  @ApiProperty({ enum: PEOPLES_COMMANDS }) command!: PeoplesCommand;
  @ApiProperty({ nullable: true, type: RefusalDto, description: 'Why not now; null: it can be given now.' }) refusal!: RefusalDto | null;
}

export class PlanDto extends AboutChildDto {
  @ApiProperty({ description: 'For If-Match.' }) version!: number;
  @ApiProperty({ enum: PLAN_STATUSES }) status!: PlanStatus;
  @ApiProperty({ nullable: true, type: String, format: 'uuid' }) planId!: Uuid | null;
  @ApiProperty({ type: [PlanOptionDto] }) options!: PlanOptionDto[];
  @ApiProperty({ type: [PlanStepDto] }) milestones!: PlanStepDto[];
  @ApiProperty({ type: [PlanLimbDto], description: 'All three, whether recorded or not.' }) limbs!: PlanLimbDto[];
  @ApiProperty(orDay) identifiedOn!: LocalDate | null;
  @ApiProperty({ nullable: true, type: PlanSignedDto }) proposed!: PlanSignedDto | null;
  @ApiProperty({ nullable: true, type: PlanSignedDto }) countersigned!: PlanSignedDto | null;
  @ApiProperty({ nullable: true, type: PlanAgreedDto, description: 'The newest agreement; it stays while a change is on its way.' }) agreed!: PlanAgreedDto | null;
  @ApiProperty(orDay) achievedOn!: LocalDate | null;
  @ApiProperty({ nullable: true, type: PlanClockDto, description: 'C18; null for a child who is not in care.' }) clock!: PlanClockDto | null;
  @ApiProperty({ description: 'An interim care order is in force: a second plan is needed.' }) proceedingsOpen!: boolean;
  @ApiProperty({ type: [PlanReviewDto], description: 'Reviews at which the proposal can have been agreed, newest first.' }) reviews!: PlanReviewDto[];
  @ApiProperty({ type: [PlanAllowedDto], description: 'Commands that are this person’s; others are not listed.' }) allowedCommands!: PlanAllowedDto[];
}

export class PlanDecidedDto {
  @ApiProperty({ description: 'For the next If-Match.' }) version!: number;
  @ApiProperty({ enum: PLAN_STATUSES }) status!: PlanStatus;
}

export class PlanVersionDto {
  @ApiProperty() version!: number;
  @ApiProperty({ nullable: true, type: String, enum: PLAN_EVENT_TYPES, description: 'What was written; null: nothing yet.' }) what!: PlanFactType | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time', description: 'When it came to be; null: nothing had been written.' }) at!: Instant | null;
  @ApiProperty({ nullable: true, type: ByDto, description: 'Who wrote it; null: the record itself.' }) by!: ByDto | null;
  @ApiProperty({ enum: PLAN_STATUSES }) status!: PlanStatus;
  @ApiProperty({ type: [PlanOptionDto] }) options!: PlanOptionDto[];
  @ApiProperty({ type: [PlanStepDto] }) milestones!: PlanStepDto[];
  @ApiProperty({ type: [PlanLimbDto] }) limbs!: PlanLimbDto[];
}

export class PlanVersionsDto extends AboutChildDto {
  @ApiProperty({ type: [PlanVersionDto], description: 'Oldest first.' }) items!: PlanVersionDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class StepOwnerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
}

export class StepOwnersDto {
  @ApiProperty({ type: [StepOwnerDto], description: 'By surname.' }) items!: StepOwnerDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
