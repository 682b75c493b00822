import { ApiProperty } from '@nestjs/swagger';
import { HARDER_REASONS, PLACEMENT_KINDS, type PlacementKind, SEARCH_STAGES, type SearchStage, TRACKED_PLANS, TRACKER_STATUSES, type TrackedPlan, TrackerReference, type TrackerStatus } from '@permanence/regional-hub/domain';
import { type LocalDate, type Month, TenantId, type Uuid } from '@permanence/kernel/values';
import { Is, oneOf, wholeNumber } from '@permanence/platform/http';
import { TRACKER_SORTS, type TrackerSort } from './tracker.store.js';

const AGE_BANDS = ['under-1', '1-4', '5-9', '10-15', '16-17', '18-and-over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const statusesOf = oneOf('on-the-way', ...TRACKER_STATUSES);
const yes = oneOf('true', 'false');

export class TrackerQuery {
  @Is(TenantId, { optional: true, description: 'Children of one council.' }) authority?: TenantId;
  @Is(statusesOf, { optional: true, enum: ['on-the-way', ...TRACKER_STATUSES], description: 'Those whose way has not ended, unless said otherwise.' }) status?: TrackerStatus | 'on-the-way';
  @Is(oneOf(...TRACKED_PLANS), { optional: true, enum: TRACKED_PLANS }) plan?: TrackedPlan;
  @Is(yes, { optional: true, enum: ['true', 'false'], description: 'Only children who are harder to place.' }) harder?: 'true' | 'false';
  @Is(oneOf(...HARDER_REASONS), { optional: true, enum: HARDER_REASONS }) reason?: (typeof HARDER_REASONS)[number];
  @Is(oneOf(...SEARCH_STAGES), { optional: true, enum: SEARCH_STAGES, description: 'Where the search for a family stands.' }) stage?: SearchStage;
  @Is(oneOf(...TRACKER_SORTS), { optional: true, enum: TRACKER_SORTS, description: 'Longest in the status first, unless said otherwise.' }) sort?: TrackerSort;
}

export class TrackerPageQuery extends TrackerQuery {
  @Is(wholeNumber(1, 500), { optional: true, description: 'Rows at most: 1 to 500, 50 unless said otherwise.' }) limit?: string;
  @Is(TrackerReference, { optional: true, description: 'The `next` of the page before.' }) cursor?: TrackerReference;
}

const day = { type: String, format: 'date', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class TrackerWayDto {
  @ApiProperty({ type: String, format: 'date' }) enteredOn!: LocalDate;
  @ApiProperty(day) planAgreedOn!: LocalDate | null;
  @ApiProperty(day) shouldBePlacedOn!: LocalDate | null;
  @ApiProperty(day) placementOrderOn!: LocalDate | null;
  @ApiProperty(day) familyFindingOn!: LocalDate | null;
  @ApiProperty(day) matchedOn!: LocalDate | null;
  @ApiProperty(day) placedOn!: LocalDate | null;
  @ApiProperty(day) achievedOn!: LocalDate | null;
}

export class TrackerNextDto {
  @ApiProperty({ description: 'A milestone, or `plan`: one is to be agreed.' }) code!: string;
  @ApiProperty(day) dueOn!: LocalDate | null;
}

export class TrackerCouncilDto {
  @ApiProperty({ type: String }) code!: TenantId;
  @ApiProperty() name!: string;
}

/** What the sharing agreement names of one child, and nothing else. */
export class TrackerDetailsDto {
  @ApiProperty({ enum: TRACKER_STATUSES }) status!: TrackerStatus;
  @ApiProperty({ type: String, format: 'date' }) since!: LocalDate;
  @ApiProperty() days!: number;
  @ApiProperty({ enum: AGE_BANDS, nullable: true }) ageBand!: AgeBand | null;
  @ApiProperty({ ...text, example: '2020-03' }) birthMonth!: Month | null;
  @ApiProperty(text) sex!: string | null;
  @ApiProperty(text) ethnicGroup!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Brothers and sisters on the way too, the child among them.' }) siblings!: number | null;
  @ApiProperty({ enum: PLACEMENT_KINDS, nullable: true }) placement!: PlacementKind | null;
  @ApiProperty({ type: Boolean, nullable: true }) insideRegion!: boolean | null;
  @ApiProperty({ enum: TRACKED_PLANS, nullable: true }) plan!: TrackedPlan | null;
  @ApiProperty({ enum: TRACKED_PLANS, nullable: true }) parallel!: TrackedPlan | null;
  @ApiProperty({ type: TrackerNextDto, nullable: true }) next!: TrackerNextDto | null;
  @ApiProperty({ ...text, description: 'The team to ring; no person.' }) team!: string | null;
  @ApiProperty({ type: TrackerWayDto }) way!: TrackerWayDto;
  @ApiProperty({ type: [String], description: 'Why the child is harder to place; empty for one who is not.' }) reasons!: string[];
  @ApiProperty({ enum: SEARCH_STAGES, nullable: true, description: 'Null for a child who is not harder to place.' }) stage!: SearchStage | null;
  @ApiProperty({ ...day, description: 'The last day on which the search has not taken too long.' }) searchDueOn!: LocalDate | null;
}

export class TrackerRowDto {
  @ApiProperty({ type: String, example: 'TRK-7F3K-9Q' }) reference!: TrackerReference;
  @ApiProperty({ type: TrackerCouncilDto }) authority!: TrackerCouncilDto;
  @ApiProperty({ type: TrackerDetailsDto, nullable: true, description: 'Null for a child whose record is restricted.' }) details!: TrackerDetailsDto | null;
}

export class TrackerPageDto {
  @ApiProperty({ type: [TrackerRowDto] }) items!: TrackerRowDto[];
  @ApiProperty(text) next!: TrackerReference | null;
  @ApiProperty() total!: number;
}

export class TrackerColumnDto {
  @ApiProperty({ enum: TRACKER_STATUSES }) status!: TrackerStatus;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [TrackerRowDto], description: 'The first of them.' }) items!: TrackerRowDto[];
}

export class TrackerBoardDto {
  @ApiProperty({ type: [TrackerColumnDto] }) items!: TrackerColumnDto[];
}

export class TrackedChildDto {
  @ApiProperty({ type: String, format: 'uuid' }) childId!: Uuid;
}
