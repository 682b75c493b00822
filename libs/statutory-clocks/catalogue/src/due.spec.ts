import { Instant, LocalDate } from '@permanence/kernel/values';
import { CLOCKS, type ClockId, clockOf, lengthOf } from './catalogue.js';
import { clockToNextReview, dueAt, dueOn } from './due.js';
import { KEPT_IN_ENGLAND } from './kept-in-england.fixture.js';
import type { Span } from './clock-definition.js';

describe('the catalogue', () => {
  it('holds C01 to C51, each once', () =>
    expect(CLOCKS.map((clock) => clock.id)).toEqual(Array.from({ length: 51 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)));

  it.each(CLOCKS.map((clock) => [clock.id, clock] as const))('%s tells its source, its law and a sentence for a page', (_, clock) => {
    expect([clock.startsOn, clock.metBy, clock.source, clock.citation].filter((text) => text.trim() === '')).toEqual([]);
    expect(clock.sentence).toMatch(/^[A-Z].+\.$/);
    expect(new Set(clock.lengths.map((length) => length.part)).size).toBe(clock.lengths.length);
  });

  it('says which length it is when a local default stands in for a source', () =>
    expect(CLOCKS.filter((clock) => clock.certainty === 'local' && !/default/.test(clock.sentence)).map((clock) => clock.id)).toEqual([]));

  it('has no case that nobody wrote', () => {
    expect(() => lengthOf('C17', 'rumours')).toThrow(TypeError);
    expect(clockOf('C13').citation).toBe('SI 2010/959, regulation 33(1)');
  });
});

const due = (id: ClockId, from: string, part?: string) => dueOn(id, LocalDate(from), part);

describe('worked scenario 1: Ada enters care on Monday 8 December 2025', () => {
  it('has the first visit, education plan, health assessment, review and backstop where the calendar puts them', () => {
    expect(due('C01', '2025-12-08')).toBe('2025-12-15');
    expect(due('C26', '2025-12-08')).toBe('2025-12-22');
    expect(due('C22', '2025-12-08')).toBe('2026-01-08');
    expect(due('C13', '2025-12-08')).toBe('2026-01-08');
    expect(due('C18', '2025-12-08')).toBe('2026-04-08');
  });

  it('is next assessed a year on, because she turns 5 meanwhile', () => expect(due('C23', '2026-01-05', 'from-5')).toBe('2027-01-05'));

  it('has decisions, record and distribution of the review of 6 January', () => {
    expect(due('C17', '2026-01-06', 'decisions')).toBe('2026-01-13');
    expect(due('C17', '2026-01-06', 'record')).toBe('2026-01-27');
    expect(due('C17', '2026-01-06', 'distribution')).toBe('2026-02-03');
  });

  it('has the second review on Easter Monday, which does not roll, and the next six months after the second', () => {
    expect(due(clockToNextReview(1), '2026-01-06')).toBe('2026-04-06');
    expect(due(clockToNextReview(2), '2026-04-02')).toBe('2026-10-02');
  });
});

describe('worked scenario 3: Ben with his grandmother', () => {
  it('has weekly visits, and four weeks once the first review was held', () => {
    expect(due('C13', '2025-09-01')).toBe('2025-09-29');
    expect(due('C06', '2025-09-01')).toBe('2025-09-08');
    expect(due('C06', '2025-09-22', 'after-first-review')).toBe('2025-10-20');
  });
});

describe('what the arithmetic never does', () => {
  it.each([['2025-11-30', '2026-02-28'], ['2023-11-30', '2024-02-29']])('three months from %s are clamped to %s', (from, to) => expect(due('C14', from)).toBe(to));
  it('puts the 15th birthday of a child born on 29 February on 28 February', () => expect(due('C37', '2012-02-29')).toBe('2027-02-28'));
  it('counts 72 elapsed hours across the end of summer time', () => expect(dueAt('C32', Instant('2026-10-23T20:30:00Z'))).toBe('2026-10-26T20:30:00.000Z'));
  it('counts no days where the clock counts hours, and no hours where it counts days', () => {
    expect(() => due('C28', '2026-01-01')).toThrow(TypeError);
    expect(() => dueAt('C13', Instant('2026-01-01T00:00:00Z'))).toThrow(TypeError);
    expect(() => due('C27', '2026-01-01')).toThrow(TypeError);
  });
});

describe('500 generated dates equal a reference that is computed another way (T34)', () => {
  // The reference knows the published holidays only, numbers the working days of ten years once, and does months with whole numbers.
  const MS = 86_400_000;
  const first = Date.UTC(2018, 0, 1);
  const span = (Date.UTC(2027, 11, 31) - first) / MS;
  const text = (n: number) => new Date(first + n * MS).toISOString().slice(0, 10);
  const closed = new Set(Object.entries(KEPT_IN_ENGLAND).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)));
  const open: number[] = [];
  for (let n = 0; n <= span; n += 1) if ((n + 1) % 7 < 6 && (n + 1) % 7 > 0 && !closed.has(text(n))) open.push(n);

  const inWorkingDays = (n: number, count: number) => text(open[open.findIndex((day) => day > n) + count - 1]!);
  const inMonths = (n: number, count: number) => {
    const [year, month, day] = text(n).split('-').map(Number) as [number, number, number];
    const total = year * 12 + (month - 1) + count;
    const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
    const length = m === 2 ? (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
    return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, length)).padStart(2, '0')}`;
  };
  const reference = (n: number, { unit, count }: Span) =>
    unit === 'working-days' ? inWorkingDays(n, count) : unit === 'months' ? inMonths(n, count) : unit === 'years' ? inMonths(n, count * 12) : text(n + count * (unit === 'weeks' ? 7 : 1));

  it('agrees', () => {
    const cases = CLOCKS.flatMap((clock) => clock.lengths.map((length) => ({ id: clock.id, ...length }))).filter((c) => c.span && c.span.unit !== 'hours');
    const differ: string[] = [];
    for (let i = 0; i < 500; i += 1) {
      const n = (i * 7919 + 13) % (span - 400);
      const { id, part, span: length } = cases[i % cases.length]!;
      if (dueOn(id, LocalDate(text(n)), part) !== reference(n, length!)) differ.push(`${id} ${part} from ${text(n)}`);
    }
    expect(differ).toEqual([]);
  });
});
