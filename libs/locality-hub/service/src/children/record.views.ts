import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type AllocationSpan, type CarePeriodSpan, type Fact, type StaySpan, carePeriods, factsOfType, lastingSpans, legalStatuses, stays } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { nameOf, restrictedRow, workerName } from './child.views.js';
import type { DueDto } from './children.dto.js';
import { dueOf } from './due.js';
import type { AllocationDto, CarePeriodDto, ChildFindingDto, HomeDto, LegalStatusDto, MissingTimeDto, NamedPersonDto, OutsideFactDto, ReviewDto, ShortBreakDto, SiblingDto } from './record.dto.js';
import type { ClockLine, FindingLine, NamedWorker, SiblingLine, WorkerOfChild } from './record.store.js';
import { openingOf } from './visibility.js';

/** The facts as pages show them, oldest first unless said otherwise. */
export const careOf = (facts: readonly Fact[]): CarePeriodDto[] =>
  carePeriods(facts).map(({ from, to, data, reasonCode }) => ({ from, startKnown: data.startKnown, to: to ?? null, reason: reasonCode ?? null }));

export const legalOf = (facts: readonly Fact[]): LegalStatusDto[] => legalStatuses(facts).map(({ from, to, data }) => ({ from, to: to ?? null, status: data.legalStatus }));

export const homesOf = (facts: readonly Fact[], postcodes: PostcodeDirectory): HomeDto[] => {
  const periods = carePeriods(facts);
  return stays(facts).map((stay) => homeOf(stay, periods, postcodes));
};

const homeOf = ({ from, to, data, endKind, reasonPlacementChange }: StaySpan, periods: readonly CarePeriodSpan[], postcodes: PostcodeDirectory): HomeDto => ({
  from, to: to ?? null, placement: data.placementType, provider: data.provider ?? null, place: placeOf(data.postcode, postcodes), outsideAuthority: data.outOfArea ?? null,
  reason: reasonPlacementChange ?? reasonOfLeaving(periods, data.carePeriodId, to), unplanned: endKind === 'unplanned-by-carer',
});

const placeOf = (postcode: string | undefined, postcodes: PostcodeDirectory): string | null => (postcode === undefined ? undefined : postcodes.find(postcode)?.district) ?? null;

/** Where care ended with the stay, why it did. */
const reasonOfLeaving = (periods: readonly CarePeriodSpan[], carePeriodId: Uuid, on: LocalDate | undefined): string | null =>
  (on === undefined ? undefined : periods.find((period) => period.data.carePeriodId === carePeriodId && period.to === on)?.reasonCode) ?? null;

export const shortBreaksOf = (facts: readonly Fact[]): ShortBreakDto[] =>
  lastingSpans(facts, 'short-break-started').map(({ from, to, data }) => ({ from, to: to ?? null, status: data.legalStatus }));

/** Newest first, each with the clock that it met. */
export const reviewsOf = (facts: readonly Fact[], clocks: readonly ClockLine[]): ReviewDto[] => {
  const met = new Map(clocks.map(({ metOn, clock }) => [metOn, clock]));
  return factsOfType(facts, 'review-held')
    .map(({ data: { heldOn, participationCode, dueOn } }) => ({ on: heldOn, participation: participationCode ?? null, dueOn: dueOn ?? null, clock: dueOn === undefined ? null : (met.get(heldOn) ?? null) }))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
};

/** Newest first. */
export const missingOf = (facts: readonly Fact[]): MissingTimeDto[] =>
  lastingSpans(facts, 'missing-episode-started').map(({ from, to, data }) => ({ from, to: to ?? null, kind: data.type ?? null })).reverse();

/** A worker's time with the child. */
export const workerOf = ({ from, to, workerId, swRegistration, changeReason }: AllocationSpan, people: readonly WorkerOfChild[]): AllocationDto => {
  const person = personOf(people, { workerId, swRegistration });
  return { from, to: to ?? null, workerId: person?.id ?? null, name: person === undefined ? null : workerName(person.forename, person.surname), registration: swRegistration ?? null, reason: changeReason ?? null };
};

export const findingOf = ({ rule, sentence, module, year, column }: FindingLine): ChildFindingDto => ({ rule, sentence, module, year, column });

/** The person of the council whom an allocation names: by id, or by registration. */
export const personOf = (people: readonly WorkerOfChild[], { workerId, swRegistration }: Readonly<{ workerId?: unknown; swRegistration?: unknown }>): WorkerOfChild | undefined =>
  people.find(({ id, registration }) => (workerId === undefined ? registration !== null && registration === swRegistration : id === workerId));

export const adoptionOf = (facts: readonly Fact[]): OutsideFactDto[] =>
  factsOfType(facts, 'outside-fact-recorded').map(({ data: { fact, on, reason, placedOutsideAuthority } }) => ({ fact, on, reason: reason ?? null, outsideAuthority: placedOutsideAuthority ?? null }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** The clocks that run, the earliest first. */
export const runningOf = (clocks: readonly ClockLine[], today: LocalDate): DueDto[] => clocks.filter(({ running }) => running).map(({ clock, dueOn }) => dueOf(clock, dueOn, today));

/** Brothers and sisters. One who is another worker's is shown as such and no more: whom to ask. */
export const siblingsOf = (siblings: readonly SiblingLine[], facts: readonly Fact[], who: Who): SiblingDto[] => {
  const home = stays(facts).findLast(({ to }) => to === undefined)?.data.postcode;
  return siblings.map((sibling) => {
    const opening = openingOf(who, sibling);
    if (opening.kind !== 'open') return restrictedRow(sibling, opening.kind === 'ask' ? opening.ask : askWorkerOf(sibling));
    const { id, reference, birthDate, lookedAfter, placement, place, postcode } = sibling;
    return {
      kind: 'child', id, reference, name: nameOf(sibling), born: birthDate, lookedAfter, sameHome: lookedAfter && home !== undefined && postcode === home,
      home: placement === null ? null : { placement, place },
    };
  });
};

const askWorkerOf = ({ restricted, workerForename, workerSurname }: SiblingLine): string =>
  restricted || workerForename === null ? 'Ask your team manager.' : `Ask their worker, ${workerName(workerForename, workerSurname ?? '')}.`;

export const namedPerson = ({ id, forename, surname, role, team, children }: NamedWorker): NamedPersonDto => ({ id, name: workerName(forename, surname), role, team, children });
