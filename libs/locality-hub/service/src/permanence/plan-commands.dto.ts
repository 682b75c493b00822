import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { LocalDate, Uuid } from '@permanence/kernel/values';
import {
  CHANGE_REASONS, type ChangeReason, LIMB_STATUSES, LIMBS, type LimbName, type LimbStatus, MILESTONES, type MilestoneCode, OPTION_POSITIONS, type OptionPosition, PERMANENCE_ROUTES, type PermanenceRoute, REVERSAL_REASONS,
} from '@permanence/locality-hub/domain';
import { Is, WholeListQuery, oneOf, textOf, wholeNumber } from '@permanence/platform/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateNested } from 'class-validator';

const LONGEST_TEXT = 2000;
const LONGEST_BLOCKER = 200;
const MOST_VERSIONS = 100_000;
const words = textOf(0, LONGEST_TEXT);

export class PlanCheckBody {
  @ApiProperty({ description: 'Says what would happen and does nothing.' })
  @IsBoolean({ message: 'This must be true or false.' })
  check!: boolean;
}

export class OptionBody {
  @Is(oneOf(...PERMANENCE_ROUTES), { enum: PERMANENCE_ROUTES })
  route!: PermanenceRoute;

  @Is(oneOf(...OPTION_POSITIONS), { enum: OPTION_POSITIONS })
  position!: OptionPosition;

  @Is(words, { optional: true, description: 'Why: needed for a route that is ruled out.' })
  reason?: string;
}

export class PlaceOptionBody extends IntersectionType(OptionBody, PlanCheckBody) {}

export class PlannedStepBody {
  @Is(oneOf(...MILESTONES), { enum: MILESTONES }) code!: MilestoneCode;
  @Is(LocalDate) dueOn!: LocalDate;
  @Is(LocalDate, { optional: true, description: 'Absent: not done.' }) doneOn?: LocalDate;
  @Is(Uuid, { optional: true, description: 'An id of a worker of the council.' }) ownerId?: Uuid;
  @Is(textOf(1, LONGEST_BLOCKER), { optional: true, description: 'What stands in the way.' }) blocker?: string;
  @Is(oneOf(...PERMANENCE_ROUTES), { optional: true, enum: PERMANENCE_ROUTES, description: 'The option that the step belongs to.' }) route?: PermanenceRoute;
}

export class StepBody extends IntersectionType(PlannedStepBody, PlanCheckBody) {}

export class OptionsBody extends PlanCheckBody {
  @ApiProperty({ type: [OptionBody] })
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(PERMANENCE_ROUTES.length, { message: 'Name each route once.' })
  @ValidateNested({ each: true })
  @Type(() => OptionBody)
  options!: OptionBody[];
}

export class ProposalBody extends PlanCheckBody {
  @ApiProperty({ type: [PlannedStepBody] })
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(MILESTONES.length, { message: 'Name each step once.' })
  @ValidateNested({ each: true })
  @Type(() => PlannedStepBody)
  milestones!: PlannedStepBody[];
}

export class AgreementBody extends PlanCheckBody {
  @Is(Uuid, { description: 'A review that the record holds.' }) reviewId!: Uuid;
}

export class RevisionBody extends IntersectionType(OptionsBody, ProposalBody) {}

export class ChangeBody extends RevisionBody {
  @Is(oneOf(...CHANGE_REASONS, ...REVERSAL_REASONS), { enum: [...CHANGE_REASONS, ...REVERSAL_REASONS] })
  reasonCode!: ChangeReason;

  @Is(words) reason!: string;
}

export class LimbBody extends PlanCheckBody {
  @Is(oneOf(...LIMBS), { enum: LIMBS }) limb!: LimbName;
  @Is(words) target!: string;
  @Is(words) evidence!: string;
  @Is(oneOf(...LIMB_STATUSES), { enum: LIMB_STATUSES }) status!: LimbStatus;
}

const CAUSES = ['placement-ended', 'order-ended'] as const;

export class BreakdownBody extends PlanCheckBody {
  @Is(oneOf(...CAUSES), { enum: CAUSES }) cause!: (typeof CAUSES)[number];
  @Is(LocalDate, { description: 'The day on which it broke down.' }) on!: LocalDate;
  @Is(words, { optional: true }) reason?: string;
}

export class VersionsQuery extends WholeListQuery {
  @Is(wholeNumber(0, MOST_VERSIONS), { optional: true, description: 'The oldest version that is asked for.', example: '3' })
  from?: string;
}
