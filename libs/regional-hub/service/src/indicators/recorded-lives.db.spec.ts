import fc from 'fast-check';
import { LocalDate, type TenantId, addDays, addMonths, ageOn, daysBetween, financialYearStart, monthOf } from '@permanence/kernel/values';
import { Region, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { type RecordedLife, type Written, dayOf, recordedLife, tellRecorded } from './recorded-lives.fixture.js';

/** The day since which disability is recorded. */
const KEPT = '2025-01-01';

type Fact = Written & Readonly<{ on: number }>;
type Span = Readonly<{ from: number; end: number | null; to: number | null }>;

/** A life as it was known at the end of a day, and what an indicator asks of it. Days are counted from 1 January 2024. */
class Known {
  readonly care: readonly (Span & Readonly<{ healthDue: number | null }>)[];
  readonly stays: readonly (Span & Readonly<{ type: string; visitDue: number | null; byCarer: boolean; moved: RecordedLife['stays'][number]['moved'] }>)[];
  readonly born: LocalDate | null;

  constructor(private readonly one: RecordedLife, private readonly asKnownOn: LocalDate) {
    this.care = inTurn(this.spans(one.periods).map(({ part, end }) => ({ from: part.start.on, end: end?.on ?? null, healthDue: part.start.healthDue })));
    this.stays = inTurn(this.spans(one.stays).map(({ part, end }) => ({ from: part.start.on, end: end?.on ?? null, type: part.start.type, visitDue: part.start.visitDue, byCarer: part.end !== null && end !== null && part.end.byCarer, moved: this.all(part.moved) })));
    this.born = one.born !== null && this.is(one.born) ? one.born.date : null;
  }

  is({ on, lag, stood }: Fact): boolean {
    return dayOf(on + lag) <= this.asKnownOn && (stood === undefined || dayOf(on + lag + stood) > this.asKnownOn);
  }

  all<F extends Fact>(facts: readonly F[]): readonly F[] {
    return facts.filter((fact) => this.is(fact));
  }

  /** Ends of stays that are known, whether or not the stay is: the newest of what was written. */
  ends(): readonly number[] {
    return this.one.stays.flatMap(({ end }) => (end !== null && this.is(end) ? [end.on] : []));
  }

  starts(): readonly number[] {
    return this.one.stays.flatMap(({ start }) => (this.is(start) ? [start.on] : []));
  }

  /** How the start or end of a stay on a day was recorded, of a stay that may not be known itself. */
  recorded(part: 'start' | 'end', on: number): boolean | null {
    const stay = this.one.stays.find(({ start, end }) => (part === 'start' ? start.on : end?.on) === on);
    const move = this.all(stay?.moved ?? []).find((each) => each.part === part);
    return move === undefined ? null : !move.late;
  }

  inCare(d: number) {
    return this.care.find((each) => each.from <= d && (each.to === null || each.to > d));
  }

  latest<F extends Fact>(facts: readonly F[], d: number): F | undefined {
    return this.all(facts).filter(({ on }) => on <= d).sort((a, b) => a.on - b.on).at(-1);
  }

  age(d: number): number | null {
    return this.born === null ? null : ageOn(this.born, dayOf(d));
  }

  step(fact: string): readonly number[] {
    return this.all(this.one.steps).filter((each) => each.fact === fact).map(({ on }) => on);
  }

  isHard(ageDay: number, statedDay: number): boolean {
    const { disabilities, reasons } = this.one;
    return (this.age(ageDay) ?? 0) >= 5 || this.isMixed() || (this.latest(disabilities, statedDay)?.codes ?? []).some((code) => code !== 'NONE') || (this.latest(reasons, statedDay)?.codes ?? []).length > 0;
  }

  isMixed(): boolean {
    const { ethnicity } = this.one;
    return ethnicity !== null && this.is(ethnicity) && ethnicity.code === 'MWBC';
  }

  isWaiting(d: number): boolean {
    const ends = [...this.step('adoption.placement-ended'), ...this.step('adoption.order-made')];
    const placed = this.step('adoption.child-placed').some((on) => on <= d && !ends.some((end) => end > on && end <= d));
    const away = [...this.step('adoption.plan-changed-away'), ...this.step('adoption.order-made')];
    return !placed && this.step('adoption.should-be-placed-decided').some((on) => on <= d && !away.some((end) => end >= on && end <= d));
  }

  /** The running visit clock and whether any has fallen due; undefined where none runs. */
  visitClock(d: number): Readonly<{ due: number; fellDue: boolean }> | undefined {
    const care = this.inCare(d);
    if (!care) return undefined;
    const clocks = [
      ...this.stays.flatMap(({ from, visitDue }) => (visitDue === null ? [] : [{ since: from, at: 0, due: visitDue }])),
      ...this.all(this.one.visits).flatMap(({ on, seen, next }) => (seen && next !== null ? [{ since: on, at: 1, due: on + next }] : [])),
      ...this.stays.flatMap(({ from, type }) => (type === 'A5' ? [{ since: from, at: 2, due: null }] : [])),
    ].filter(({ since }) => since >= care.from && since <= d).sort((a, b) => a.since - b.since || a.at - b.at);
    const running = clocks.at(-1);
    return running === undefined || running.due === null ? undefined : { due: running.due, fellDue: clocks.some(({ due }) => due !== null && due <= d) };
  }

  assessed(from: number, to: number, kind?: 'initial'): readonly number[] {
    return this.all(this.one.assessments).filter((each) => !each.refused && each.on >= from && each.on <= to && (kind === undefined || each.kind === kind)).map(({ on }) => on);
  }

  reviewsHeld(from: number, to: number): readonly boolean[] {
    const between = this.all(this.one.assessments).filter(({ on, kind, refused }) => !refused && kind === 'review' && on >= from && on <= to);
    return between.filter(({ on }) => this.born === null || (this.age(on)! >= 4 && this.age(on)! <= 16)).map(({ informed }) => informed && this.born !== null);
  }

  dentist(from: number, to: number): boolean {
    return this.all(this.one.dentist).some(({ on, refused }) => !refused && on >= from && on <= to);
  }

  isLeaver(d: number): boolean {
    const status = this.latest(this.one.leaving, d);
    return status !== undefined && status.status !== 'closed' && status.unit === 'permanency-hub' && (this.born === null || this.age(d)! >= 18);
  }

  told(d: number, from: number, says: (each: RecordedLife['leaver'][number]) => boolean) {
    return this.latest(this.one.leaver.filter((each) => each.on >= from && says(each)), d);
  }

  private spans<P extends Readonly<{ start: Fact; end: Fact | null }>>(parts: readonly P[]) {
    return parts.filter(({ start }) => this.is(start)).map((part) => ({ part, end: part.end !== null && this.is(part.end) ? part.end : null }));
  }
}

/** Each ends no later than the next one starts. */
const inTurn = <S extends Readonly<{ from: number; end: number | null }>>(spans: readonly S[]): (S & Span)[] =>
  [...spans].sort((a, b) => a.from - b.from).map((span, at, all) => ({ ...span, to: Math.min(span.end ?? Infinity, all[at + 1]?.from ?? Infinity) })).map((span) => ({ ...span, to: span.to === Infinity ? null : span.to }));

const n = (on: LocalDate): number => daysBetween(dayOf(0), on);

type Pair = [of: number, all: number];
const share = <T>(all: readonly T[], isCounted: (each: T) => boolean): Pair => [all.filter(isCounted).length, all.length];
const count = <T>(all: readonly T[], isCounted: (each: T) => boolean): Pair => [all.filter(isCounted).length, all.filter(isCounted).length];

const counted = (lives: readonly RecordedLife[], on: LocalDate, asKnownOn: LocalDate): Record<string, Pair> => {
  const known = lives.map((one) => new Known(one, asKnownOn));
  const d = n(on);
  const year = n(financialYearStart(on));
  const month = n(LocalDate(`${monthOf(on)}-01`));
  const twelve = n(addMonths(addDays(on, 1), -12));
  const inYear = (at: number): boolean => at >= year && at <= d;
  const inMonth = (at: number): boolean => at >= month && at <= d;
  const inCare = known.filter((one) => one.inCare(d) !== undefined);
  const initial = known.flatMap((one) => one.care.filter(({ healthDue, to }) => healthDue !== null && inYear(healthDue) && (to === null || to > healthDue)).map((care) => ({ one, care })));
  const leavers = known.filter((one) => one.isLeaver(d));
  const active = leavers.map((one) => one.told(d, year, ({ activity }) => activity !== null && activity !== '0')).filter((each) => each !== undefined);
  const housed = leavers.map((one) => ({ one, at: one.told(d, year, ({ accommodation }) => accommodation !== null && !['0', 'R'].includes(accommodation)) })).filter(({ at }) => at !== undefined);
  const contact = leavers.map((one) => one.told(d, -Infinity, ({ inTouch }) => inTouch !== null)?.inTouch);
  const changes = known.flatMap((one) => [...one.starts().filter(inMonth).map((at) => one.recorded('start', at)), ...one.ends().filter(inMonth).map((at) => one.recorded('end', at))]);
  const ended = known.flatMap((one) => one.stays.filter(({ end, type }) => end !== null && inYear(end) && type.startsWith('U')));
  const adopted = known.filter((one) => one.step('adoption.order-made').some(inYear));
  const decidedOn = (one: Known): number | undefined => {
    const order = Math.min(...one.step('adoption.order-made').filter(inYear));
    return one.step('adoption.should-be-placed-decided').filter((at) => at <= order).sort((a, b) => a - b).at(-1);
  };
  return {
    'fos-unplanned-endings-other': count(ended, ({ byCarer, moved }) => !byCarer && moved.some(({ part, kind }) => part === 'end' && kind === 'unplanned-other')),
    'fos-medicals-informed-by-sdq-percentage': share(known.flatMap((one) => one.reviewsHeld(year, d)), (informed) => informed),
    'ado-adoptions-hard-to-place': count(adopted, (one) => decidedOn(one) !== undefined && one.isHard(decidedOn(one)!, Math.max(decidedOn(one)!, n(LocalDate(KEPT))))),
    'ado-hard-to-place-waiting': count(known, (one) => one.isWaiting(d) && one.isHard(d, d)),
    'cla-initial-health-assessment-percentage': share(initial, ({ one, care }) => one.assessed(care.from, care.healthDue!, 'initial').length > 0),
    'cla-visits-in-timescale-percentage': share(inCare.map((one) => one.visitClock(d)).filter((clock) => clock?.fellDue === true), (clock) => clock!.due >= d),
    'cla-health-assessment-current-percentage': share(inCare.filter((one) => dayOf(one.inCare(d)!.from) <= addMonths(on, -12)), (one) => one.assessed(twelve, d).length > 0),
    'cla-dental-current-percentage': share(inCare.filter((one) => one.born === null || (one.age(d)! >= 3 && one.age(d)! <= 17)), (one) => one.born !== null && one.dentist(twelve, d)),
    'rec-placement-change-24h-percentage': share(changes, (inTime) => inTime === true),
    'lvc-supported': count(leavers, ({ born }) => born !== null),
    'lvc-neet-percentage': share(active, (each) => ['G4', 'G6'].includes(each.activity!)),
    'lvc-suitable-accommodation-percentage': share(housed, ({ one, at }) => at!.suitable === 1 && one.born !== null),
    'lvc-not-in-contact-percentage': share(contact.filter((inTouch) => inTouch !== 'RHOM'), (inTouch) => inTouch === 'NO' || inTouch === 'REFU'),
  };
};

describe('recorded lives of two councils, counted in SQL and counted child by child', () => {
  const COUNCILS: readonly (readonly [TenantId, readonly RecordedLife[]])[] = [[STAFFORDSHIRE, fc.sample(recordedLife, { numRuns: 120, seed: 4 })], [STOKE, fc.sample(recordedLife, { numRuns: 60, seed: 5 })]];
  const DAYS = ['2024-06-30', '2025-02-28', '2025-03-31', '2025-09-30', '2026-03-31', '2026-08-31'];
  /** As known on the day itself, a little later, at the tenth working day or so, and now. */
  const ASKED = DAYS.flatMap((on) => [0, 16, 45, 400].map((later): [string, string] => [on, addDays(LocalDate(on), later)]));
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
    for (const [tenant, lives] of COUNCILS) {
      const told = new Told(tenant, KEPT);
      told.keeps(['disability'], KEPT);
      told.on('2024-01-02').keeps(['disability'], '2026-01-01');
      lives.forEach((one, at) => tellRecorded(told, one, `child ${at}`));
      await region.hear(tenant, told.events);
    }
  });
  afterAll(() => region.close());

  it('have something above and below the line of each', () => {
    const pairs = ASKED.map(([on, known]) => counted(COUNCILS[0]![1], LocalDate(on), LocalDate(known)));
    expect(Object.keys(pairs[0]!).filter((id) => !pairs.some((each) => each[id]![0] > 0))).toEqual([]);
    expect(Object.keys(pairs[0]!).filter((id) => id.endsWith('percentage') && !pairs.some((each) => each[id]![1] > each[id]![0]))).toEqual([]);
  });

  it.each(ASKED)('come to the same on %s, as known on %s', async (on, asKnownOn) => {
    for (const [tenant, lives] of COUNCILS) {
      const expected = counted(lives, LocalDate(on), LocalDate(asKnownOn));
      const found: Record<string, Pair> = {};
      for (const id of Object.keys(expected)) found[id] = await region.share(id, tenant, on, asKnownOn);
      expect(found).toEqual(expected);
    }
  });
});
