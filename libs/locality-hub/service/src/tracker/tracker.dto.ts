import { ApiExtraModels, ApiProperty, IntersectionType, getSchemaPath } from '@nestjs/swagger';
import { type LocalDate, Uuid } from '@permanence/kernel/values';
import { HARD_TO_PLACE, NEXT_STEPS, type NextStepCode, PERMANENCE_ROUTES, type PermanenceRoute, PLAN_STATUSES, type PlanStatus, TRACKER_STEPS, type TrackerStepCode } from '@permanence/locality-hub/domain';
import { Is, PageQuery, oneOf, textOf } from '@permanence/platform/http';
import { PersonNameDto, RestrictedRowDto, WorkerNameDto } from '../children/children.dto.js';
import { TRACKER_SORTS, type TrackerSort } from './tracker.store.js';

const YES = ['true'] as const;
type Yes = (typeof YES)[number];
const SETTLED = ['yes', 'no'] as const;

/** What narrows and orders the tracker: codes only, so that it can be kept and shared. */
export class TrackerState {
  @Is(oneOf(...TRACKER_SORTS), { optional: true, enum: TRACKER_SORTS, description: '`next-due` unless said otherwise.' })
  sort?: TrackerSort;

  @Is(textOf(1, 100), { optional: true, description: 'A team of the council.' })
  team?: string;

  @Is(Uuid, { optional: true, description: 'A worker of the council.' })
  worker?: Uuid;

  @Is(oneOf(...PERMANENCE_ROUTES), { optional: true, enum: PERMANENCE_ROUTES, description: 'The main plan.' })
  route?: PermanenceRoute;

  @Is(oneOf(...NEXT_STEPS), { optional: true, enum: NEXT_STEPS, description: 'The next step.' })
  next?: NextStepCode;

  @Is(oneOf(...SETTLED), { optional: true, enum: SETTLED, description: 'Whether the plan is achieved.' })
  settled?: (typeof SETTLED)[number];

  @Is(oneOf(...YES), { optional: true, enum: YES, description: 'No plan agreed by the day by which it was due (C18).' })
  noPlan?: Yes;

  @Is(oneOf(...YES), { optional: true, enum: YES, description: 'A main plan and no second one.' })
  noParallel?: Yes;

  @Is(oneOf(...YES), { optional: true, enum: YES, description: 'The next step is late.' })
  late?: Yes;

  @Is(oneOf(...YES), { optional: true, enum: YES, description: 'Harder to place, for whatever reason.' })
  harder?: Yes;
}

export class TrackerQuery extends IntersectionType(TrackerState, PageQuery) {
  @Is(textOf(1, 100), { optional: true, description: 'A reference or a council’s code whole, or the beginning of a name.' })
  q?: string;
}

/** What people take lists away for. */
export const EXPORT_PURPOSES = ['team-meeting', 'supervision', 'planning-meeting', 'inspection', 'statutory-return'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

export class TrackerExportQuery extends TrackerState {
  @Is(textOf(1, 100), { optional: true, description: 'As for the list.' })
  q?: string;

  @Is(oneOf(...EXPORT_PURPOSES), { enum: EXPORT_PURPOSES, description: 'What the list is taken away for: it is written down with the export.' })
  purpose!: ExportPurpose;
}

const day = { format: 'date' } as const;
const orDay = { nullable: true, type: String, format: 'date' } as const;

export class TrackerStepDto {
  @ApiProperty({ enum: TRACKER_STEPS }) code!: TrackerStepCode;
  @ApiProperty(day) on!: LocalDate;
}

export class TrackerNextDto {
  @ApiProperty({ enum: NEXT_STEPS }) code!: NextStepCode;
  @ApiProperty(day) dueOn!: LocalDate;
  @ApiProperty({ description: '0 until the day after it was due.' }) daysLate!: number;
  @ApiProperty({ nullable: true, type: WorkerNameDto }) owner!: WorkerNameDto | null;
  @ApiProperty({ description: 'Something stands in the way.' }) blocked!: boolean;
  @ApiProperty({ nullable: true, type: String, description: 'What stands in the way; null also for those whose role does not read it.' }) blocker!: string | null;
}

export class TrackerPlanDto {
  @ApiProperty({ enum: PLAN_STATUSES }) status!: PlanStatus;
  @ApiProperty({ nullable: true, type: String, enum: PERMANENCE_ROUTES }) primary!: PermanenceRoute | null;
  @ApiProperty({ enum: PERMANENCE_ROUTES, isArray: true }) parallels!: readonly PermanenceRoute[];
  @ApiProperty(orDay) agreedOn!: LocalDate | null;
  @ApiProperty({ ...orDay, description: 'C18, until a plan is agreed.' }) dueOn!: LocalDate | null;
  @ApiProperty({ description: 'C18 is over and no plan is agreed.' }) overdue!: boolean;
  @ApiProperty({ description: 'The second review was held without an agreed plan.' }) missingAtSecondReview!: boolean;
}

const HARDER = ['age-5-plus', ...HARD_TO_PLACE] as const;
export type HarderReason = (typeof HARDER)[number];

export class TrackerRowDto {
  @ApiProperty({ enum: ['child'] }) kind!: 'child';
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ example: 'CH-7F3K-2Q9M' }) reference!: string;
  @ApiProperty() councilCode!: string;
  @ApiProperty({ nullable: true, type: PersonNameDto }) name!: PersonNameDto | null;
  @ApiProperty({ nullable: true, type: Number, description: 'In whole years, today.' }) age!: number | null;
  @ApiProperty(orDay) inCareSince!: LocalDate | null;
  @ApiProperty({ nullable: true, type: Boolean, description: 'False: on or before that day.' }) inCareSinceKnown!: boolean | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Whole weeks in care.' }) weeks!: number | null;
  @ApiProperty({ nullable: true, type: WorkerNameDto }) worker!: WorkerNameDto | null;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
  @ApiProperty({ type: TrackerPlanDto }) plan!: TrackerPlanDto;
  @ApiProperty({ type: [TrackerStepDto], description: 'Steps taken in this time in care, oldest first.' }) steps!: readonly TrackerStepDto[];
  @ApiProperty({ nullable: true, type: TrackerNextDto }) next!: TrackerNextDto | null;
  @ApiProperty({ description: 'The next step is late.' }) late!: boolean;
  @ApiProperty({ enum: HARDER, isArray: true, description: 'Why the child is harder to place, today.' }) harder!: HarderReason[];
  @ApiProperty({ ...orDay, description: 'The region told on this day that the child, who is harder to place, has been looked for over 90 days without a match.' }) stuckOn!: LocalDate | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Reviews held in this time in care, where its start is known.' }) reviews!: number | null;
}

export class TrackerWorkerDto extends WorkerNameDto {
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
}

@ApiExtraModels(TrackerRowDto, RestrictedRowDto)
export class TrackerPageDto {
  @ApiProperty({ type: 'array', items: { oneOf: [{ $ref: getSchemaPath(TrackerRowDto) }, { $ref: getSchemaPath(RestrictedRowDto) }] } }) items!: (TrackerRowDto | RestrictedRowDto)[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
  @ApiProperty() total!: number;
  @ApiProperty(day) today!: LocalDate;
  @ApiProperty({ type: [String], description: 'Teams of children in reach.' }) teams!: string[];
  @ApiProperty({ type: [TrackerWorkerDto], description: 'Workers of children in reach.' }) workers!: TrackerWorkerDto[];
}
