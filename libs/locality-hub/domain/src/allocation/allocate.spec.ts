import { LocalDate, Uuid } from '@permanence/kernel/values';
import type { Fact } from '../facts/fact.js';
import { type AllocatedChild, type AllocatedWorker, acceptWorker, allocateWorker, canBeAllocated } from './allocate.js';
import { type AllocationRole, type AllocationSpan, allocationOn, allocations, reviewingOfficerOn } from './allocations.js';

const day = LocalDate;
const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const nadia = { id: id(1), registration: 'SW100001', role: 'locality-social-worker' };
const callum = { id: id(2), registration: 'SW100002', role: 'locality-social-worker' };
const verity = { id: id(5), registration: null, role: 'reviewing-officer' };
const inCare: AllocatedChild = { lookedAfter: true, inCareSince: day('2026-02-02'), inCareSinceKnown: true, current: undefined };
const withNadia: AllocationSpan = { allocationId: id(11), from: day('2026-03-01'), workerId: nadia.id };
const ofFile: AllocationSpan = { allocationId: id(12), from: day('2026-03-01'), swRegistration: 'SW100001' };

const allocate = (worker: AllocatedWorker, from: string, as: AllocationRole = 'social-worker') => ({ worker, as, from: day(from), allocationId: id(99) });
const refusalOf = (child: Partial<AllocatedChild>, command: ReturnType<typeof allocate>): string | undefined => {
  const decision = allocateWorker({ ...inCare, ...child }, command);
  return decision.ok ? undefined : decision.refusal.code;
};

describe('a worker to be allocated', () => {
  const code = (worker: AllocatedWorker | undefined, from: string, as: AllocationRole = 'social-worker'): string | undefined => {
    const accepted = acceptWorker(worker, as, day(from), day('2026-09-30'));
    return accepted.ok ? undefined : accepted.refusal.code;
  };
  it.each([[nadia, true, false], [verity, false, true], [{ id: id(3), registration: null, role: 'team-manager' }, false, false]] as const)('is offered only as what they can be: %j', (worker, asWorker, asOfficer) => {
    expect([canBeAllocated(worker, 'social-worker'), canBeAllocated(worker, 'iro')]).toEqual([asWorker, asOfficer]);
  });
  it('must be of the council', () => expect(code(undefined, '2026-09-30')).toBe('WORKER_UNKNOWN'));
  it('must be registered', () => expect(code({ id: id(3), registration: null, role: 'team-manager' }, '2026-09-30')).toBe('WORKER_NOT_QUALIFIED'));
  it('reviews only if appointed to, and then is nobody\u2019s social worker', () => {
    expect(code(nadia, '2026-09-30', 'iro')).toBe('WORKER_NOT_REVIEWING_OFFICER');
    expect(code(verity, '2026-09-30')).toBe('REVIEWING_OFFICER_NOT_WORKER');
    expect(code(verity, '2026-09-30', 'iro')).toBeUndefined();
  });
  it('begins today at the latest', () => {
    expect(code(nadia, '2026-10-01')).toBe('FROM_IN_FUTURE');
    expect(code(nadia, '2026-09-30')).toBeUndefined();
  });
});

describe('an allocation', () => {
  it('needs a child in care', () => expect(refusalOf({ lookedAfter: false }, allocate(nadia, '2026-03-01'))).toBe('CHILD_NOT_LOOKED_AFTER'));
  it('begins with care at the earliest, where its first day is known', () => {
    expect(refusalOf({}, allocate(nadia, '2026-02-01'))).toBe('FROM_BEFORE_CARE');
    expect(refusalOf({}, allocate(nadia, '2026-02-02'))).toBeUndefined();
    expect(refusalOf({ inCareSinceKnown: false }, allocate(nadia, '2026-02-01'))).toBeUndefined();
  });
  it('is made once, whether a file or a manager made it', () => {
    expect(refusalOf({ current: withNadia }, allocate(nadia, '2026-04-01'))).toBe('ALREADY_ALLOCATED');
    expect(refusalOf({ current: ofFile }, allocate(nadia, '2026-04-01'))).toBe('ALREADY_ALLOCATED');
  });
  it('does not begin before the one that it ends', () => {
    expect(refusalOf({ current: withNadia }, allocate(callum, '2026-02-28'))).toBe('FROM_BEFORE_EARLIER_ALLOCATION');
    expect(refusalOf({ current: withNadia }, allocate(callum, '2026-03-01'))).toBeUndefined();
  });
  it('says whose the child is now, and ends the one before', () => {
    expect(allocateWorker({ ...inCare, current: ofFile }, allocate(callum, '2026-04-01'))).toEqual({
      ok: true,
      events: [
        { key: `here:${id(99)}`, type: 'social-worker-allocated', effectiveOn: '2026-04-01', data: { allocationId: id(99), workerId: callum.id, swRegistration: 'SW100002', role: 'social-worker', from: '2026-04-01', inCareSince: '2026-02-02' } },
        { key: `here:${id(12)}:ended`, type: 'social-worker-allocation-ended', effectiveOn: '2026-04-01', data: { allocationId: id(12), to: '2026-04-01' } },
      ],
    });
  });
});

