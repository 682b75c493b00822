import fc from 'fast-check';
import { LocalDate, addDays, daysBetween } from '@permanence/kernel/values';
import { harderReasonsOf, reasonsTold, searchDueOn, searchStageOf, stuckOn } from './harder-to-place.js';
import { TRACKER_STATUSES, trackerEntryOf } from './tracker-entry.js';
import type { PlanTold, TrackedChild } from './tracker-facts.js';

const day = LocalDate;
const child = (more: Partial<TrackedChild> = {}): TrackedChild => ({ care: [{ startedOn: day('2026-01-12'), endedOn: null, reason: null }], plans: [], steps: [], placement: { type: 'U6', provider: 'PR1', authority: 'E10000028' }, ...more });
const set = (on: string, primary = 'adoption', milestones: readonly [string, string, string?][] = []): PlanTold =>
  ({ kind: 'set', on: day(on), primary, parallels: ['connected-sgo'], milestones: milestones.map(([code, dueOn, doneOn]) => ({ code, dueOn: day(dueOn), doneOn: doneOn === undefined ? null : day(doneOn) })) });
const status = (tracked: TrackedChild) => { const entry = trackerEntryOf(tracked); return [entry?.status, entry?.since]; };

describe('a row of the tracker', () => {
  it('is nothing for a child of whom no time in care is known', () => expect(trackerEntryOf(child({ care: [] }))).toBeUndefined());

  it('begins when the child comes into care, with a plan to agree within 4 months', () => {
    expect(trackerEntryOf(child())).toMatchObject({ status: 'entered-care', since: '2026-01-12', plan: null, next: { code: 'plan', dueOn: '2026-05-12' }, placementKind: 'own-carer', searchingSince: null });
  });

  it('follows the plan: agreed, family finding, matched, placed, achieved', () => {
    const plans = [set('2026-05-07', 'adoption', [['adm-should-be-placed', '2026-07-07'], ['family-finding', '2026-09-07']])];
    expect(trackerEntryOf(child({ plans }))).toMatchObject({ status: 'plan-agreed', since: '2026-05-07', plan: 'adoption', parallel: 'special-guardianship', next: { code: 'adm-should-be-placed', dueOn: '2026-07-07' }, searchingSince: '2026-05-07' });
    const steps = [{ fact: 'adoption.should-be-placed-decided', on: day('2026-06-30') }, { fact: 'adoption.court-authority-obtained', on: day('2026-08-20') }];
    expect(status(child({ plans, steps }))).toEqual(['family-finding', '2026-08-20']);
    expect(status(child({ plans, steps: [...steps, { fact: 'adoption.match-decided', on: day('2026-10-01') }] }))).toEqual(['matched', '2026-10-01']);
    expect(status(child({ plans, steps: [...steps, { fact: 'adoption.child-placed', on: day('2026-11-02') }] }))).toEqual(['placed', '2026-11-02']);
    expect(status(child({ plans, steps: [...steps, { fact: 'adoption.order-made', on: day('2027-03-02') }], care: [{ startedOn: day('2026-01-12'), endedOn: day('2027-03-02'), reason: 'E11' }] }))).toEqual(['permanence-achieved', '2027-03-02']);
  });

  it('of scenario 5 is in family finding for 112 days on 5 October 2026, and stuck by then', () => {
    const plans = [set('2026-05-07', 'adoption', [['family-finding', '2026-07-07', '2026-06-15']])];
    const entry = trackerEntryOf(child({ plans }));
    expect(entry).toMatchObject({ status: 'family-finding', since: '2026-06-15' });
    expect(entry && daysBetween(entry.since, day('2026-10-05'))).toBe(112);
    expect(entry && searchStageOf(entry, day('2026-10-05'))).toBe('stuck');
    expect(entry && [searchDueOn(entry), stuckOn(entry)]).toEqual(['2026-08-05', '2026-08-06']);
    expect(stuckOn({ searchingSince: null })).toBeNull();
  });

  it('tells a council the reasons of the catalogue, and only that there are others', () => {
    expect(reasonsTold(['bme', 'age-5-plus', 'complex health'])).toEqual(['age-5-plus', 'bme', 'other']);
    expect(reasonsTold(['sibling-group'])).toEqual(['sibling-group']);
  });

  it('takes a milestone as it was told last', () => {
    const plans: PlanTold[] = [set('2026-05-07', 'long-term-foster-in-house', [['long-term-match', '2026-08-07']]), { kind: 'milestone', on: day('2026-08-01'), code: 'long-term-match', dueOn: day('2026-09-30'), doneOn: null }];
    expect(trackerEntryOf(child({ plans }))?.next).toEqual({ code: 'long-term-match', dueOn: '2026-09-30' });
    expect(status(child({ plans: [...plans, { kind: 'milestone', on: day('2026-09-21'), code: 'long-term-match', dueOn: null, doneOn: day('2026-09-21') }] }))).toEqual(['matched', '2026-09-21']);
  });

  it('begins anew when the plan changes, and when it breaks down', () => {
    const changed: PlanTold[] = [set('2026-05-07'), { kind: 'changed', on: day('2026-09-01'), primary: null, parallels: [] }];
    expect(trackerEntryOf(child({ plans: changed }))).toMatchObject({ status: 'plan-changed', since: '2026-09-01', plan: null, next: { code: 'plan' } });
    expect(status(child({ plans: [...changed, set('2026-10-08', 'connected-sgo')] }))).toEqual(['plan-agreed', '2026-10-08']);
    expect(status(child({ plans: [set('2026-05-07'), { kind: 'achieved', on: day('2026-08-03') }, { kind: 'broken-down', on: day('2026-09-14') }] }))).toEqual(['plan-changed', '2026-09-14']);
  });

  it('ends when the child leaves care, and begins anew in the next time in care', () => {
    const left = { startedOn: day('2024-01-12'), endedOn: day('2025-02-03'), reason: 'E4A' };
    expect(trackerEntryOf(child({ care: [left], plans: [set('2024-05-02', 'return-home')] }))).toMatchObject({ status: 'left-care', since: '2025-02-03', next: null, placementKind: null });
    expect(status(child({ care: [left, { startedOn: day('2026-01-12'), endedOn: null, reason: null }], plans: [set('2024-05-02', 'return-home')] }))).toEqual(['entered-care', '2026-01-12']);
  });

  it('has a status of the list since a day not before care began, whatever was told', () => {
    const on = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day('2025-06-01'), days));
    const told = fc.oneof(
      on.map((at): PlanTold => ({ ...set('2026-05-07', 'adoption', [['match', '2026-09-01']]), on: at }) as PlanTold), fc.record({ kind: fc.constant('changed' as const), on, primary: fc.constantFrom('adoption', null), parallels: fc.constant([]) }),
      fc.record({ kind: fc.constant('milestone' as const), on, code: fc.constantFrom('match', 'placed', 'family-finding'), dueOn: fc.constant(null), doneOn: fc.option(on) }), fc.record({ kind: fc.constantFrom('achieved' as const, 'broken-down' as const), on }),
    );
    fc.assert(fc.property(fc.array(told, { maxLength: 8 }), fc.array(fc.record({ fact: fc.constantFrom('adoption.child-placed', 'adoption.match-decided', 'adoption.order-made', 'adoption.court-authority-obtained'), on }), { maxLength: 4 }), (plans, steps) => {
      const entry = trackerEntryOf(child({ plans: plans.toSorted((a, b) => (a.on < b.on ? -1 : 1)), steps: steps.toSorted((a, b) => (a.on < b.on ? -1 : 1)) }));
      expect(TRACKER_STATUSES).toContain(entry?.status);
      expect((entry?.since ?? '') >= '2025-06-01').toBe(true);
      expect((entry?.next === null) || entry?.status !== 'permanence-achieved').toBe(true);
    }));
  });
});

