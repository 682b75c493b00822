import { ApiProperty } from '@nestjs/swagger';
import { FieldName, GRANT_PURPOSES, GRANT_REFUSALS, type GrantPurpose, type GrantRefusal, type GrantStatus, TrackerReference } from '@permanence/regional-hub/domain';
import { type LocalDate, type TenantId, Uuid } from '@permanence/kernel/values';
import { Is, PageQuery, oneOf, wholeNumber } from '@permanence/platform/http';
import { ArrayMaxSize } from 'class-validator';

const day = { type: String, format: 'date' } as const;
const orDay = { ...day, nullable: true } as const;
const orText = { type: String, nullable: true } as const;
const REFERENCE = { description: 'Of the tracker.', example: 'TRK-7F3K-9Q' };
const PURPOSE = { optional: true, enum: GRANT_PURPOSES, description: 'What the profile is for. Without it nothing is done.' } as const;
export const GRANT_SIDES = ['shared', 'received'] as const;
export const GRANT_STATES = ['requested', 'granted', 'refused', 'ended'] as const;

export class GrantsQuery extends PageQuery {
  @Is(oneOf(...GRANT_SIDES), { optional: true, enum: GRANT_SIDES, description: '`shared`: about children of your council. `received`: asked for by your council.' }) side?: 'shared' | 'received';
  @Is(TrackerReference, { optional: true, ...REFERENCE }) reference?: TrackerReference;
  @Is(oneOf('true'), { optional: true, enum: ['true'], description: 'Only those that nobody has decided yet.' }) waiting?: 'true';
}

export class GrantCheckQuery {
  @Is(Uuid, { optional: true, description: 'The child, by its id.' }) childId?: Uuid;
  @Is(TrackerReference, { optional: true, ...REFERENCE }) reference?: TrackerReference;
  @Is(oneOf(...GRANT_PURPOSES), PURPOSE) purpose?: GrantPurpose;
}

export class AskBody {
  @Is(TrackerReference, REFERENCE) reference!: TrackerReference;
  @Is(oneOf(...GRANT_PURPOSES), PURPOSE) purpose?: GrantPurpose;
}

export class GrantBody {
  @Is(FieldName, { list: true, description: 'Fields of the agreement, of level L2.', example: ['locality-hub.profile.firstName'] })
  @ArrayMaxSize(50, { message: 'Choose 50 fields at most.' })
  fields!: FieldName[];

  @Is(wholeNumber(1, 3650), { description: 'For how many days: 28 at most.', example: '28' }) days!: string;
}

export class RefuseBody {
  @Is(oneOf(...GRANT_REFUSALS), { enum: GRANT_REFUSALS }) reason!: GrantRefusal;
}

const COMMANDS = ['grant', 'refuse', 'revoke'] as const;
export type GrantCommandName = (typeof COMMANDS)[number];

export class GrantDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ enum: GRANT_SIDES }) side!: 'shared' | 'received';
  @ApiProperty({ example: 'GR-4M9T6R' }) number!: string;
  @ApiProperty({ type: String, example: 'TRK-7F3K-9Q' }) reference!: TrackerReference;
  @ApiProperty({ ...orText, format: 'uuid', description: 'With the child’s own council only, for those who decide.' }) childId!: Uuid | null;
  @ApiProperty({ type: String }) childsCouncil!: TenantId;
  @ApiProperty() childsCouncilName!: string;
  @ApiProperty({ type: String }) askingCouncil!: TenantId;
  @ApiProperty() askingCouncilName!: string;
  @ApiProperty({ enum: GRANT_PURPOSES }) purpose!: GrantPurpose;
  @ApiProperty() askedBy!: string;
  @ApiProperty({ description: 'Whether the person who asks this is the one to whom the grant is.' }) mine!: boolean;
  @ApiProperty(day) askedOn!: LocalDate;
  @ApiProperty({ enum: GRANT_STATES, description: 'As of today.' }) state!: GrantStatus;
  @ApiProperty({ type: [String] }) fields!: FieldName[];
  @ApiProperty(orText) decidedBy!: string | null;
  @ApiProperty(orDay) decidedOn!: LocalDate | null;
  @ApiProperty({ ...orDay, description: 'The last day on which the profile can be read.' }) expiresOn!: LocalDate | null;
  @ApiProperty({ enum: GRANT_REFUSALS, nullable: true }) refusal!: GrantRefusal | null;
  @ApiProperty(orDay) endedOn!: LocalDate | null;
  @ApiProperty({ enum: ['expired', 'revoked'], nullable: true }) endedHow!: 'expired' | 'revoked' | null;
  @ApiProperty({ enum: COMMANDS, isArray: true }) allowedCommands!: GrantCommandName[];
}

export class GrantsPageDto {
  @ApiProperty({ type: [GrantDto] }) items!: GrantDto[];
  @ApiProperty(orText) next!: string | null;
}

export class ShareableFieldsDto {
  @ApiProperty({ type: [String], description: 'What a grant can name by the agreement in force.' }) items!: FieldName[];
  @ApiProperty(orText) next!: string | null;
}

export class GrantCheckDto {
  @ApiProperty({ example: 'GR-4M9T6R' }) number!: string;
  @ApiProperty({ format: 'uuid' }) childId!: Uuid;
  @ApiProperty({ type: String, description: 'The child’s council.' }) authority!: TenantId;
  @ApiProperty({ type: [String] }) fields!: FieldName[];
  @ApiProperty({ enum: GRANT_PURPOSES }) purpose!: GrantPurpose;
  @ApiProperty(day) grantedOn!: LocalDate;
  @ApiProperty(day) expiresOn!: LocalDate;
}