describe('a reviewing officer', () => {
  const begun = (n: number, role: AllocationRole, from: string, workerId: Uuid): Fact => ({ key: `k:${n}`, type: 'social-worker-allocated', effectiveOn: day(from), data: { allocationId: id(n), from: day(from), role, workerId } });
  const both = [begun(1, 'social-worker', '2026-03-01', nadia.id), begun(2, 'iro', '2026-04-01', verity.id)];

  it('stands beside the social worker', () => {
    expect(allocationOn(both, day('2026-09-30'))?.workerId).toBe(nadia.id);
    expect(reviewingOfficerOn(both, day('2026-09-30'))).toBe(verity.id);
    expect(reviewingOfficerOn(both, day('2026-03-31'))).toBeUndefined();
  });
  it('is followed by another, and the end says whose it is', () => {
    const current = allocationOn(both, day('2026-09-30'), 'iro');
    const decision = allocateWorker({ ...inCare, current }, allocate({ ...verity, id: id(6) }, '2026-05-01', 'iro'));
    expect(decision).toMatchObject({ ok: true, events: [{ data: { role: 'iro', workerId: id(6) } }, { data: { allocationId: id(2), to: '2026-05-01', role: 'iro' } }] });
  });
});

describe('allocations of files and of this record together', () => {
  const begun = ({ allocationId, from, workerId, swRegistration }: AllocationSpan): Fact =>
    ({ key: `k:${allocationId}`, type: 'social-worker-allocated', effectiveOn: from, data: { allocationId, from, role: 'social-worker', workerId, swRegistration } });
  const ended = (allocationId: Uuid, to: string): Fact => ({ key: `e:${allocationId}:${to}`, type: 'social-worker-allocation-ended', effectiveOn: day(to), data: { allocationId, to: day(to) } });
  const onToday = (...facts: Fact[]): Uuid | undefined => allocationOn(facts, day('2026-09-30'))?.allocationId;
  const here = (n: number, from: string): AllocationSpan => ({ allocationId: id(n), from: day(from), workerId: callum.id });
  const file = (n: number, from: string): AllocationSpan => ({ allocationId: id(n), from: day(from), swRegistration: 'SW1' });

  it('belong to whoever began last, however they came', () => {
    expect(onToday(begun(file(1, '2026-03-01')), begun(here(2, '2026-04-01')))).toBe(id(2));
    expect(onToday(begun(here(2, '2026-04-01')), begun(file(3, '2026-05-01')))).toBe(id(3));
    expect(allocations([begun(here(2, '2026-04-01')), begun(file(3, '2026-05-01'))]).map(({ to }) => to)).toEqual(['2026-05-01', undefined]);
  });
  it('on one day belong to whom a manager allocated', () => expect(onToday(begun(here(2, '2026-04-01')), begun(file(1, '2026-04-01')))).toBe(id(2)));
  it('of files only end when the files say so', () => expect(allocations([begun(file(1, '2026-03-01')), begun(file(3, '2026-05-01'))]).map(({ to }) => to)).toEqual([undefined, undefined]));
  it('end on the earlier of two days that were said', () => expect(allocations([begun(file(1, '2026-03-01')), ended(id(1), '2026-07-01'), ended(id(1), '2026-06-01')])[0]?.to).toBe('2026-06-01'));
  it('can be put right on the day itself', () => expect(onToday(begun(here(4, '2026-04-01')), begun(here(2, '2026-04-01')), ended(id(4), '2026-04-01'))).toBe(id(2)));
});
