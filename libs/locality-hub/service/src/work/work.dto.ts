import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, Uuid } from '@permanence/kernel/values';
import { WORK_GROUPS, WORK_KINDS, type WorkGroup, type WorkKind } from '@permanence/locality-hub/domain';
import { CLOCKS } from '@permanence/statutory-clocks/catalogue';
import { Is, oneOf, wholeNumber } from '@permanence/platform/http';
import { ChildRowDto, DueDto } from '../children/children.dto.js';
import { WORK_SCOPES, type WorkPlace, type WorkScope } from './work.store.js';

const MOST = 100;

const clockOfText = oneOf(...CLOCKS.map(({ id }) => id));

/** A row's place as text: its day, child, clock and start, with dots between. @throws TypeError with a sentence */
export const placeOf = (text: string): WorkPlace => {
  const [dueOn = '', childId = '', clock = '', startedOn = ''] = text.split('.');
  try {
    return { dueOn: LocalDate(dueOn), childId: Uuid(childId), clock: clockOfText(clock), startedOn: LocalDate(startedOn) };
  } catch {
    throw new TypeError('This is no place in the list. Begin the list again.');
  }
};

export const textOfPlace = ({ dueOn, childId, clock, startedOn }: WorkPlace): string => [dueOn, childId, clock, startedOn].join('.');

export class WorkQuery {
  @Is(oneOf(...WORK_SCOPES), { optional: true, enum: WORK_SCOPES, description: 'The widest that the role has, unless said otherwise.' }) scope?: WorkScope;
  @Is(oneOf(...WORK_KINDS), { optional: true, enum: WORK_KINDS, description: 'Everything unless said otherwise.' }) kind?: WorkKind;
  @Is(oneOf(...WORK_GROUPS), { optional: true, enum: WORK_GROUPS, description: 'All three unless said otherwise.' }) group?: WorkGroup;
  @Is(wholeNumber(1, MOST), { optional: true, description: `Rows of each group at most: 1 to ${MOST}, 20 unless said otherwise.` }) limit?: string;
  @Is(placeOf, { optional: true, description: 'The `next` of the group asked for.' }) cursor?: string;
}

export class WorkItemDto {
  @ApiProperty({ description: 'Its place in the list.' }) id!: string;
  @ApiProperty({ enum: WORK_KINDS }) kind!: WorkKind;
  @ApiProperty({ type: DueDto }) due!: DueDto;
  @ApiProperty({ type: ChildRowDto }) child!: ChildRowDto;
}

export class WorkGroupDto {
  @ApiProperty({ enum: WORK_GROUPS }) group!: WorkGroup;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [WorkItemDto], description: 'Earliest first.' }) items!: WorkItemDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class WorkCountsDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The worker; null for a team, and for children whom nobody has.' }) id!: string | null;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true }) team!: string | null;
  @ApiProperty() overdue!: number;
  @ApiProperty() week!: number;
  @ApiProperty() later!: number;
}

export class WorkDto {
  @ApiProperty({ enum: WORK_SCOPES }) scope!: WorkScope;
  @ApiProperty({ type: [WorkGroupDto] }) groups!: WorkGroupDto[];
  @ApiProperty({ type: [ChildRowDto], description: 'Children who are missing now, longest first.' }) missing!: ChildRowDto[];
  @ApiProperty({ description: 'Children in care of whom no date is known.' }) undated!: number;
  @ApiProperty({ type: [WorkCountsDto], description: 'By worker for a team, by team for a council; empty for one’s own.' }) counts!: WorkCountsDto[];
}

