import type { FactData, FactType } from '@permanence/locality-hub/domain';
import type { Day } from './days.js';
import { type Logged, groupedBy } from './log.js';

/** From a day on, to the first day without; open while no end is known. */
type Span = Readonly<{ from: Day; to?: Day | undefined }>;

export type Care = Span & Readonly<{ id: string; reason?: string | undefined; reviewDue?: Day | undefined; healthDue?: Day | undefined }>;
export type Stay = Span & Readonly<{ id: string; type: string; provider?: string | undefined; area?: string | undefined; continues?: string | undefined; returnsTo?: string | undefined; visitDue?: Day | undefined; byCarer: boolean }>;
export type Step = Readonly<{ fact: string; on: Day; reason?: string | undefined; outside?: boolean | undefined }>;
type Move = Readonly<{ stayId: string; part: 'start' | 'end'; late: boolean; endKind?: string | undefined }>;
type Assessment = Readonly<{ on: Day; kind: string; informed: boolean }>;
export type Birthday = Readonly<{ on: Day; inTouch?: string | undefined; activity?: string | undefined; accommodation?: string | undefined; suitable?: number | undefined }>;

/** Everything that indicators ask of one child, as it was known on some day. */
export type Life = Readonly<{
  born?: Day | undefined;
  ethnicity?: string | undefined;
  care: readonly Care[];
  stays: readonly Stay[];
  /** Days on which stays began and ended, each with the stay: an end may be known of a stay that is not. */
  changes: readonly Readonly<{ stayId: string; part: 'start' | 'end'; on: Day }>[];
  steps: readonly Step[];
  reviews: readonly Readonly<{ on: Day; code?: string | undefined; nextDue?: Day | undefined }>[];
  seen: readonly Readonly<{ on: Day; nextDue: Day }>[];
  assessments: readonly Assessment[];
  dentist: readonly Day[];
  moves: readonly Move[];
  needs: readonly Readonly<{ on: Day; disabilities?: readonly string[] | undefined; reasons?: readonly string[] | undefined }>[];
  leaving: readonly Readonly<{ on: Day; status: string; unit: string }>[];
  birthdays: readonly Birthday[];
}>;

/** Of what was told in the order of recording, the newest that says something. */
const newest = <T>(told: readonly (T | undefined)[]): T | undefined => told.findLast((each) => each !== undefined);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDay = <T extends Readonly<{ on: Day }>>(all: readonly T[]): readonly T[] => [...all].sort((a, b) => inOrder(a.on, b.on));
const byStart = <T extends Readonly<{ from: Day; id: string }>>(all: readonly T[]): readonly T[] => [...all].sort((a, b) => inOrder(a.from, b.from) || inOrder(a.id, b.id));

/** One child's events by what they are, in the order of recording. */
class Told {
  private readonly byType: ReadonlyMap<string, readonly Logged[]>;

  constructor(events: readonly Logged[]) {
    this.byType = groupedBy(events, ({ type }) => type);
  }

  of<T extends FactType, As>(type: T, as: (data: FactData[T], on: Day) => As): As[] {
    return (this.byType.get(type) ?? []).map(({ on, data }) => as(data as FactData[T], on));
  }
}

const careOf = (told: Told): readonly Care[] => {
  const ends = told.of('care-period-ended', ({ carePeriodId: id, reasonCode: reason }, to) => ({ id, to, reason }));
  const starts = told.of('care-period-started', ({ carePeriodId: id, startKnown, firstReviewDueOn, initialHealthDueOn }, from) => ({ id, from, reviewDue: startKnown ? firstReviewDueOn : undefined, healthDue: startKnown ? initialHealthDueOn : undefined }));
  return byStart(starts.map((start) => ({ ...start, ...ends.find(({ id }) => id === start.id) })));
};

const staysOf = (told: Told): readonly Stay[] => {
  const ends = told.of('placement-ended', ({ stayId: id, endKind }, to) => ({ id, to, byCarer: endKind === 'unplanned-by-carer' }));
  const starts = told.of('placement-started', (data, from) => ({
    id: data.stayId, from, type: data.placementType, provider: data.provider, area: data.localAuthorityCode, continues: data.continuesStayId, returnsTo: data.returnsToStayId, visitDue: data.firstVisitDueOn, byCarer: false,
  }));
  return byStart(starts.map((start) => ({ ...start, ...ends.find(({ id }) => id === start.id) })));
};

const sidesOf = (told: Told): Life['changes'] => [
  ...told.of('placement-started', ({ stayId }, on) => ({ stayId, part: 'start' as const, on })),
  ...told.of('placement-ended', ({ stayId }, on) => ({ stayId, part: 'end' as const, on })),
];

const healthOf = (told: Told): Pick<Life, 'assessments' | 'dentist' | 'seen'> => ({
  assessments: told.of('health-assessment-completed', ({ heldOn: on, kind, status, sdqUsedId }) => ({ on, kind, status, informed: sdqUsedId !== undefined })).filter(({ status }) => status === 'completed'),
  dentist: told.of('dental-check-completed', ({ checkedOn: on, status }) => ({ on, status })).filter(({ status }) => status === 'completed').map(({ on }) => on),
  seen: told.of('statutory-visit-recorded', ({ seen, nextDueOn }, on) => (seen && nextDueOn !== undefined ? [{ on, nextDue: nextDueOn }] : [])).flat(),
});

/** Reads what is known of one child, in the order of recording. */
export const lifeOf = (events: readonly Logged[]): Life => {
  const told = new Told(events);
  return {
    born: newest(told.of('child-updated', ({ birthDate }) => birthDate)), ethnicity: newest(told.of('child-updated', ({ ethnicityCode }) => ethnicityCode)),
    care: careOf(told), stays: staysOf(told), changes: sidesOf(told), ...healthOf(told),
    steps: byDay(told.of('outside-fact-recorded', ({ fact, on, reason, placedOutsideAuthority: outside }) => ({ fact, on, reason, outside }))),
    reviews: byDay(told.of('review-held', ({ heldOn: on, participationCode: code, nextDueOn: nextDue }) => ({ on, code, nextDue }))),
    moves: told.of('placement-move-recorded', ({ stayId, part, late, endKind }) => ({ stayId, part, late, endKind })),
    needs: byDay(told.of('characteristics-recorded', ({ disabilityCodes: disabilities, harderToPlaceReasons: reasons }, on) => ({ on, disabilities, reasons }))),
    leaving: byDay(told.of('leaving-care-status-changed', ({ from: on, status, unit }) => ({ on, status, unit }))),
    birthdays: byDay(told.of('care-leaver-status-recorded', ({ recordedFor: on, inTouch, activity, accommodation, suitable }) => ({ on, inTouch, activity, accommodation, suitable }))),
  };
};
