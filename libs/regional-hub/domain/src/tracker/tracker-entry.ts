import type { LocalDate } from '@permanence/kernel/values';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import type { Milestone, PlanTold, TimeInCare, TrackedChild } from './tracker-facts.js';

/** Where a child is on the way to permanence, in order (regional-hub 3.4). `linked` comes with the adoption service, whose event it is. */
export const TRACKER_STATUSES = ['entered-care', 'plan-changed', 'plan-agreed', 'family-finding', 'matched', 'placed', 'permanence-achieved', 'left-care'] as const;
export type TrackerStatus = (typeof TRACKER_STATUSES)[number];

/** What a plan comes to for the region; the routes of a council's plan are finer. */
export const TRACKED_PLANS = ['return-home', 'adoption', 'special-guardianship', 'child-arrangements', 'long-term-fostering', 'other'] as const;
export type TrackedPlan = (typeof TRACKED_PLANS)[number];

export const PLACEMENT_KINDS = ['own-carer', 'agency', 'relative', 'adopters', 'children-home', 'other'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** The child's way so far: the day of each step that was taken in this time in care. */
export type Way = Readonly<{
  enteredOn: LocalDate; planAgreedOn: LocalDate | null; shouldBePlacedOn: LocalDate | null; placementOrderOn: LocalDate | null; familyFindingOn: LocalDate | null;
  matchedOn: LocalDate | null; placedOn: LocalDate | null; achievedOn: LocalDate | null;
}>;

/** A row of the tracker as far as facts tell: what depends on today is told when it is shown. */
export type TrackerEntry = Way & Readonly<{
  status: TrackerStatus; since: LocalDate; plan: TrackedPlan | null; parallel: TrackedPlan | null; next: Readonly<{ code: string; dueOn: LocalDate | null }> | null;
  /** Since when a family is looked for: the plan was agreed, or a placement order made. */
  searchingSince: LocalDate | null; placementKind: PlacementKind | null; placementAuthority: string | null;
}>;

const PLAN_OF_ROUTE: Readonly<Record<string, TrackedPlan>> = {
  'return-home': 'return-home', adoption: 'adoption', 'connected-sgo': 'special-guardianship', 'sgo-by-foster-carer': 'special-guardianship', 'connected-cao': 'child-arrangements',
  'long-term-foster-in-house': 'long-term-fostering', 'long-term-foster-ifa': 'long-term-fostering',
};

const planOf = (route: string | null | undefined): TrackedPlan | null => (route === null || route === undefined ? null : (PLAN_OF_ROUTE[route] ?? 'other'));

/** Plans for which a family beyond the child's own circle is looked for. */
const NEEDS_FAMILY: readonly (TrackedPlan | null)[] = ['adoption', 'long-term-fostering'];

/** The row of a child who is or was in care; undefined for one of whom no time in care is known. */
export const trackerEntryOf = (child: TrackedChild): TrackerEntry | undefined => {
  const care = child.care.at(-1);
  if (care === undefined) return undefined;
  const told = child.plans.filter(({ on }) => on >= care.startedOn);
  const plan = planNow(told);
  const way = wayOf(child, care, told);
  const { status, since } = statusOf(way, care, told);
  return {
    ...way, status, since, plan: planOf(plan?.primary), parallel: planOf(plan?.parallels[0]), next: nextOf(status, care, told),
    searchingSince: NEEDS_FAMILY.includes(planOf(plan?.primary)) ? earliest(way.planAgreedOn, way.placementOrderOn) : way.placementOrderOn,
    placementKind: status === 'left-care' ? null : kindOf(child.placement), placementAuthority: status === 'left-care' ? null : (child.placement?.authority ?? null),
  };
};

/** The plan in force: the newest that was set, or what took its place; none after it broke down. */
const planNow = (told: readonly PlanTold[]): Readonly<{ primary: string | null; parallels: readonly string[] }> | undefined => {
  const last = told.findLast(({ kind }) => kind === 'set' || kind === 'changed' || kind === 'broken-down');
  return last?.kind === 'set' || last?.kind === 'changed' ? last : undefined;
};

/** Milestones of the plan in force with what was told of each since. */
const milestonesOf = (told: readonly PlanTold[]): readonly Milestone[] => {
  const at = told.findLastIndex(({ kind }) => kind === 'set');
  const set = told[at];
  if (set?.kind !== 'set' || told.slice(at).some(({ kind }) => kind === 'changed' || kind === 'broken-down')) return [];
  const found = new Map<string, Milestone>(set.milestones.map((each) => [each.code, each]));
  for (const each of told.slice(at)) if (each.kind === 'milestone') found.set(each.code, { code: each.code, dueOn: each.dueOn ?? found.get(each.code)?.dueOn ?? null, doneOn: each.doneOn });
  return [...found.values()];
};

const earliest = (...days: readonly (LocalDate | null)[]): LocalDate | null => days.filter((day) => day !== null).sort()[0] ?? null;

const wayOf = ({ steps }: TrackedChild, care: TimeInCare, told: readonly PlanTold[]): Way => {
  const step = (fact: string): LocalDate | null => steps.findLast((each) => each.fact === fact && each.on >= care.startedOn)?.on ?? null;
  const milestones = milestonesOf(told);
  const done = (...codes: readonly string[]): LocalDate | null => earliest(...milestones.filter(({ code }) => codes.includes(code)).map(({ doneOn }) => doneOn));
  return {
    enteredOn: care.startedOn, planAgreedOn: told.findLast(({ kind }) => kind === 'set')?.on ?? null,
    shouldBePlacedOn: step('adoption.should-be-placed-decided') ?? done('adm-should-be-placed'), placementOrderOn: step('adoption.court-authority-obtained') ?? done('placement-order'),
    familyFindingOn: done('family-finding'), matchedOn: step('adoption.match-decided') ?? done('match', 'long-term-match'), placedOn: step('adoption.child-placed') ?? done('placed'),
    achievedOn: step('adoption.order-made') ?? told.findLast(({ kind }) => kind === 'achieved')?.on ?? null,
  };
};

type Status = Readonly<{ status: TrackerStatus; since: LocalDate }>;

/** The furthest step since the plan last changed; leaving care ends the way, unless permanence did. */
const statusOf = (way: Way, care: TimeInCare, told: readonly PlanTold[]): Status => {
  const since = (status: TrackerStatus, on: LocalDate | null): readonly Status[] => (on === null ? [] : [{ status, since: on }]);
  if (way.achievedOn !== null && told.every(({ kind, on }) => kind !== 'broken-down' || on < (way.achievedOn ?? on))) return { status: 'permanence-achieved', since: way.achievedOn };
  if (care.endedOn !== null) return { status: 'left-care', since: care.endedOn };
  const changedOn = told.findLast(({ kind }) => kind === 'changed' || kind === 'broken-down')?.on;
  const steps = [
    ...since('placed', way.placedOn), ...since('matched', way.matchedOn), ...since('family-finding', earliest(way.familyFindingOn, way.placementOrderOn)), ...since('plan-agreed', way.planAgreedOn),
  ].filter((each) => changedOn === undefined || each.since > changedOn);
  return steps[0] ?? (changedOn === undefined ? { status: 'entered-care', since: way.enteredOn } : { status: 'plan-changed', since: changedOn });
};

/** What is to be done next and by when: the first milestone that is not done; without a plan, to agree one (C18). */
const nextOf = (status: TrackerStatus, care: TimeInCare, told: readonly PlanTold[]): TrackerEntry['next'] => {
  if (status === 'permanence-achieved' || status === 'left-care') return null;
  if (planNow(told)?.primary === undefined || planNow(told)?.primary === null) return { code: 'plan', dueOn: dueOn('C18', care.startedOn) };
  const open = milestonesOf(told).filter(({ doneOn }) => doneOn === null).sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  return open[0] === undefined ? null : { code: open[0].code, dueOn: open[0].dueOn };
};

/** Kinds of homes by 903 code and provider; the first that fits. Carers of another council are `own-carer`: in the region they are. */
const KINDS: readonly (readonly [kind: PlacementKind, placement: RegExp, provider: RegExp])[] = [
  ['adopters', /^A[3-6]$/, /.*/], ['relative', /^U[1-3]$/, /.*/], ['agency', /^U[4-6]$/, /^PR[45]$/], ['own-carer', /^U[4-6]$/, /.*/], ['children-home', /^K[12]$/, /.*/],
];

/** The kind of home, no finer than the agreement says. */
const kindOf = (placement: TrackedChild['placement']): PlacementKind | null => {
  const type = placement?.type ?? null;
  if (type === null) return null;
  return KINDS.find(([, ofType, ofProvider]) => ofType.test(type) && ofProvider.test(placement?.provider ?? ''))?.[0] ?? 'other';
};
