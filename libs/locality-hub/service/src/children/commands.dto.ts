import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, Uuid } from '@permanence/kernel/values';
import { ALLOCATION_ROLES, type AllocationRole } from '@permanence/locality-hub/domain';
import { Is, oneOf, textOf } from '@permanence/platform/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean } from 'class-validator';
import { PersonNameDto, WorkerNameDto } from './children.dto.js';

const LONGEST_TEXT = 5000;

export class RestrictionBody {
  @ApiProperty({ description: 'False lifts the restriction.' })
  @IsBoolean({ message: 'This must be true or false.' })
  restricted!: boolean;

  @Is(Uuid, { list: true, description: 'Ids of `GET /workers`. Whoever restricts may open the record in any case.' })
  named!: Uuid[];

  @Is(textOf(0, LONGEST_TEXT), { description: 'At least 20 characters.' })
  reason!: string;
}

/** As many as a manager chooses on one page. */
const MOST_CHILDREN = 200;

export class AllocationBody {
  @Is(Uuid, { list: true, description: `Up to ${MOST_CHILDREN} children.` })
  @ArrayMinSize(1, { message: 'Choose at least one child.' })
  @ArrayMaxSize(MOST_CHILDREN, { message: `Choose ${MOST_CHILDREN} children at most.` })
  @ArrayUnique({ message: 'Name each child once.' })
  childIds!: Uuid[];

  @Is(Uuid, { description: 'An id of `GET /workers`.' })
  workerId!: Uuid;

  @Is(LocalDate, { description: 'The first day.' })
  from!: LocalDate;

  @Is(oneOf(...ALLOCATION_ROLES), { optional: true, enum: ALLOCATION_ROLES, description: 'As what: the children’s social worker unless said otherwise, or `iro`, their reviewing officer.' })
  role?: AllocationRole;

  @ApiProperty({ description: 'Says what would happen and does nothing.' })
  @IsBoolean({ message: 'This must be true or false.' })
  check!: boolean;
}

export class RefusalDto {
  @ApiProperty({ example: 'ALREADY_ALLOCATED' }) code!: string;
  @ApiProperty() sentence!: string;
  @ApiProperty() rule!: string;
}

export class AllocationResultDto {
  @ApiProperty({ format: 'uuid' }) childId!: Uuid;
  @ApiProperty() reference!: string;
  @ApiProperty({ nullable: true, type: PersonNameDto }) name!: PersonNameDto | null;
  @ApiProperty({ nullable: true, type: String, description: 'The worker, or the reviewing officer, before.' }) now!: string | null;
  @ApiProperty({ nullable: true, type: RefusalDto, description: 'Why this child was not allocated.' }) refusal!: RefusalDto | null;
}

export class AllocationResultsDto {
  @ApiProperty({ type: WorkerNameDto }) worker!: WorkerNameDto;
  @ApiProperty({ type: [AllocationResultDto] }) results!: AllocationResultDto[];
}
