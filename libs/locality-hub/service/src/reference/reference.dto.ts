import { ApiProperty } from '@nestjs/swagger';

export class DfeRuleDto {
  @ApiProperty({ example: '142' }) code!: string;
  @ApiProperty({ description: 'The DfE’s wording.' }) message!: string;
  @ApiProperty({ type: [Number], description: 'Collection years in which the rule is in force.' }) years!: number[];
}

export class DfeRulesPageDto {
  @ApiProperty({ type: [DfeRuleDto] }) items!: DfeRuleDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class ClockSpanDto {
  @ApiProperty({ example: 'working-days' }) unit!: string;
  @ApiProperty() count!: number;
}

export class ClockLengthDto {
  @ApiProperty({ description: 'The case in which it is this long.' }) when!: string;
  @ApiProperty({ nullable: true, type: ClockSpanDto, description: 'Null where the duty is bound to another event.' }) span!: ClockSpanDto | null;
}

export class ClockRuleDto {
  @ApiProperty({ example: 'C13' }) id!: string;
  @ApiProperty() sentence!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty() metBy!: string;
  @ApiProperty() source!: string;
  @ApiProperty() citation!: string;
  @ApiProperty() certainty!: string;
  @ApiProperty({ type: [ClockLengthDto] }) lengths!: ClockLengthDto[];
}

export class ClockRulesPageDto {
  @ApiProperty({ type: [ClockRuleDto] }) items!: ClockRuleDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
