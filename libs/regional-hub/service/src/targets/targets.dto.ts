import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { Is, WholeListQuery, textOf } from '@permanence/platform/http';
import { IndicatorId } from '../indicators/indicators.js';

/** A number with one decimal place at most, written in digits. @throws TypeError for anything else */
const decimal = (text: string): number => {
  if (!/^-?\d{1,6}(\.\d{1,3})?$/.test(text)) throw new TypeError('This must be a number such as 95 or 92.5.');
  return Number(text);
};

const INDICATOR = { example: 'cla-reviews-in-timescale-percentage' } as const;

export class TargetsQuery extends WholeListQuery {
  @Is(TenantId, { optional: true, description: 'ONS code of a council, or `region`; all unless said.', example: 'region' }) authority?: TenantId;
}

export class SetTargetBody {
  @Is(IndicatorId, INDICATOR) indicator!: IndicatorId;
  @Is(TenantId, { list: true, description: 'The councils, or `region`, that it is set for.', example: ['region', 'E10000028'] }) authorities!: TenantId[];
  @Is(decimal, { description: 'In the unit of the indicator: percent with one decimal place, or a count.', example: '95' }) value!: string;
  @Is(LocalDate, { description: 'The first day that it holds for.', example: '2026-04-01' }) from!: LocalDate;
  @Is(LocalDate, { optional: true, description: 'The last day; open unless said.' }) to?: LocalDate;
  @Is(textOf(3, 200), { description: 'Where the board’s decision is written down.', example: 'Management Board, 14 May 2026, item 4' }) reference!: string;
}

export class EndTargetBody {
  @Is(LocalDate, { description: 'The last day that it holds for.', example: '2026-09-30' }) to!: LocalDate;
}

export class TargetDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty(INDICATOR) indicator!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['count', 'percentage', 'rate'] }) measure!: string;
  @ApiProperty({ type: String, example: 'region' }) authority!: TenantId;
  @ApiProperty() value!: number;
  @ApiProperty({ type: String, format: 'date' }) from!: LocalDate;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to!: LocalDate | null;
  @ApiProperty() reference!: string;
}

export class TargetsPageDto {
  @ApiProperty({ type: [TargetDto] }) items!: TargetDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
