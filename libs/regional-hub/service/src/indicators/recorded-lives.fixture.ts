import fc from 'fast-check';
import { LocalDate, addDays } from '@permanence/kernel/values';
import type { Told, ToldChild } from '../told.fixture.js';

/** When somebody wrote it down, in days after it happened, and for one that was a mistake how long it stood. */
export type Written = Readonly<{ lag: number; stood?: number }>;
type At<T> = Readonly<T> & Written & Readonly<{ on: number }>;

/** A life as a council records it, in days since 1 January 2024. */
export type RecordedLife = Readonly<{
  born: At<{ date: LocalDate }> | null;
  ethnicity: At<{ code: string }> | null;
  periods: readonly Readonly<{ start: At<{ healthDue: number | null }>; end: At<object> | null }>[];
  stays: readonly Readonly<{ start: At<{ type: string; visitDue: number | null }>; end: At<{ byCarer: boolean }> | null; moved: readonly (At<{ part: 'start' | 'end'; late: boolean; kind: 'planned' | 'unplanned-other' }>)[] }>[];
  visits: readonly At<{ seen: boolean; next: number | null }>[];
  assessments: readonly At<{ kind: 'initial' | 'review'; refused: boolean; informed: boolean }>[];
  dentist: readonly At<{ refused: boolean }>[];
  disabilities: readonly At<{ codes: readonly string[] }>[];
  reasons: readonly At<{ codes: readonly string[] }>[];
  steps: readonly At<{ fact: Step }>[];
  leaving: readonly At<{ status: Status; unit: 'council-team' | 'permanency-hub' }>[];
  leaver: readonly At<{ inTouch: string | null; activity: string | null; accommodation: string | null; suitable: 1 | 2 | null }>[];
}>;
type Step = 'adoption.should-be-placed-decided' | 'adoption.plan-changed-away' | 'adoption.child-placed' | 'adoption.placement-ended' | 'adoption.order-made';
type Status = 'eligible' | 'relevant' | 'former-relevant' | 'qualifying' | 'closed';

export const LAST = 1000;
export const dayOf = (n: number): LocalDate => addDays(LocalDate('2024-01-01'), n);

const written = { lag: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) }), stood: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }) }) };
const day = fc.integer({ min: 0, max: LAST });
/** Facts of one kind, each on a day of its own. */
const facts = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, maxLength: number): fc.Arbitrary<At<T>[]> =>
  fc.uniqueArray(fc.record({ ...shape, ...written, on: day }), { maxLength, selector: ({ on }) => on }) as unknown as fc.Arbitrary<At<T>[]>;
const fact = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, on: fc.Arbitrary<number> = fc.constant(0)) => fc.record({ ...shape, ...written, on }) as unknown as fc.Arbitrary<At<T>>;

/** Spans one after the other, some with a gap between them; the last may be open. */
const spans = (most: number, longest: number): fc.Arbitrary<readonly Readonly<{ from: number; to: number | null }>[]> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: longest })), { minLength: 1, maxLength: most }).map((drawn) => {
    const found: { from: number; to: number | null }[] = [];
    let at = -200;
    for (const [gap, length] of drawn) {
      const from = at + gap;
      if (from >= LAST) break;
      at = from + length;
      found.push({ from, to: at < LAST ? at : null });
    }
    return found;
  });

const periods = spans(3, 900).chain((all) => fc.tuple(...all.map(({ from, to }) => fc.record({
  start: fact<{ healthDue: number | null }>({ healthDue: fc.option(fc.constant(from + 28)) }, fc.constant(from)), end: to === null ? fc.constant(null) : fact<object>({}, fc.constant(to)),
}))));
const stays = spans(6, 300).chain((all) => fc.tuple(...all.map(({ from, to }) => fc.record({
  start: fact<{ type: string; visitDue: number | null }>({ type: fc.constantFrom('U6', 'U4', 'K2', 'A5', 'P1'), visitDue: fc.option(fc.constant(from + 7), { freq: 4 }) }, fc.constant(from)),
  end: to === null ? fc.constant(null) : fact<{ byCarer: boolean }>({ byCarer: fc.boolean() }, fc.constant(to)),
  moved: fc.uniqueArray(fact<{ part: 'start' | 'end'; late: boolean; kind: 'planned' | 'unplanned-other' }>({ part: fc.constantFrom('start', 'end'), late: fc.boolean(), kind: fc.constantFrom('planned', 'unplanned-other') }, fc.constant(to ?? from)), { maxLength: 2, selector: ({ part }) => part }),
}))));

