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

export class ClockRuleDto {
  @ApiProperty({ example: 'C13' }) id!: string;
  @ApiProperty() action!: string;
  @ApiProperty() interval!: string;
  @ApiProperty() starts!: string;
  @ApiProperty() meets!: string;
  @ApiProperty() source!: string;
  @ApiProperty() certainty!: string;
  @ApiProperty() workingDays!: boolean;
}

export class ClockRulesPageDto {
  @ApiProperty({ type: [ClockRuleDto] }) items!: ClockRuleDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class MyAuthorityDto {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}

export class MeDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) roles!: string[];
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, description: 'What the person may do, and how far each reaches.' }) capabilities!: Record<string, string>;
  @ApiProperty({ type: MyAuthorityDto }) authority!: MyAuthorityDto;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
}
