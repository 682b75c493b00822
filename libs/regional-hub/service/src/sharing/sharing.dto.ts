import { ApiProperty } from '@nestjs/swagger';
import { AGREEMENT_STATES, type AgreementState, ENDINGS, type Ending, FieldName, OFFICES, type Office, SHARING_LEVELS, type SharingLevel, TRANSFORMS, type Transform } from '@permanence/regional-hub/domain';
import { LocalDate, type TenantId } from '@permanence/kernel/values';
import { Is, oneOf, textOf } from '@permanence/platform/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';

const day = { type: String, format: 'date' } as const;
const orDay = { ...day, nullable: true } as const;
const MOST_FIELDS = 300;

export class AddedFieldBody {
  @Is(FieldName, { example: 'locality-hub.child.languages' }) name!: FieldName;
  @Is(oneOf(...SHARING_LEVELS), { enum: SHARING_LEVELS }) level!: SharingLevel;
  @Is(oneOf(...TRANSFORMS), { enum: TRANSFORMS }) transform!: Transform;
  @Is(textOf(0, 500), { description: 'Why this field. Nobody can sign while it is empty.' }) justification!: string;
}

/** @throws TypeError when the text is not a level and a field's name. */
export const fieldKey = (text: string): string => {
  const [level = '', name = '', ...more] = text.split(' ');
  if (more.length > 0) throw new TypeError('Write the level and the field, such as L0 locality-hub.child.birthDate.');
  return `${oneOf(...SHARING_LEVELS)(level)} ${FieldName(name)}`;
};

export class DraftBody {
  @Is(LocalDate, { description: 'The first day: in force then, or when the last council signs.' }) startsOn!: LocalDate;
  @Is(LocalDate, { description: 'At most 12 months after the first day.' }) reviewOn!: LocalDate;
  @Is(LocalDate, { optional: true, description: 'The last day, when there is one.' }) endsOn?: LocalDate;

  @Is(fieldKey, { list: true, description: 'Fields of the version in force that are left out.', example: ['L0 locality-hub.child.birthDate'] })
  @ArrayMaxSize(MOST_FIELDS)
  remove!: string[];

  @ApiProperty({ type: [AddedFieldBody] })
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(MOST_FIELDS)
  @ValidateNested({ each: true })
  @Type(() => AddedFieldBody)
  add!: AddedFieldBody[];
}

export class ReviewBody {
  @Is(LocalDate, { description: 'When it is looked at again: within 12 months.' }) reviewOn!: LocalDate;
}

export class SharedFieldDto {
  @ApiProperty({ type: String, example: 'locality-hub.child.birthDate' }) name!: FieldName;
  @ApiProperty({ enum: SHARING_LEVELS }) level!: SharingLevel;
  @ApiProperty({ enum: TRANSFORMS }) transform!: Transform;
  @ApiProperty() justification!: string;
}

export class SignatureDto {
  @ApiProperty({ type: String, example: 'E06000051' }) party!: TenantId;
  @ApiProperty() partyName!: string;
  @ApiProperty({ enum: OFFICES }) office!: Office;
  @ApiProperty({ type: String, nullable: true, description: 'Null until somebody has signed.' }) name!: string | null;
  @ApiProperty(orDay) on!: LocalDate | null;
}

const COMMANDS = ['sign', 'review', 'end', 'discard', 'draft'] as const;
export type SharingCommand = (typeof COMMANDS)[number];

export class AgreementLineDto {
  @ApiProperty() version!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: AGREEMENT_STATES }) state!: AgreementState;
  @ApiProperty(day) startsOn!: LocalDate;
  @ApiProperty(day) reviewOn!: LocalDate;
  @ApiProperty(orDay) endsOn!: LocalDate | null;
  @ApiProperty(orDay) inForceOn!: LocalDate | null;
  @ApiProperty(orDay) endedOn!: LocalDate | null;
  @ApiProperty({ enum: ENDINGS, nullable: true }) ending!: Ending | null;
  @ApiProperty({ description: 'How many of the signatures are there.' }) signed!: number;
  @ApiProperty() signaturesNeeded!: number;
  @ApiProperty({ description: 'How many fields it names.' }) fieldCount!: number;
}

export class AgreementsPageDto {
  @ApiProperty({ type: [AgreementLineDto] }) items!: AgreementLineDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class AgreementDto extends AgreementLineDto {
  @ApiProperty({ type: [String] }) parties!: TenantId[];
  @ApiProperty({ type: [String] }) purposes!: string[];
  @ApiProperty() lawfulBasis!: string;
  @ApiProperty() specialCategoryCondition!: string;
  @ApiProperty() retentionRule!: string;
  @ApiProperty({ type: [SharedFieldDto] }) fields!: SharedFieldDto[];
  @ApiProperty({ type: [SignatureDto] }) signatures!: SignatureDto[];
  @ApiProperty({ type: [SharedFieldDto], description: 'Fields that the version before it named and this one does not.' }) leftOut!: SharedFieldDto[];
  @ApiProperty({ type: [String], description: 'What never leaves a council, in words.' }) never!: string[];
  @ApiProperty({ enum: COMMANDS, isArray: true, description: 'What the person who asks may do with it now.' }) allowedCommands!: SharingCommand[];
}
