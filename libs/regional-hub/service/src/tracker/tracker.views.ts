import { isPartner, shortNameOf } from '@permanence/contracts/partnership';
import { type PlacementKind, broadGroupOf, harderReasonsOf, searchDueOn, searchStageOf } from '@permanence/regional-hub/domain';
import { type LocalDate, type TenantId, ageOn, daysBetween, monthOf } from '@permanence/kernel/values';
import type { AgeBand, TrackerDetailsDto, TrackerRowDto } from './tracker.dto.js';
import type { TrackerLine } from './tracker.store.js';

const BANDS: readonly (readonly [below: number, band: AgeBand])[] = [[1, 'under-1'], [5, '1-4'], [10, '5-9'], [16, '10-15'], [18, '16-17'], [Infinity, '18-and-over']];

/** The band of the national statistics (kpi.md, convention 2). */
export const ageBandOf = (birthDate: LocalDate, on: LocalDate): AgeBand => (BANDS.find(([below]) => ageOn(birthDate, on) < below) ?? BANDS[0] as (typeof BANDS)[number])[1];

/** A line as the agreement lets it be shown: bands, months and groups; of a restricted child that there is one. */
export const trackerRow = (line: TrackerLine, today: LocalDate): TrackerRowDto => ({
  reference: line.reference, authority: { code: line.tenant, name: shortNameOf(line.tenant) }, details: line.restricted ? null : detailsOf(line, today),
});

const detailsOf = (line: TrackerLine, today: LocalDate): TrackerDetailsDto => {
  const { status, since, plan, parallel, birthDate, sex, ethnicity, siblings, team } = line;
  const reasons = harderReasonsOf({ birthDate, ethnicity, disabilities: line.disabilities, stated: line.statedReasons }, today);
  return {
    status, since, days: daysBetween(since, today), plan, parallel, sex, siblings, team, ...ageOf(birthDate, today), ethnicGroup: ethnicity === null ? null : broadGroupOf(ethnicity),
    placement: line.placementKind as PlacementKind | null, insideRegion: line.placementAuthority === null ? null : isPartner(line.placementAuthority as TenantId),
    next: line.nextCode === null ? null : { code: line.nextCode, dueOn: line.nextDueOn }, way: wayOf(line), reasons: [...reasons],
    ...(reasons.length === 0 ? { stage: null, searchDueOn: null } : { stage: searchStageOf(line, today), searchDueOn: searchDueOn(line) }),
  };
};

const ageOf = (birthDate: LocalDate | null, today: LocalDate): Pick<TrackerDetailsDto, 'ageBand' | 'birthMonth'> =>
  birthDate === null ? { ageBand: null, birthMonth: null } : { ageBand: ageBandOf(birthDate, today), birthMonth: monthOf(birthDate) };

const wayOf = ({ enteredOn, planAgreedOn, shouldBePlacedOn, placementOrderOn, familyFindingOn, matchedOn, placedOn, achievedOn }: TrackerLine): TrackerDetailsDto['way'] =>
  ({ enteredOn, planAgreedOn, shouldBePlacedOn, placementOrderOn, familyFindingOn, matchedOn, placedOn, achievedOn });
