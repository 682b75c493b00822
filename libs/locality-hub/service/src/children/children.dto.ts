import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { LocalDate, Uuid } from '@permanence/kernel/values';
import { Is, PageQuery, oneOf, textOf } from '@permanence/platform/http';
import { CHILD_SCOPES, CHILD_SORTS, type ChildScope, type ChildSort } from './child-list.store.js';

/** Ids one after another, with commas between them: 100 at most. */
export const idsOf = (text: string): Uuid[] => {
  const ids = text.split(',').map((each) => Uuid(each));
  if (ids.length > 100) throw new TypeError('Ask for 100 ids at most.');
  return ids;
};

export class ChildrenQuery extends PageQuery {
  @Is(oneOf(...CHILD_SCOPES), { optional: true, enum: CHILD_SCOPES, description: 'The widest that the role has, unless said otherwise.' })
  scope?: ChildScope;

  @Is(oneOf('true', 'false', 'all'), { optional: true, enum: ['true', 'false', 'all'], description: 'In care now: `true` unless said otherwise, `all` when asked by `q` or `ids`.' })
  lookedAfter?: 'true' | 'false' | 'all';

  @Is(oneOf(...CHILD_SORTS), { optional: true, enum: CHILD_SORTS })
  sort?: ChildSort;

  @Is(textOf(1, 100), { optional: true, description: 'A reference or a council’s code whole, or the beginning of a name.' })
  q?: string;

  @Is(idsOf, { optional: true, description: 'Those of these children that the person may know of, 100 at most, with commas between.' })
  ids?: string;
}

export class PersonNameDto {
  @ApiProperty() forename!: string;
  @ApiProperty() surname!: string;
}

export class HomeNowDto {
  @ApiProperty({ description: 'PLACE of the SSDA903 return.', example: 'U6' }) placement!: string;
  @ApiProperty({ nullable: true, type: String, description: 'PLACE_PROVIDER.' }) provider!: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'District, never a postcode.' }) place!: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date', description: 'First day with these carers, in this home.' }) since!: LocalDate | null;
}

export class WorkerNameDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class DueDto {
  @ApiProperty({ example: 'C15' }) clock!: string;
  @ApiProperty({ format: 'date' }) dueOn!: LocalDate;
  @ApiProperty({ nullable: true, type: Number, description: 'Where the clock counts working days and is not late.' }) workingDaysLeft!: number | null;
}

export class ChildRowDto {
  @ApiProperty({ enum: ['child'] }) kind!: 'child';
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ example: 'CH-7F3K-2Q9M' }) reference!: string;
  @ApiProperty({ description: 'CHILD in the council’s files.' }) councilCode!: string;
  @ApiProperty({ nullable: true, type: PersonNameDto }) name!: PersonNameDto | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) born!: LocalDate | null;
  @ApiProperty() lookedAfter!: boolean;
  @ApiProperty() restricted!: boolean;
  @ApiProperty({ nullable: true, type: String }) legalStatus!: string | null;
  @ApiProperty({ nullable: true, type: HomeNowDto }) home!: HomeNowDto | null;
  @ApiProperty({ nullable: true, type: WorkerNameDto }) worker!: WorkerNameDto | null;
  @ApiProperty({ nullable: true, type: DueDto }) nextDue!: DueDto | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) missingSince!: LocalDate | null;
}

export class RestrictedRowDto {
  @ApiProperty({ enum: ['restricted'] }) kind!: 'restricted';
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty() reference!: string;
  @ApiProperty({ description: 'Whom to ask, in a sentence.' }) ask!: string;
}

@ApiExtraModels(ChildRowDto, RestrictedRowDto)
export class ChildrenPageDto {
  @ApiProperty({ type: 'array', items: { oneOf: [{ $ref: getSchemaPath(ChildRowDto) }, { $ref: getSchemaPath(RestrictedRowDto) }] } }) items!: (ChildRowDto | RestrictedRowDto)[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
}

export class AuthorityDto {
  @ApiProperty({ example: 'E10000028' }) code!: string;
  @ApiProperty() name!: string;
}

export class ChildHeaderDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty() reference!: string;
  @ApiProperty() councilCode!: string;
  @ApiProperty({ type: AuthorityDto }) authority!: AuthorityDto;
  @ApiProperty({ nullable: true, type: PersonNameDto }) name!: PersonNameDto | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) born!: LocalDate | null;
  @ApiProperty() lookedAfter!: boolean;
  @ApiProperty({ nullable: true, type: String }) legalStatus!: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) missingSince!: LocalDate | null;
  @ApiProperty() restricted!: boolean;
  @ApiProperty({ nullable: true, type: String, format: 'date', description: 'The day to which the files tell about this child.' }) asAt!: LocalDate | null;
  @ApiProperty({ enum: ['allocate', 'restrict'], isArray: true, description: 'Commands that this person may give about this child now.' }) allowedCommands!: ('allocate' | 'restrict')[];
}

/** Every section says whom it is about. */
export class AboutChildDto {
  @ApiProperty({ type: ChildHeaderDto }) child!: ChildHeaderDto;
}
