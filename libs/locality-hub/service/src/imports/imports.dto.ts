import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Is, PageQuery, textOf, wholeNumber } from '@permanence/platform/http';

export class RowCountsDto {
  @ApiProperty() total!: number;
  @ApiProperty({ description: 'States something new.' }) applied!: number;
  @ApiProperty({ description: 'States nothing new.' }) unchanged!: number;
  @ApiProperty({ description: 'Changes or empties a value stated before; both are kept.' }) corrected!: number;
  @ApiProperty({ description: 'Cannot be a fact as it stands.' }) setAside!: number;
}

export class ImportStartedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class RefusedFileDto {
  @ApiProperty({ example: 'FILE_NOT_RECOGNISED' }) code!: string;
  @ApiProperty() sentence!: string;
}

export class ImportFileDto {
  @ApiProperty() name!: string;
  @ApiProperty({ nullable: true, type: String, description: 'Null for a file that was refused whole.' }) module!: string | null;
  @ApiProperty({ description: 'Rows read; 0 for a refused file, whose rows are in no total.' }) rows!: number;
  @ApiProperty() applied!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() corrected!: number;
  @ApiProperty() setAside!: number;
  @ApiProperty() findings!: number;
  @ApiProperty({ nullable: true, type: RefusedFileDto }) refused!: RefusedFileDto | null;
  @ApiProperty({ type: [String], description: 'Columns that the return does not have; they were left out.' }) otherColumns!: string[];
}

export class ImportSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['running', 'done', 'failed'] }) status!: string;
  @ApiProperty({ description: 'Checked only: nothing was applied.' }) check!: boolean;
  @ApiProperty({ description: 'The year in which the collection ends.' }) year!: number;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) asAt!: string | null;
  @ApiProperty() authority!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty() startedBy!: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) endedAt!: string | null;
  @ApiProperty({ type: RowCountsDto }) rows!: RowCountsDto;
  @ApiProperty() findings!: number;
  @ApiProperty() nothingChanged!: boolean;
}

export class ProgressDto {
  @ApiProperty({ description: 'Children done.' }) done!: number;
  @ApiProperty({ description: 'Children to do; 0 while it is not known.' }) total!: number;
}

export class ImportViewDto extends ImportSummaryDto {
  @ApiProperty({ enum: ['reading', 'checking', 'applying', 'ended'] }) phase!: string;
  @ApiProperty({ type: ProgressDto }) progress!: ProgressDto;
  @ApiProperty({ type: [ImportFileDto] }) files!: ImportFileDto[];
  @ApiProperty({ description: 'A checked import whose rows are still kept.' }) canApply!: boolean;
  @ApiProperty({ nullable: true, type: String }) failure!: string | null;
}

export class ImportsPageDto {
  @ApiProperty({ type: [ImportSummaryDto] }) items!: ImportSummaryDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class ImportFindingDto {
  @ApiProperty({ description: 'The DfE’s number, or a word for what the import itself found.' }) rule!: string;
  @ApiProperty() module!: string;
  @ApiProperty({ nullable: true, type: String }) file!: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Spreadsheet row: the first line is row 1.' }) row!: number | null;
  @ApiProperty({ nullable: true, type: String }) column!: string | null;
  @ApiProperty() sentence!: string;
}

export class ImportFindingsPageDto {
  @ApiProperty({ type: [ImportFindingDto] }) items!: ImportFindingDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class FirstOfThemDto {
  @ApiProperty() file!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ nullable: true, type: String }) column!: string | null;
  @ApiProperty({ nullable: true, type: String }) written!: string | null;
}

export class FindingRuleDto {
  @ApiProperty() rule!: string;
  @ApiProperty() message!: string;
  @ApiProperty() module!: string;
  @ApiProperty() rows!: number;
  @ApiProperty() children!: number;
  @ApiProperty({ type: FirstOfThemDto }) first!: FirstOfThemDto;
}

export class FindingRulesPageDto {
  @ApiProperty({ type: [FindingRuleDto] }) items!: FindingRuleDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class SetAsideReasonDto {
  @ApiProperty() code!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() mend!: string;
  @ApiProperty({ type: [String] }) columns!: string[];
  @ApiProperty() rows!: number;
  @ApiProperty({ type: FirstOfThemDto }) first!: FirstOfThemDto;
}

export class SetAsideReasonsPageDto {
  @ApiProperty({ type: [SetAsideReasonDto] }) items!: SetAsideReasonDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class CorrectedChildDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ nullable: true, type: Object, additionalProperties: { type: 'string' } }) name!: { forename: string; surname: string } | null;
}

export class CorrectionDto {
  @ApiProperty({ type: CorrectedChildDto }) child!: CorrectedChildDto;
  @ApiProperty() module!: string;
  @ApiProperty() column!: string;
  @ApiProperty({ nullable: true, type: String, format: 'date', description: 'The day that names the row.' }) on!: string | null;
  @ApiProperty() was!: string;
  @ApiProperty() now!: string;
  @ApiProperty({ description: 'The collection year that first stated the earlier value.' }) statedIn!: number;
}

export class CorrectionsPageDto {
  @ApiProperty({ type: [CorrectionDto] }) items!: CorrectionDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
}

export class ImportFindingsQuery extends PageQuery {
  @Is(textOf(1, 40), { optional: true, description: 'Only findings of this rule.', example: '142' })
  rule?: string;
}

export class SetAsideQuery {
  @Is(textOf(1, 20), { optional: true, description: 'Only this module: its own columns, ready to mend and send again.', example: 'Episodes' })
  module?: string;
}

/** The parts of an upload, for the OpenAPI document: they are read as they come, in any order. */
export class UploadDto {
  @ApiProperty({ example: 'E10000028' }) authority!: string;
  @ApiProperty({ example: '2026', description: 'The year in which the collection ends.' }) year!: string;
  @ApiPropertyOptional({ format: 'date', description: 'For a year in progress: the day to which the files are complete; today if not given.' }) asAt?: string;
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'true: check and apply nothing.' }) check?: string;
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'binary' }, description: '20 files of 100 MB at most.' }) files!: unknown[];
}

export class WithdrawalBody {
  @Is(textOf(1, 20), { example: 'Episodes' })
  module!: string;

  @Is(wholeNumber(2000, 2100), { description: 'The collection year that stated the row.', example: '2026' })
  year!: string;

  @Is(textOf(1, 120), { description: 'The row’s key, as the finding gives it.' })
  key!: string;

  @Is(textOf(20, 1000), { description: 'Why the row is withdrawn: at least 20 characters.' })
  reason!: string;
}