export const recordedLife = fc.record({
  born: fc.option(fact<{ date: LocalDate }>({ date: fc.integer({ min: 0, max: 7600 }).map((n) => addDays(LocalDate('2005-01-01'), n)) }), { freq: 9 }),
  ethnicity: fc.option(fact<{ code: string }>({ code: fc.constantFrom('WBRI', 'REFU', 'MWBC', 'WIRI') })),
  periods, stays,
  visits: facts<{ seen: boolean; next: number | null }>({ seen: fc.integer({ min: 0, max: 9 }).map((n) => n > 1), next: fc.option(fc.integer({ min: 20, max: 60 }), { freq: 6 }) }, 14),
  assessments: facts<{ kind: 'initial' | 'review'; refused: boolean; informed: boolean }>({ kind: fc.constantFrom('initial', 'review'), refused: fc.integer({ min: 0, max: 5 }).map((n) => n === 0), informed: fc.boolean() }, 5),
  dentist: facts<{ refused: boolean }>({ refused: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) }, 3),
  disabilities: facts<{ codes: readonly string[] }>({ codes: fc.constantFrom(['MOB'], [], ['NONE']) }, 2),
  reasons: facts<{ codes: readonly string[] }>({ codes: fc.constantFrom(['sibling-group'], [], ['own-reason']) }, 2),
  steps: facts<{ fact: Step }>({ fact: fc.constantFrom<Step>('adoption.should-be-placed-decided', 'adoption.should-be-placed-decided', 'adoption.plan-changed-away', 'adoption.child-placed', 'adoption.placement-ended', 'adoption.order-made') }, 3),
  leaving: facts<{ status: Status; unit: 'council-team' | 'permanency-hub' }>({ status: fc.constantFrom<Status>('eligible', 'relevant', 'former-relevant', 'qualifying', 'closed'), unit: fc.constantFrom('permanency-hub', 'permanency-hub', 'council-team') }, 2),
  leaver: facts<{ inTouch: string | null; activity: string | null; accommodation: string | null; suitable: 1 | 2 | null }>({
    inTouch: fc.constantFrom('YES', 'NO', 'REFU', 'RHOM', null), activity: fc.constantFrom('F1', 'G4', 'G6', '0', null), accommodation: fc.constantFrom('U', 'S', '0', 'R', null), suitable: fc.constantFrom<(1 | 2 | null)[]>(1, 2, null),
  }, 6),
  first: fc.option(fact<{ kind: 'initial'; refused: boolean; informed: boolean }>({ kind: fc.constant('initial'), refused: fc.constant(false), informed: fc.boolean() }, fc.integer({ min: 10, max: 35 }))),
}).map(({ first, ...one }) => {
  // Among assessments of any day, one that is about in time.
  const entered = one.periods.at(-1)?.start.on ?? 0;
  const on = entered + (first?.on ?? 0);
  return first === null ? one : { ...one, assessments: [...one.assessments.filter((each) => each.on !== on), { ...first, on }] };
}) as unknown as fc.Arbitrary<RecordedLife>;

/** Tells what `tell` tells on the day on which it was written down, and that it never was on the day on which that was found out. */
const tellWritten = (told: Told, { on, lag, stood }: Written & Readonly<{ on: number }>, tell: () => unknown): void => {
  told.on(dayOf(on + lag));
  tell();
  const event = told.events.at(-1)!;
  if (stood !== undefined) told.on(dayOf(on + lag + stood)).tell(event.type as never, event.streamId, event.effectiveOn, event.data as never, { corrects: event, withdrawn: true });
};

const some = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const tellCare = (told: Told, child: ToldChild, { periods, stays }: RecordedLife): void => {
  for (const { start, end } of periods) {
    tellWritten(told, start, () => child.inCare(dayOf(start.on), start.healthDue === null ? {} : { initialHealthDueOn: dayOf(start.healthDue) }));
    if (end) tellWritten(told, end, () => child.leftCare(dayOf(start.on), dayOf(end.on)));
  }
  for (const { start, end, moved } of stays) {
    tellWritten(told, start, () => child.stay(start.type, dayOf(start.on), some(start.visitDue) ? { firstVisitDueOn: dayOf(start.visitDue) } : {}));
    if (end) tellWritten(told, end, () => child.left(start.type, dayOf(start.on), dayOf(end.on), end.byCarer));
    for (const move of moved) tellWritten(told, move, () => child.moved(dayOf(start.on), move.part, dayOf(move.on), { late: move.late, ...(move.part === 'end' ? { endKind: move.kind } : {}) }));
  }
};

const tellChecks = (told: Told, child: ToldChild, { visits, assessments, dentist }: RecordedLife): void => {
  for (const each of visits) tellWritten(told, each, () => child.visited(dayOf(each.on), { ...(some(each.next) ? { nextDueOn: dayOf(each.on + each.next) } : {}), ...(each.seen ? {} : { unseen: true }) }));
  for (const each of assessments) tellWritten(told, each, () => child.assessed(each.kind, dayOf(each.on), { ...(each.refused ? { refused: true } : {}), ...(each.informed ? { informed: true } : {}) }));
  for (const each of dentist) tellWritten(told, each, () => child.dentist(dayOf(each.on), each.refused ? 'refused' : undefined));
};

const tellNeeds = (told: Told, child: ToldChild, { born, ethnicity, disabilities, reasons, steps }: RecordedLife): void => {
  if (born) tellWritten(told, born, () => child.born(born.date));
  if (ethnicity) tellWritten(told, ethnicity, () => child.is({ ethnicityCode: ethnicity.code }, dayOf(0)));
  for (const each of disabilities) tellWritten(told, each, () => child.is({ disabilityCodes: each.codes }, dayOf(each.on)));
  for (const each of reasons) tellWritten(told, each, () => child.is({ harderToPlaceReasons: each.codes }, dayOf(each.on)));
  for (const each of steps) tellWritten(told, each, () => child.step(each.fact, dayOf(each.on)));
};

const tellLeaving = (told: Told, child: ToldChild, { leaving, leaver }: RecordedLife): void => {
  for (const each of leaving) tellWritten(told, each, () => child.leavingCare(each.status, dayOf(each.on), each.unit));
  for (const { on, lag, stood, inTouch, activity, accommodation, suitable } of leaver)
    tellWritten(told, { on, lag, ...(stood === undefined ? {} : { stood }) }, () => child.leaver(dayOf(on), Object.fromEntries(Object.entries({ inTouch, activity, accommodation, suitable }).filter(([, value]) => value !== null))));
};

/** Tells a life, fact by fact. */
export const tellRecorded = (told: Told, one: RecordedLife, name: string): void => {
  const child = told.child(name);
  for (const tell of [tellNeeds, tellCare, tellChecks, tellLeaving]) tell(told, child, one);
};
