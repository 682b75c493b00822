import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, Month, TenantId } from '@permanence/kernel/values';
import { Is, PageQuery, WholeListQuery, oneOf, wholeNumber } from '@permanence/platform/http';
import { CommentaryDto } from '../packs/packs.dto.js';

const STATUSES = ['value', 'not-applicable', 'suppressed', 'not-held'] as const;
const MEASURES = ['count', 'percentage', 'rate'] as const;
const UNITS = ['children', 'young people', 'placements', 'percent', 'per 10,000'] as const;
const PERIODS = ['month-end', 'ytd', 'rolling-12', 'annual'] as const;
const PARTS = ['numerator', 'denominator'] as const;

const BASES = ['then'] as const;
const VERSIONS = ['public'] as const;
const AUTHORITY = { description: 'ONS code of a council, or `region`.', example: 'E10000028' };
const AS_KNOWN_ON = { optional: true, description: 'What was known at the end of this day in England; today unless said.', example: '2026-10-14' } as const;

export class FiguresQuery extends WholeListQuery {
  @Is(TenantId, AUTHORITY) authority!: TenantId;
  @Is(Month, { optional: true, description: 'The newest month held unless said.', example: '2026-09' }) month?: Month;
  @Is(LocalDate, AS_KNOWN_ON) asKnownOn?: LocalDate;
  @Is(oneOf(...BASES), { optional: true, enum: BASES, description: '`then`: each month as in its frozen pack, or as on the tenth working day after it. Else as known on the day.' }) known?: 'then';
  @Is(oneOf(...VERSIONS), { optional: true, enum: VERSIONS, description: '`public`: as the public sees it, small numbers hidden.' }) version?: 'public';
  @Is(wholeNumber(0, 120), { optional: true, description: 'How many months before this one are added to each figure.', example: '24' }) history?: string;
}

export class FigureQuery {
  @Is(TenantId, AUTHORITY) authority!: TenantId;
  @Is(Month, { optional: true, description: 'The newest month held unless said.', example: '2026-09' }) month?: Month;
  @Is(LocalDate, AS_KNOWN_ON) asKnownOn?: LocalDate;
}

export class SeriesQuery extends WholeListQuery {
  @Is(TenantId, AUTHORITY) authority!: TenantId;
  @Is(LocalDate, AS_KNOWN_ON) asKnownOn?: LocalDate;
}

export class CasesQuery extends PageQuery {
  @Is(TenantId, { description: 'Your own council: nobody else’s cases open.' }) authority!: TenantId;
  @Is(Month, { example: '2026-09' }) month!: Month;
  @Is(LocalDate, AS_KNOWN_ON) asKnownOn?: LocalDate;
  @Is(oneOf(...PARTS), { optional: true, enum: PARTS, description: '`numerator`: the cases counted, unless said otherwise. `denominator`: all that a share is a share of.' }) part?: 'numerator' | 'denominator';
}

export class MonthFigureDto {
  @ApiProperty({ type: String, example: '2026-09' }) month!: Month;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ type: Number, nullable: true, description: 'Shares in percent, rates per 10,000; one decimal place, half up.' }) value!: number | null;
  @ApiProperty({ type: Number, nullable: true }) numerator!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null for a count.' }) denominator!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How many cases a count was taken of, where that is shown beside it.' }) cohort!: number | null;
  @ApiProperty({ type: String, format: 'date' }) asKnownOn!: LocalDate;
  @ApiProperty({ type: String, format: 'date', description: 'The day whose end is "as known then": the tenth working day after the month.' }) knownThenOn!: LocalDate;
  @ApiProperty({ description: 'The month was still in progress.' }) provisional!: boolean;
}

