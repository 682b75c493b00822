import { type LocalDate, type TenantId, type Uuid, addMonths } from '@permanence/kernel/values';
import { type CarePeriodSpan, type Fact, type FactOf, type StaySpan, allocationOn, carePeriods, factData, factsOfType, stays } from '@permanence/locality-hub/domain';
import type { KnownChild } from '@permanence/locality-hub/service';
import { Random, seedOf } from '../random.js';

/** Who writes in a council's record: accounts and workers by the ids under which the record knows them. */
export type Hands = Readonly<{ workers: ReadonlyMap<string, Uuid>; managers: readonly Uuid[]; officers: readonly Uuid[] }>;

/** What is one for all children of a council. */
export type PastSetting = Readonly<{
  tenant: TenantId;
  seed: string | number;
  /** Nothing of this day or later is told: the region ends with the day before. */
  today: LocalDate;
  /** Since when the council keeps its record here; of what was before it only that is taken over which still counts. */
  keptFrom: LocalDate;
  hands: Hands;
}>;

/** A period of care with what files tell of it. */
export type Care = Readonly<{ from: LocalDate; to: LocalDate; ended: boolean; span: CarePeriodSpan; stays: readonly StaySpan[]; reviews: readonly FactOf<'review-held'>[] }>;

/** A child's past as files tell it: what the record's own facts must agree with. */
export type Past = Readonly<{ child: KnownChild; setting: PastSetting; born: LocalDate | undefined; care: readonly Care[]; random: Random }>;

const byDay = (a: { effectiveOn: LocalDate }, b: { effectiveOn: LocalDate }): number => (a.effectiveOn < b.effectiveOn ? -1 : 1);

/** Reads a child's past. The chance of each child is its own, whoever else is told. */
export const pastOf = (child: KnownChild, setting: PastSetting): Past => {
  const all = stays(child.facts);
  const reviews = factsOfType(child.facts, 'review-held').sort(byDay);
  const care = carePeriods(child.facts).map((span): Care => ({
    from: span.from, to: span.to ?? setting.today, ended: span.to !== undefined, span,
    stays: all.filter(({ data }) => data.carePeriodId === span.data.carePeriodId), reviews: reviews.filter(({ data }) => data.carePeriodId === span.data.carePeriodId),
  }));
  return { child, setting, born: factData(child.facts, 'child-updated')?.birthDate, care: care.filter(({ to }) => to > setting.keptFrom), random: new Random(seedOf(setting.seed, setting.tenant, child.code, child.recordNo)) };
};

/** The day of a birthday. */
export const birthdayOf = (born: LocalDate, age: number): LocalDate => addMonths(born, age * 12);

/** The later of two days. */
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** The earlier of two days. */
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** Whose the child was on a day, else one of the council's workers: always the same one for the child. */
export const workerOn = ({ child, setting, random }: Past, day: LocalDate, facts: readonly Fact[] = child.facts): Uuid => {
  const { workers, managers } = setting.hands;
  const registration = allocationOn(facts, day)?.swRegistration ?? '';
  const all = [...workers.values()];
  return workers.get(registration) ?? all[random.fork('worker').between(0, Math.max(0, all.length - 1))] ?? (managers[0] as Uuid);
};

/** A council's own share of what goes well in a year: steady, between two bounds. */
export const shareOf = ({ seed, tenant }: PastSetting, kind: string, day: LocalDate, [least, most]: readonly [number, number]): number =>
  least + (most - least) * new Random(seedOf(seed, tenant, 'share', kind, day.slice(0, 4))).next();
