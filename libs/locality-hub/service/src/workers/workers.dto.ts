import { ApiProperty } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { ALLOCATION_ROLES, type AllocationRole } from '@permanence/locality-hub/domain';
import { Is, WholeListQuery, oneOf, textOf } from '@permanence/platform/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';

export class WorkersQuery extends WholeListQuery {
  @Is(oneOf(...ALLOCATION_ROLES), { optional: true, enum: ALLOCATION_ROLES, description: 'Only those who can be allocated to a child as this: a social worker, or `iro`, a reviewing officer.' })
  as?: AllocationRole;
}

export class WorkerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'locality-social-worker' }) role!: string;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
  @ApiProperty({ description: 'Children in care whose worker or reviewing officer this person is.' }) children!: number;
}

export class WorkersPageDto {
  @ApiProperty({ type: [WorkerDto] }) items!: WorkerDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class StaffMemberBody {
  @Is(textOf(1, 20), { description: 'Registration with Social Work England, as SW_ID of the return has it.', example: 'SW100001' })
  registration!: string;

  @Is(textOf(1, 100))
  forename!: string;

  @Is(textOf(1, 100))
  surname!: string;

  @Is(textOf(1, 50), { example: 'locality-social-worker' })
  role!: string;

  @Is(textOf(1, 100), { optional: true })
  team?: string;

  @Is(Uuid, { optional: true, description: 'The account with which the worker signs in, where it is known.' })
  id?: string;
}

/** A council has a few hundred social workers; the largest, under two thousand. */
const MOST_STAFF = 2000;

export class StaffListBody {
  @ApiProperty({ type: [StaffMemberBody] })
  @IsArray()
  @ArrayMaxSize(MOST_STAFF)
  @ValidateNested({ each: true })
  @Type(() => StaffMemberBody)
  items!: StaffMemberBody[];
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
