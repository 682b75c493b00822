import { ApiProperty } from '@nestjs/swagger';
import type { Instant, LocalDate } from '@permanence/kernel/values';

export class CalendarDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null where the person has none.' }) madeAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day on which it opens unless the person signs in again.' }) opensUntil!: LocalDate | null;
}

export class NewCalendarDto {
  @ApiProperty({ description: 'The address for a calendar program, without the origin. It is told once.' }) path!: string;
}