export class IndicatorFigureDto extends MonthFigureDto {
  @ApiProperty({ example: 'cla-number-looked-after' }) id!: string;
  @ApiProperty({ type: String, example: 'E10000028' }) authority!: TenantId;
  @ApiProperty() title!: string;
  @ApiProperty() area!: string;
  @ApiProperty({ enum: MEASURES }) measure!: (typeof MEASURES)[number];
  @ApiProperty({ enum: UNITS }) unit!: string;
  @ApiProperty({ enum: PERIODS }) period!: string;
  @ApiProperty({ enum: ['higher', 'lower', 'context'] }) polarity!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'What a board has set for this place; null where none is set.' }) target!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'By how much the target is missed: points, or cases; 0 where it is met.' }) short!: number | null;
  @ApiProperty({ description: 'The figure moved by more than 10 % of the mean of the last three periods, nothing is said of it yet, and it is yours to say.' }) commentaryAsked!: boolean;
  @ApiProperty({ type: CommentaryDto, nullable: true, description: 'What is said of it, for those who see the figure as it is.' }) commentary!: CommentaryDto | null;
  @ApiProperty({ type: [MonthFigureDto], description: 'Months before this one, oldest first, where they were asked for.' }) history!: MonthFigureDto[];
}

export class DefinitionDto {
  @ApiProperty({ example: 'cla-number-looked-after' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() area!: string;
  @ApiProperty({ enum: MEASURES }) measure!: (typeof MEASURES)[number];
  @ApiProperty({ enum: UNITS }) unit!: string;
  @ApiProperty({ enum: PERIODS }) period!: string;
  @ApiProperty({ enum: ['higher', 'lower', 'context'] }) polarity!: string;
  @ApiProperty() numeratorWords!: string;
  @ApiProperty({ type: String, nullable: true }) denominatorWords!: string | null;
  @ApiProperty({ type: String, nullable: true }) cohortWords!: string | null;
  @ApiProperty({ description: 'What must be loaded, recorded or entered for a month to be held.' }) neededWords!: string;
  @ApiProperty({ type: [String], description: 'Modules of the SSDA903 that must be loaded for a month to be held.' }) modules!: string[];
  @ApiProperty({ type: [String], description: 'Kinds that the council must record whole in its own hub for a month to be held.' }) records!: string[];
  @ApiProperty() source!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

export class IndicatorDto extends IndicatorFigureDto {
  @ApiProperty() numeratorWords!: string;
  @ApiProperty({ type: String, nullable: true }) denominatorWords!: string | null;
  @ApiProperty({ type: String, nullable: true }) cohortWords!: string | null;
  @ApiProperty({ description: 'What must be loaded, recorded or entered for a month to be held.' }) neededWords!: string;
  @ApiProperty() source!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Before this day nothing was known of the month.' }) firstRecordedOn!: LocalDate | null;
  @ApiProperty({ type: [String], description: 'Councils that a regional figure lacks.' }) lacks!: TenantId[];
  @ApiProperty({ description: 'Whether the cases behind it open for you.' }) casesAllowed!: boolean;
}

export class IndicatorFiguresPageDto {
  @ApiProperty({ type: [IndicatorFigureDto] }) items!: IndicatorFigureDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class SeriesMonthDto extends MonthFigureDto {
  @ApiProperty({ type: MonthFigureDto, nullable: true, description: 'As it was known then; null until that day has passed.' }) then!: MonthFigureDto | null;
}

export class SeriesDto {
  @ApiProperty({ type: [SeriesMonthDto] }) items!: SeriesMonthDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class CaseDto {
  @ApiProperty({ format: 'uuid', description: 'The case: a child, or something that happened to one.' }) id!: string;
  @ApiProperty({ format: 'uuid' }) childId!: string;
  @ApiProperty() inNumerator!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true }) on!: LocalDate | null;
  @ApiProperty({ type: Object, additionalProperties: true, description: 'Dates and codes that say why it counts.' }) facts!: Record<string, string | number | null>;
}

export class CasesPageDto {
  @ApiProperty({ type: [CaseDto] }) items!: CaseDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ description: 'Rows of the whole list that you may see.' }) total!: number;
}

export class HorizonDto {
  @ApiProperty({ type: String }) authority!: TenantId;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) firstMonth!: Month | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Nothing is held of the days after.' }) completeTo!: LocalDate | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastRecordedAt!: string | null;
  @ApiProperty({ type: [Number], description: 'Collections left out between two.' }) yearsMissing!: number[];
}

export class HorizonsPageDto {
  @ApiProperty({ type: [HorizonDto] }) items!: HorizonDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
