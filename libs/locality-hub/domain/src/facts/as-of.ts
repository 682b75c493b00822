import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { factsOfType } from './fact.js';
import type { Fact, FactData, FactOf, FactType } from './fact.js';

/** Something that lasted from a day to the day before another; no `to`: it goes on. */
export type Span<T> = Readonly<{ from: LocalDate; to?: LocalDate; data: T }>;

/** A care period with how it ended. */
export type CarePeriodSpan = Span<FactOf<'care-period-started'>['data']> & Readonly<{ reasonCode?: string; nextHome?: string }>;

/** A stay with how it ended. */
export type StaySpan = Span<FactOf<'placement-started'>['data']> & Readonly<{ endKind?: string; reasonPlacementChange?: string }>;

/** A legal status within a care period. */
export type LegalStatusSpan = Span<Readonly<{ carePeriodId: Uuid; legalStatus: string }>>;

/** The care periods, in order. */
export const carePeriods = (facts: readonly Fact[]): CarePeriodSpan[] => {
  const ends = endsBy(facts, 'care-period-ended', ({ data }) => data.carePeriodId);
  return factsOfType(facts, 'care-period-started').sort(byEffectiveDay).map(({ effectiveOn, data }) => {
    const end = ends.get(data.carePeriodId);
    return { from: effectiveOn, to: end?.effectiveOn, data, reasonCode: end?.data.reasonCode, nextHome: end?.data.nextHome };
  });
};

/** The stays, in order: no two on one day. */
export const stays = (facts: readonly Fact[]): StaySpan[] => {
  const ends = endsBy(facts, 'placement-ended', ({ data }) => data.stayId);
  return factsOfType(facts, 'placement-started').sort(byEffectiveDay).map(({ effectiveOn, data }) => {
    const end = ends.get(data.stayId);
    return { from: effectiveOn, to: end?.effectiveOn, data, endKind: end?.data.endKind, reasonPlacementChange: end?.data.reasonPlacementChange };
  });
};

/** The legal statuses, in order: each care period from its first to its last day. */
export const legalStatuses = (facts: readonly Fact[]): LegalStatusSpan[] => {
  const changed = factsOfType(facts, 'legal-status-changed').sort(byEffectiveDay);
  return carePeriods(facts).flatMap(({ from, to, data: { carePeriodId, legalStatus } }) => {
    const steps = [{ from, legalStatus }, ...changed.filter(({ data }) => data.carePeriodId === carePeriodId).map(({ effectiveOn, data }) => ({ from: effectiveOn, legalStatus: data.legalStatus }))];
    return steps.map((step, index) => ({ from: step.from, to: steps[index + 1]?.from ?? to, data: { carePeriodId, legalStatus: step.legalStatus } }));
  });
};

/** Of spans of days the one that holds a day: begun by it and not ended on it (kpi.md convention 1). */
export const spanOn = <S extends Readonly<{ from: LocalDate; to?: LocalDate }>>(spans: readonly S[], day: LocalDate): S | undefined =>
  spans.findLast(({ from, to }) => from <= day && (to === undefined || to > day));

/** Whether the child is looked after at the end of a day. Short breaks (V3, V4) do not count. */
export const lookedAfterOn = (facts: readonly Fact[], day: LocalDate): boolean => spanOn(carePeriods(facts), day) !== undefined;

/** The stay on a day. */
export const placementOn = (facts: readonly Fact[], day: LocalDate): StaySpan | undefined => spanOn(stays(facts), day);

/** The first day of a placement with the same carers, back through the stays that it carries on. */
export const sameCarersSince = (all: readonly StaySpan[], stay: StaySpan): LocalDate => {
  const before = all.find(({ data }) => data.stayId === stay.data.continuesStayId);
  return before === undefined ? stay.from : sameCarersSince(all, before);
};

/** The legal status on a day. */
export const legalStatusOn = (facts: readonly Fact[], day: LocalDate): string | undefined => spanOn(legalStatuses(facts), day)?.data.legalStatus;

const endsBy = <T extends FactType>(facts: readonly Fact[], type: T, ownerOf: (fact: FactOf<T>) => Uuid): Map<Uuid, FactOf<T>> =>
  new Map(factsOfType(facts, type).map((fact) => [ownerOf(fact), fact]));

/** Order by the day on which it happened. */
export const byEffectiveDay = (a: { effectiveOn: LocalDate }, b: { effectiveOn: LocalDate }): number => (a.effectiveOn < b.effectiveOn ? -1 : 1);

/** What begins and ends beside the care periods. */
export type LastingStart = 'short-break-started' | 'missing-episode-started';

/** The spans of things that begin and end beside the care periods, in order. Each is known by its key, and its end by the same key. */
export const lastingSpans = <S extends LastingStart>(facts: readonly Fact[], start: S): Span<FactOf<S>['data']>[] => {
  const ends = new Map(facts.filter(({ key }) => key.endsWith(':ended')).map(({ key, effectiveOn }) => [key, effectiveOn]));
  return factsOfType(facts, start).sort(byEffectiveDay).map(({ key, effectiveOn, data }) => ({ from: effectiveOn, to: ends.get(`${key}:ended`), data }));
};

/** One fact about the child, or undefined. */
export const factData = <T extends FactType>(facts: readonly Fact[], type: T): FactData[T] | undefined => factsOfType(facts, type)[0]?.data as FactData[T] | undefined;
