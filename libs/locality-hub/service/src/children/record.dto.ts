import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import { Is, PageQuery, oneOf } from '@permanence/platform/http';
import { AboutChildDto, DueDto, PersonNameDto, RestrictedRowDto } from './children.dto.js';

const day = { format: 'date' } as const;
const orDay = { nullable: true, type: String, format: 'date' } as const;
const orText = { nullable: true, type: String } as const;

export class CarePeriodDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty({ description: 'False: on or before that day.' }) startKnown!: boolean;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty({ ...orText, description: 'REC of the return.' }) reason!: string | null;
}

export class LegalStatusDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty() status!: string;
}

export class HomeDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty({ description: 'PLACE.' }) placement!: string;
  @ApiProperty({ ...orText, description: 'PLACE_PROVIDER.' }) provider!: string | null;
  @ApiProperty({ ...orText, description: 'District, never a postcode.' }) place!: string | null;
  @ApiProperty({ nullable: true, type: Boolean }) outsideAuthority!: boolean | null;
  @ApiProperty({ ...orText, description: 'REASON_PLACE_CHANGE, or REC where care ended.' }) reason!: string | null;
  @ApiProperty() unplanned!: boolean;
}

export class ShortBreakDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty() status!: string;
}

export class AllocationDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty({ ...orText, format: 'uuid' }) workerId!: string | null;
  @ApiProperty({ ...orText, description: 'Null for a registration that nobody of the council has here.' }) name!: string | null;
  @ApiProperty(orText) registration!: string | null;
  @ApiProperty({ ...orText, description: 'SW_REASON.' }) reason!: string | null;
}

export class ReviewDto {
  @ApiProperty(day) on!: LocalDate;
  @ApiProperty({ ...orText, description: 'REVIEW_CODE.' }) participation!: string | null;
  @ApiProperty({ ...orDay, description: 'Null where no clock ran.' }) dueOn!: LocalDate | null;
  @ApiProperty(orText) clock!: string | null;
}

export class MissingTimeDto {
  @ApiProperty(day) from!: LocalDate;
  @ApiProperty(orDay) to!: LocalDate | null;
  @ApiProperty({ ...orText, description: 'M or A.' }) kind!: string | null;
}

export class OutsideFactDto {
  @ApiProperty({ example: 'adoption.child-placed' }) fact!: string;
  @ApiProperty(day) on!: LocalDate;
  @ApiProperty(orText) reason!: string | null;
  @ApiProperty({ nullable: true, type: Boolean }) outsideAuthority!: boolean | null;
}

export class ChildFindingDto {
  @ApiProperty({ description: 'The DfE’s number, or the product’s own code.' }) rule!: string;
  @ApiProperty() sentence!: string;
  @ApiProperty() module!: string;
  @ApiProperty({ description: 'Year in which the collection ends.' }) year!: number;
  @ApiProperty(orText) column!: string | null;
}

export class SiblingHomeDto {
  @ApiProperty() placement!: string;
  @ApiProperty(orText) place!: string | null;
}

export class SiblingChildDto {
  @ApiProperty({ enum: ['child'] }) kind!: 'child';
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty() reference!: string;
  @ApiProperty({ nullable: true, type: PersonNameDto }) name!: PersonNameDto | null;
  @ApiProperty(orDay) born!: LocalDate | null;
  @ApiProperty() lookedAfter!: boolean;
  @ApiProperty() sameHome!: boolean;
  @ApiProperty({ nullable: true, type: SiblingHomeDto }) home!: SiblingHomeDto | null;
}

export type SiblingDto = SiblingChildDto | RestrictedRowDto;
const SIBLING = { type: 'array' as const, items: { oneOf: [{ $ref: getSchemaPath(SiblingChildDto) }, { $ref: getSchemaPath(RestrictedRowDto) }] } };

export class ByDto {
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
}

export class ChronologyCorrectionDto {
  @ApiProperty({ format: 'date-time' }) recordedAt!: Instant;
  @ApiProperty({ nullable: true, type: ByDto }) by!: ByDto | null;
  @ApiProperty({ description: 'It never happened.' }) withdrawn!: boolean;
  @ApiProperty(orText) source!: string | null;
  @ApiProperty({ type: Object, additionalProperties: true }) data!: Readonly<Record<string, unknown>>;
}

export const CHRONOLOGY_KINDS = ['care', 'legal', 'home', 'review', 'visit', 'plan', 'health', 'learning', 'missing', 'worker', 'adoption', 'leaving-care', 'person', 'restriction', 'import'] as const;
export type ChronologyKind = (typeof CHRONOLOGY_KINDS)[number];

