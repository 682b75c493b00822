import { NORTH_MIDLANDS } from '@permanence/contracts/partnership';
import { type AgreementTerms, FieldName, type SharedField, type SharingLevel, type Transform } from '@permanence/regional-hub/domain';
import { LocalDate } from '@permanence/kernel/values';

/** A line of the list below: the thing and its fields, one level and form, and the reason they share. */
type Line = readonly [entity: string, fields: string, level: SharingLevel, transform: Transform, justification: string];

/** Statistics: what the indicators are counted from. */
const STATISTICS: readonly Line[] = [
  ['event', 'recording', 'L0', 'as-is', 'Says which statement a fact came with, when it was written down and what it mends, so that figures can be shown as they were known.'],
  ['child', 'childId', 'L0', 'ref-only', 'Joins the facts of one child without saying who it is. It is random.'],
  ['child', 'birthDate', 'L0', 'as-is', 'Ages on any day are counted from it. It is shown to nobody.'],
  ['child', 'statedOn', 'L0', 'as-is', 'Says from which day on something is true of a child.'],
  ['child', 'ethnicityCode', 'L0', 'as-is', 'Shows whether some children wait longer than others.'],
  ['child', 'disabilityCodes harderToPlaceReasons', 'L0', 'as-is', 'Counts children who are harder to place, and why.'],
  ['care-period', 'carePeriodId', 'L0', 'ref-only', 'Joins the beginning and the end of one time in care.'],
  ['care-period', 'startedOn endedOn reasonCode firstReviewDueOn initialHealthDueOn', 'L0', 'as-is', 'Counts who is in care, how they leave, and what was due.'],
  ['stay', 'stayId continuesStayId returnsToStayId', 'L0', 'ref-only', 'Joins the stays of one child, so that moves are counted once.'],
  ['stay', 'startedOn endedOn placementType provider localAuthorityCode endKind firstVisitDueOn', 'L0', 'as-is', 'Counts stable homes, kinds of home, and homes far away.'],
  ['placement-move', 'part late exceptionReason endKind', 'L0', 'as-is', 'Counts moves written down in time, and homes that ended unplanned.'],
  ['outside-fact', 'fact on reason placedOutsideAuthority', 'L0', 'as-is', 'Counts the steps on the way to adoption.'],
  ['review', 'reviewId', 'L0', 'ref-only', 'Tells one review from another.'],
  ['review', 'heldOn participationCode nextDueOn', 'L0', 'as-is', 'Counts reviews held in time and children who took part.'],
  ['visit', 'visitId', 'L0', 'ref-only', 'Tells one visit from another.'],
  ['visit', 'visitedOn seen nextDueOn', 'L0', 'as-is', 'Counts visits made in time.'],
  ['health-assessment', 'assessmentId', 'L0', 'ref-only', 'Tells one health assessment from another.'],
  ['health-assessment', 'kind status heldOn informedBySdq', 'L0', 'as-is', 'Counts health assessments that are up to date. Nothing of what was found is shared.'],
  ['dental-check', 'status checkedOn', 'L0', 'as-is', 'Counts dental checks that are up to date.'],
  ['care-leaver', 'recordedFor inTouch activity accommodation suitable', 'L0', 'as-is', 'Counts care leavers in touch, in work or learning, and in a suitable home.'],
  ['leaving-care', 'status from unit', 'L0', 'as-is', 'Counts care leavers who are supported, and by whom.'],
  ['worker', 'workerId swRegistration team', 'L0', 'as-is', "Lets the child's own worker and team manager see whose case it is. Nobody else can."],
  ['allocation', 'allocationId', 'L0', 'ref-only', 'Joins the beginning and the end of one allocation.'],
  ['allocation', 'from to', 'L0', 'as-is', 'Says whose case a child is on a day.'],
  ['collection', 'year modules completeTo', 'L0', 'as-is', 'Says for which months a council has sent its files.'],
  ['record-kept', 'kinds from', 'L0', 'as-is', 'Says since when a council keeps its records here.'],
];