describe('a child who is harder to place', () => {
  const none = { birthDate: day('2023-03-01'), ethnicity: 'WBRI', disabilities: [], stated: [] };
  it.each([
    ['nothing of the four', none, []], ['five today', { ...none, birthDate: day('2021-10-05') }, ['age-5-plus']], ['five tomorrow', { ...none, birthDate: day('2021-10-06') }, []],
    ['no disability', { ...none, disabilities: ['NONE'] }, []], ['a disability', { ...none, disabilities: ['MOB'] }, ['disability']], ['a heritage', { ...none, ethnicity: 'MWBC' }, ['bme']], ['not known', { ...none, ethnicity: 'NOBT' }, []],
    ['brothers and sisters', { ...none, stated: ['sibling-group'] }, ['sibling-group']], ['the council’s own reason alone', { ...none, stated: ['complex-health'] }, []],
    ['the council’s own beside one of the four', { ...none, ethnicity: 'APKN', stated: ['complex-health'] }, ['bme', 'complex-health']],
  ] as const)('%s', (_, needs, reasons) => expect(harderReasonsOf(needs, day('2026-10-05'))).toEqual(reasons));

  it('is stuck from the day after 90 days of search without a match', () => {
    const entry = { status: 'family-finding' as const, searchingSince: day('2026-03-07') };
    expect(searchDueOn(entry)).toBe('2026-06-05');
    expect(['2026-06-05', '2026-06-06'].map((on) => searchStageOf(entry, day(on)))).toEqual(['active-search', 'stuck']);
    expect(searchStageOf({ status: 'entered-care', searchingSince: null }, day('2026-06-06'))).toBe('early-identification');
    expect(searchStageOf({ ...entry, status: 'matched' }, day('2027-06-06'))).toBe('resolved');
  });
});
