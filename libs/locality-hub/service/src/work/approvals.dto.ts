import { ApiProperty } from '@nestjs/swagger';
import { LocalDate, Uuid } from '@permanence/kernel/values';
import { PERMANENCE_ROUTES, type PermanenceRoute } from '@permanence/locality-hub/domain';
import { Is, wholeNumber } from '@permanence/platform/http';
import { ChildRowDto } from '../children/children.dto.js';
import { RefusalDto } from '../children/commands.dto.js';
import { PlanPersonDto } from '../permanence/plan.dto.js';
import { APPROVAL_KINDS, type ApprovalKind, type ApprovalPlace } from './approvals.store.js';

const MOST = 100;

/** A row's place as text: the day, a dot, the child. @throws TypeError with a sentence */
export const approvalPlaceOf = (text: string): ApprovalPlace => {
  const [since = '', childId = ''] = text.split('.');
  try {
    return { since: LocalDate(since), childId: Uuid(childId) };
  } catch {
    throw new TypeError('This is no place in the list. Begin the list again.');
  }
};

export const textOfApproval = ({ since, childId }: ApprovalPlace): string => `${since}.${childId}`;

export class ApprovalsQuery {
  @Is(wholeNumber(1, MOST), { optional: true, description: `Rows at most: 1 to ${MOST}, 20 unless said otherwise.` }) limit?: string;
  @Is(approvalPlaceOf, { optional: true, description: 'The `next` of the page before.' }) cursor?: string;
}

export class ApprovalDto {
  @ApiProperty({ description: 'Its place in the list.' }) id!: string;
  @ApiProperty({ enum: APPROVAL_KINDS, description: '`countersign`: a team manager’s word. `agree`: the reviewing officer’s, after a review.' }) kind!: ApprovalKind;
  @ApiProperty({ type: ChildRowDto }) child!: ChildRowDto;
  @ApiProperty({ nullable: true, type: String, enum: PERMANENCE_ROUTES, description: 'Where the plan leads.' }) route!: PermanenceRoute | null;
  @ApiProperty({ format: 'date', description: 'Since when it waits: proposed, or countersigned.' }) since!: LocalDate;
  @ApiProperty({ nullable: true, type: PlanPersonDto, description: 'Who proposed it, or who countersigned it.' }) by!: PlanPersonDto | null;
  @ApiProperty({ nullable: true, type: String, format: 'date', description: 'The newest review held since it was proposed.' }) reviewedOn!: LocalDate | null;
  @ApiProperty({ nullable: true, type: RefusalDto, description: 'Why the word cannot be given yet; null where it can.' }) refusal!: RefusalDto | null;
}

export class ApprovalsDto {
  @ApiProperty({ type: [ApprovalDto], description: 'Those that wait longest first.' }) items!: ApprovalDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty() total!: number;
}