/** A row of the tracker: never a name, an exact birth date, an address or a school. */
const TRACKER: readonly Line[] = [
  ['child', 'childId', 'L1', 'ref-only', 'Shown as a tracker reference that cannot be worked out from it.'],
  ['child', 'birthDate', 'L1', 'month-only', 'The month of birth and the band of ages: families are approved for ages.'],
  ['child', 'sex', 'L1', 'as-is', 'Families are approved for boys, girls or either.'],
  ['child', 'ethnicityCode', 'L1', 'broad-group', 'A family that shares the heritage of the child is looked for first.'],
  ['child', 'siblingGroupIds', 'L1', 'ref-only', 'Brothers and sisters who should stay together need one family.'],
  ['child', 'disabilityCodes harderToPlaceReasons', 'L1', 'broad-group', 'Shown as a need and as a reason why a child waits, no more.'],
  ['child', 'restricted', 'L1', 'as-is', 'A child whose record is shut is not shown among few. Why it is shut is not shared.'],
  ['care-period', 'startedOn endedOn', 'L1', 'as-is', 'Days since the child came into care.'],
  ['stay', 'placementType provider', 'L1', 'broad-group', 'The kind of home now: with own carers, an agency, relatives or a home.'],
  ['stay', 'localAuthorityCode', 'L1', 'broad-group', 'Whether the child lives inside the region.'],
  ['plan', 'planId', 'L1', 'ref-only', 'Joins a plan with its changes.'],
  ['plan', 'primary parallels agreedOn changedOn milestone milestoneDueOn milestoneDoneOn milestones achievedRoute brokenDownCause', 'L1', 'as-is', 'Where the child is on the way, and the next step.'],
  ['outside-fact', 'fact on', 'L1', 'as-is', 'The steps on the way to adoption move the row on.'],
  ['worker', 'team', 'L1', 'as-is', 'The team to ring. No person is named.'],
];

/** The profile of one child: read where the record is, under a grant, and never stored in the region. */
const PROFILE: readonly Line[] = [
  ['profile', 'firstName', 'L2', 'as-is', 'A family that may care for a child can call the child by name.'],
  ['profile', 'age sex', 'L2', 'as-is', 'Families are approved for ages, and for boys, girls or either.'],
  ['profile', 'ethnicGroup', 'L2', 'broad-group', 'A family that shares the heritage of the child is looked for first.'],
  ['profile', 'siblings', 'L2', 'as-is', 'How many brothers and sisters are in care too.'],
  ['profile', 'placement', 'L2', 'broad-group', 'The kind of home now, not where it is.'],
  ['profile', 'needs', 'L2', 'as-is', 'What a family must be able to give.'],
  ['profile', 'plan', 'L2', 'as-is', 'Where the child is to live for good, in outline.'],
  ['profile', 'education', 'L2', 'as-is', 'Whether the child has a place at a school, not which one.'],
  ['profile', 'health', 'L2', 'as-is', 'Which checks are up to date, in outline. Nothing of what was found.'],
];

const fieldsOf = ([entity, fields, level, transform, justification]: Line): readonly SharedField[] =>
  fields.split(' ').map((field) => ({ name: FieldName(`locality-hub.${entity}.${field}`), level, transform, justification }));

/** Version 1 as the four councils signed it: exactly what the indicators and the tracker stand on. A change of what is shared is another version, never a change here; another partnership takes it over (`first-parties.ts`). */
export const FIRST_AGREEMENT: AgreementTerms = {
  version: 1,
  title: 'What we share of children who need a home for good',
  parties: NORTH_MIDLANDS.councils.map(({ code }) => code),
  purposes: ['tracking', 'family-finding', 'performance', 'audit'],
  lawfulBasis: 'Public task: UK GDPR article 6(1)(e), with the Children Act 1989, sections 17 and 22G',
  specialCategoryCondition: ['Substantial public interest, UK GDPR article 9(2)(g)', 'DPA 2018, schedule 1, paragraph 18'].join('; '),
  startsOn: LocalDate('2026-04-01'),
  reviewOn: LocalDate('2027-03-31'),
  retentionRule: 'What is stored in the region is erased when no agreement names it any more. Profiles are never stored there.',
  fields: [...STATISTICS, ...TRACKER, ...PROFILE].flatMap(fieldsOf),
};
