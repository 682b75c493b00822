import { LocalDate, Uuid } from '@permanence/kernel/values';
import { carePeriods, lookedAfterOn } from '../facts/as-of.js';
import { changes } from '../facts/changes.js';
import type { Fact } from '../facts/fact.js';
import { episode, factsFrom } from '../facts/given-rows.fixture.js';
import { allocateWorker } from './allocate.js';
import { allocationOn, allocations } from './allocations.js';
import { endsWithCare } from './ends-with-care.js';

const day = LocalDate;
const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** What a manager's allocation leaves in the record, made while the child was in care since some day. */
const allocated = (n: number, from: string, inCareSince: string, known = true, before: readonly Fact[] = []): Fact[] => {
  const decision = allocateWorker(
    { lookedAfter: true, inCareSince: day(inCareSince), inCareSinceKnown: known, current: allocationOn(before, day('2026-09-30')) }, { worker: { id: id(n), registration: `SW${n}`, role: 'locality-social-worker' }, as: 'social-worker', from: day(from), allocationId: id(n) },
  );
  if (!decision.ok) throw new TypeError(decision.refusal.code);
  return [...decision.events];
};

const inCare = (from: string, to = '', more = {}) => episode(2026, from, { DEC: to, REC: to === '' ? '' : 'E4A', ...more });
const together = (facts: readonly Fact[], here: readonly Fact[]): Fact[] => [...facts, ...endsWithCare(facts, here), ...here];
const daysOf = (facts: readonly Fact[], here: readonly Fact[]) => allocations(together(facts, here)).map(({ from, to }) => [from, to]);

describe('an allocation made here', () => {
  const here = allocated(1, '2025-08-01', '2025-05-12');

  it('goes on while the child is in care', () => expect(daysOf(factsFrom(inCare('12/05/2025')), here)).toEqual([['2025-08-01', undefined]]));

  it('ends on the day on which care does, as a fact of its own', () => {
    const facts = factsFrom(inCare('12/05/2025', '01/02/2026'));
    expect(endsWithCare(facts, here)).toEqual([
      { key: `here:${id(1)}:ended-with-care`, type: 'social-worker-allocation-ended', effectiveOn: '2026-02-01', data: { allocationId: id(1), to: '2026-02-01', withCare: true } },
    ]);
    expect(allocationOn(together(facts, here), day('2026-02-01'))).toBeUndefined();
    expect(allocationOn(together(facts, here), day('2026-01-31'))?.workerId).toBe(id(1));
  });

  it('does not come back with another time in care', () => {
    const facts = factsFrom(inCare('12/05/2025', '01/02/2026'), inCare('10/03/2026'));
    expect(lookedAfterOn(facts, day('2026-04-01'))).toBe(true);
    expect(allocationOn(together(facts, here), day('2026-04-01'))).toBeUndefined();
    expect(daysOf(facts, [...here, ...allocated(2, '2026-03-12', '2026-03-10')])).toEqual([['2025-08-01', '2026-02-01'], ['2026-03-12', undefined]]);
  });

  it('follows what files say later of that day: another day corrects its end, none withdraws it', () => {
    const ends = (to: string) => endsWithCare(factsFrom(inCare('12/05/2025', to)), here);
    const logged = ends('01/02/2026').map((fact) => ({ ...fact, eventId: id(77) }));
    expect(changes(logged, ends('03/02/2026'))).toMatchObject([{ kind: 'corrected', corrects: id(77), fact: { data: { to: '2026-02-03' } } }]);
    expect(changes(logged, ends(''))).toMatchObject([{ kind: 'withdrawn', corrects: id(77) }]);
    expect(changes(logged, ends('01/02/2026'))).toEqual([]);
  });

  it('ends as a manager said, where that was earlier', () => {
    const both = [...here, ...allocated(2, '2025-10-01', '2025-05-12', true, here)];
    expect(daysOf(factsFrom(inCare('12/05/2025', '01/02/2026')), both)).toEqual([['2025-08-01', '2025-10-01'], ['2025-10-01', '2026-02-01']]);
    expect(endsWithCare(factsFrom(inCare('12/05/2025', '01/02/2026')), both)).toHaveLength(1);
  });

  it('that was put right on its first day leaves the child to whom it was put right', () => {
    const both = [...here, ...allocated(2, '2025-08-01', '2025-05-12', true, here)];
    const facts = together(factsFrom(inCare('12/05/2025', '01/02/2026')), both.toReversed());
    expect(allocationOn(facts, day('2025-12-01'))?.workerId).toBe(id(2));
    expect(allocationOn(facts, day('2026-02-01'))).toBeUndefined();
  });

  it('ended the day it began, where files say later that care was over by then', () => {
    expect(daysOf(factsFrom(inCare('12/05/2025', '01/07/2025')), here)).toEqual([['2025-08-01', '2025-08-01']]);
    expect(daysOf(factsFrom(inCare('12/05/2025', '01/07/2025'), inCare('10/03/2026')), here)).toEqual([['2025-08-01', '2025-08-01']]);
    expect(daysOf([], here)).toEqual([['2025-08-01', '2025-08-01']]);
  });

  it('stays with the care that it was made for when the first day of that moves', () => {
    const earlier = inCare('01/02/2024', '01/06/2024');
    expect(daysOf(factsFrom(earlier, inCare('01/09/2025')), here)).toEqual([['2025-08-01', undefined]]);
    expect(daysOf(factsFrom(earlier, inCare('01/09/2024', '01/02/2026')), here)).toEqual([['2025-08-01', '2026-02-01']]);
  });

  it('is of the care that goes on, where that began on or before a day', () => {
    const facts = factsFrom(inCare('01/02/2024', '01/06/2024'), inCare('12/05/2025', '', { RNE: 'L' }));
    expect(carePeriods(facts).at(-1)?.data.startKnown).toBe(false);
    expect(daysOf(facts, allocated(1, '2024-03-01', '2025-05-12', false))).toEqual([['2024-03-01', undefined]]);
  });

  it('is of the later of two times in care that were one as far as was known', () => {
    const facts = factsFrom(inCare('12/05/2025', '01/07/2025'), inCare('20/07/2025'));
    expect(daysOf(facts, here)).toEqual([['2025-08-01', undefined]]);
  });
});