export class ChronologyEntryDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ example: 'locality-hub.review-held' }) type!: string;
  @ApiProperty({ enum: CHRONOLOGY_KINDS }) kind!: ChronologyKind;
  @ApiProperty(day) on!: LocalDate;
  @ApiProperty({ format: 'date-time' }) recordedAt!: Instant;
  @ApiProperty({ nullable: true, type: ByDto }) by!: ByDto | null;
  @ApiProperty({ ...orText, description: 'The file that an imported fact came from.' }) source!: string | null;
  @ApiProperty({ type: Object, additionalProperties: true }) data!: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: [ChronologyCorrectionDto] }) corrections!: ChronologyCorrectionDto[];
}

export class NamedPersonDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty(orText) team!: string | null;
  @ApiProperty({ description: 'Children in care whose worker this person is.' }) children!: number;
}

export class RestrictionDto {
  @ApiProperty({ type: [NamedPersonDto] }) named!: NamedPersonDto[];
  @ApiProperty(day) since!: LocalDate;
  @ApiProperty({ description: 'The manager who decided last.' }) by!: string;
  @ApiProperty({ description: 'Empty for a role that reads no free text.' }) reason!: string;
}

@ApiExtraModels(SiblingChildDto, RestrictedRowDto)
export class ChildRecordDto extends AboutChildDto {
  @ApiProperty(orText) sex!: string | null;
  @ApiProperty(orText) ethnicGroup!: string | null;
  @ApiProperty({ nullable: true, type: Boolean }) unaccompanied!: boolean | null;
  @ApiProperty({ nullable: true, type: RestrictionDto }) restriction!: RestrictionDto | null;
  @ApiProperty({ type: [CarePeriodDto] }) care!: CarePeriodDto[];
  @ApiProperty({ type: [LegalStatusDto] }) legal!: LegalStatusDto[];
  @ApiProperty({ type: [HomeDto] }) homes!: HomeDto[];
  @ApiProperty({ type: [AllocationDto] }) workers!: AllocationDto[];
  @ApiProperty({ type: [ReviewDto] }) reviews!: ReviewDto[];
  @ApiProperty({ type: [OutsideFactDto] }) adoption!: OutsideFactDto[];
  @ApiProperty({ type: [DueDto] }) due!: DueDto[];
  @ApiProperty(SIBLING) siblings!: SiblingDto[];
  @ApiProperty({ type: [ChildFindingDto] }) findings!: ChildFindingDto[];
  @ApiProperty({ type: [ChronologyEntryDto] }) latest!: ChronologyEntryDto[];
  @ApiProperty({ description: 'Entries of the chronology.' }) entries!: number;
  @ApiProperty({ format: 'date-time' }) openedAt!: Instant;
}

class SectionDto extends AboutChildDto {
  @ApiProperty(orText) next!: string | null;
}

export class ReviewsDto extends SectionDto {
  @ApiProperty({ type: [ReviewDto] }) items!: ReviewDto[];
}

export class MissingDto extends SectionDto {
  @ApiProperty({ type: [MissingTimeDto] }) items!: MissingTimeDto[];
}

export class ChildFindingsDto extends SectionDto {
  @ApiProperty({ type: [ChildFindingDto] }) items!: ChildFindingDto[];
}

export class AllocationsDto extends SectionDto {
  @ApiProperty({ type: [AllocationDto] }) items!: AllocationDto[];
}

@ApiExtraModels(SiblingChildDto, RestrictedRowDto)
export class SiblingsDto extends SectionDto {
  @ApiProperty(SIBLING) items!: SiblingDto[];
}

export class PlacementHistoryDto extends AboutChildDto {
  @ApiProperty({ type: [CarePeriodDto] }) care!: CarePeriodDto[];
  @ApiProperty({ type: [LegalStatusDto] }) legal!: LegalStatusDto[];
  @ApiProperty({ type: [HomeDto] }) homes!: HomeDto[];
  @ApiProperty({ type: [ShortBreakDto] }) shortBreaks!: ShortBreakDto[];
}

export class ChronologyQuery extends PageQuery {
  @Is(oneOf(...CHRONOLOGY_KINDS), { optional: true, enum: CHRONOLOGY_KINDS })
  kind?: ChronologyKind;

  @Is(oneOf('new', 'old'), { optional: true, enum: ['new', 'old'], description: '`new` first unless said otherwise.' })
  order?: 'new' | 'old';
}

export class ChronologyDto extends SectionDto {
  @ApiProperty({ type: [ChronologyEntryDto] }) items!: ChronologyEntryDto[];
  @ApiProperty() total!: number;
}
