import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, Month, TenantId } from '@permanence/kernel/values';
import { Is, WholeListQuery, oneOf, textOf } from '@permanence/platform/http';
import { IndicatorId } from '../indicators/indicators.js';

const VERSIONS = ['management', 'public'] as const;
const STATUSES = ['value', 'not-applicable', 'suppressed', 'not-held'] as const;

export class PacksQuery extends WholeListQuery {
  @Is(TenantId, { description: 'ONS code of a council, or `region`.', example: 'E10000028' }) authority!: TenantId;
}

export class PackQuery {
  @Is(oneOf(...VERSIONS), { optional: true, enum: VERSIONS, description: '`management`: as it is, for the authority itself and the region. `public`: small numbers hidden. The first that you may see, unless said.' }) version?: 'management' | 'public';
}

export class RestatementsQuery extends WholeListQuery {
  @Is(LocalDate, { optional: true, description: 'What was known at the end of this day in England; today unless said.', example: '2026-11-01' }) asKnownOn?: LocalDate;
}

export class RestatementBody {
  @Is(IndicatorId, { example: 'ado-children-adopted' }) indicator!: IndicatorId;
  @Is(textOf(10, 500), { description: 'Why it has changed, for the Operational Management Group. No name of a child.' }) reason!: string;
}

export class PackLineDto {
  @ApiProperty({ type: String, example: '2026-07' }) month!: Month;
  @ApiProperty({ enum: ['frozen', 'open'] }) status!: 'frozen' | 'open';
  @ApiProperty({ type: String, format: 'date', description: 'The tenth working day after the month.' }) dueOn!: LocalDate;
  @ApiProperty({ description: 'Frozen after that day, or still open after it.' }) late!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) frozenAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) frozenBy!: string | null;
}

export class PacksPageDto {
  @ApiProperty({ type: [PackLineDto] }) items!: PackLineDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class CommentaryDto {
  @ApiProperty({ type: String, example: 'E06000021' }) authority!: TenantId;
  @ApiProperty({ example: 'cla-visits-in-timescale-percentage' }) indicator!: string;
  @ApiProperty({ type: String, example: '2026-07' }) month!: Month;
  @ApiProperty() version!: number;
  @ApiProperty({ description: 'Where it is going.' }) trend!: string;
  @ApiProperty({ description: 'Why.' }) reason!: string;
  @ApiProperty({ description: 'What is being done.' }) action!: string;
  @ApiProperty({ description: 'Who says so.' }) by!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class PlaceFigureDto {
  @ApiProperty({ type: String, example: 'E10000028' }) authority!: TenantId;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ type: Number, nullable: true }) value!: number | null;
  @ApiProperty({ type: Number, nullable: true }) numerator!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null for a count.' }) denominator!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null where no board has set one.' }) target!: number | null;
}

export class PackIndicatorDto {
  @ApiProperty({ example: 'ado-children-adopted' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() area!: string;
  @ApiProperty({ enum: ['count', 'percentage', 'rate'] }) measure!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() period!: string;
  @ApiProperty({ enum: ['higher', 'lower', 'context'] }) polarity!: string;
  @ApiProperty({ type: [PlaceFigureDto] }) figures!: PlaceFigureDto[];
  @ApiProperty({ type: CommentaryDto, nullable: true, description: 'What the pack’s own authority said of it; not in the public version.' }) commentary!: CommentaryDto | null;
  @ApiProperty({ type: [String], description: 'Councils that the regional figure lacks.' }) lacks!: TenantId[];
}

export class CountsDto {
  @ApiProperty() numerator!: number;
  @ApiProperty() denominator!: number;
}

export class RestatedSinceDto {
  @ApiProperty({ type: String, example: '2026-06' }) month!: Month;
  @ApiProperty() indicator!: string;
  @ApiProperty({ type: CountsDto }) former!: CountsDto;
  @ApiProperty({ type: CountsDto }) restated!: CountsDto;
  @ApiProperty() added!: number;
  @ApiProperty() removed!: number;
}

export class PackDto {
  @ApiProperty({ type: String }) authority!: TenantId;
  @ApiProperty({ type: String, example: '2026-07' }) month!: Month;
  @ApiProperty({ enum: VERSIONS }) version!: (typeof VERSIONS)[number];
  @ApiProperty({ format: 'date-time', description: 'Frozen, and known on.' }) frozenAt!: string;
  @ApiProperty({ type: String, format: 'date' }) knownOn!: LocalDate;
  @ApiProperty({ type: String, format: 'date' }) dueOn!: LocalDate;
  @ApiProperty() late!: boolean;
  @ApiProperty() frozenBy!: string;
  @ApiProperty() frozenByRole!: string;
  @ApiProperty({ description: 'SHA-256 of every figure with its cases.' }) hash!: string;
  @ApiProperty({ description: 'What is kept still has that hash.' }) intact!: boolean;
  @ApiProperty({ type: [String], description: 'The region and the councils that it shows, in their order.' }) places!: TenantId[];
  @ApiProperty({ type: [PackIndicatorDto] }) indicators!: PackIndicatorDto[];
  @ApiProperty({ type: [RestatedSinceDto], description: 'What of the pack before had changed by then; not in the public version.' }) restated!: RestatedSinceDto[];
}

export class CaseRefDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) childId!: string;
}

export class RestatementReasonDto {
  @ApiProperty() reason!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class RestatementDto {
  @ApiProperty() indicator!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['count', 'percentage', 'rate'] }) measure!: string;
  @ApiProperty({ type: PlaceFigureDto }) former!: PlaceFigureDto;
  @ApiProperty({ type: PlaceFigureDto }) restated!: PlaceFigureDto;
  @ApiProperty({ description: 'Cases that count now and did not then.' }) added!: number;
  @ApiProperty({ description: 'Cases that counted then and do not now.' }) removed!: number;
  @ApiProperty({ type: [CaseRefDto], nullable: true, description: 'Which, inside the council that owns them; null elsewhere.' }) addedCases!: CaseRefDto[] | null;
  @ApiProperty({ type: [CaseRefDto], nullable: true }) removedCases!: CaseRefDto[] | null;
  @ApiProperty({ description: 'Beyond 2 cases or 2 points: somebody must say why.' }) asksForReason!: boolean;
  @ApiProperty({ type: RestatementReasonDto, nullable: true }) reason!: RestatementReasonDto | null;
}

export class RestatementsPageDto {
  @ApiProperty({ type: [RestatementDto] }) items!: RestatementDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
