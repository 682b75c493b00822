import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Uuid } from '@permanence/kernel/values';
import { Is, PageQuery, oneOf, textOf } from '@permanence/platform/http';
import { ChildLookedAtDto } from '../access/access.dto.js';
import { ALERT_KINDS, type AlertKind } from './alert.store.js';

const LONGEST_NOTE = 2000;

export class AlertsQuery extends PageQuery {
  @Is(oneOf(...ALERT_KINDS), { optional: true, enum: ALERT_KINDS })
  kind?: AlertKind;

  @Is(oneOf('true', 'false'), { optional: true, enum: ['true', 'false'], description: 'Only those not read yet, or only those that were.' })
  unread?: 'true' | 'false';
}

export class ReadAlertBody {
  @Is(textOf(0, LONGEST_NOTE), { description: 'What the officer wants to remember of it. It may be empty.' })
  note!: string;
}

export class LookerDto {
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ description: 'The council of the person.' }) authority!: string;
}

export class AlertReadDto {
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty() note!: string;
}

export class AlertDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ enum: ALERT_KINDS }) kind!: AlertKind;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: ChildLookedAtDto }) child!: ChildLookedAtDto;
  @ApiProperty({ type: LookerDto }) who!: LookerDto;
  @ApiProperty({ nullable: true, type: String, format: 'uuid', description: 'The emergency access that it tells of.' }) emergencyAccess!: Uuid | null;
  @ApiProperty({ nullable: true, type: AlertReadDto }) read!: AlertReadDto | null;
}

export class AlertsPageDto {
  @ApiProperty({ type: [AlertDto] }) items!: AlertDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
}

export class MyAlertsDto {
  @ApiProperty({ type: [AlertDto] }) items!: AlertDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
