import { LocalDate } from '@permanence/kernel/values';
import { decidePlan, refusalNow } from './decide-plan.js';
import {
  FACTS, LTF, NADIA, OWEN, PLAN, REVIEW, TODAY, after, agree, agreed, codeOf, countersign, countersigned, decidedForAdoption, id, identified, identify, optionsWith, planAfter, propose, proposed, step,
} from './plan.fixture.js';
import type { ChangeReason, PermanenceRoute } from './plan.js';
import type { CommandOf, PlanCommand } from './plan-command.js';
import { NO_PLAN, type PermanencePlan, type PlanOption, primaryOf, routesAt } from './permanence-plan.js';

const on = LocalDate;
const change = (primary: PermanenceRoute, reasonCode: ChangeReason, more: Partial<CommandOf<'changePlan'>> = {}): CommandOf<'changePlan'> =>
  ({ kind: 'changePlan', options: optionsWith(primary), milestones: [], reasonCode, reason: 'The assessment changed it.', by: NADIA, ...more });
const breakDown: CommandOf<'breakDown'> = { kind: 'breakDown', cause: 'placement-ended', on: TODAY };
const place = (option: PlanOption): CommandOf<'placeOption'> => ({ kind: 'placeOption', option, by: NADIA });
const limb = (more: Partial<CommandOf<'recordLimb'>> = {}): CommandOf<'recordLimb'> => ({ kind: 'recordLimb', limb: 'emotional', target: 'Feels that she belongs.', evidence: '', status: 'in-progress', ...more });
const set = (...given: Parameters<typeof step>): CommandOf<'setMilestone'> => ({ kind: 'setMilestone', milestone: step(...given) });
const revise = ({ options = [], milestones = [] }: Partial<CommandOf<'revisePlan'>>): CommandOf<'revisePlan'> => ({ kind: 'revisePlan', options, milestones, by: OWEN });
const achieved = after(agreed, FACTS, set('long-term-match', '2026-12-10', { doneOn: TODAY }), { kind: 'achieve' });

describe('a command in the wrong state', () => {
  const states: Readonly<Record<PermanencePlan['status'], PermanencePlan>> = { none: NO_PLAN, 'options-identified': identified, proposed, agreed, achieved };
  const cases: readonly (readonly [PlanCommand, readonly PermanencePlan['status'][], string])[] = [
    [identify(LTF), ['options-identified', 'proposed', 'agreed', 'achieved'], 'OPTIONS_ALREADY_IDENTIFIED'],
    [place({ route: 'adoption', position: 'contingency' }), ['none', 'agreed', 'achieved'], 'OPTIONS_NOT_OPEN'],
    [propose(), ['none', 'proposed', 'agreed', 'achieved'], 'PLAN_NOT_TO_PROPOSE'],
    [countersign, ['none', 'options-identified', 'agreed', 'achieved'], 'NOTHING_TO_COUNTERSIGN'],
    [agree, ['none', 'options-identified', 'agreed', 'achieved'], 'PLAN_NOT_PROPOSED'],
    [change('long-term-foster-ifa', 'assessment'), ['none', 'options-identified', 'proposed', 'achieved'], 'PLAN_NOT_AGREED'],
    [set('match', '2026-12-01'), ['none'], 'NO_PLAN_FOR_STEPS'],
    [revise({}), ['none', 'achieved'], 'PLAN_NOT_TO_REVISE'],
    [limb(), ['none'], 'NO_PLAN_FOR_LIMBS'],
    [{ kind: 'achieve' }, ['none', 'options-identified', 'proposed', 'achieved'], 'NOTHING_TO_ACHIEVE'],
    [breakDown, ['none', 'options-identified', 'proposed'], 'PLAN_NOT_IN_FORCE'],
  ];
  it.each(cases)('has a code of its own: $kind', (command, wrong, code) => {
    for (const status of wrong) expect([status, codeOf(states[status], command)]).toEqual([status, code]);
  });
  it('is about a child in care, while a plan is made', () => {
    for (const command of [place({ route: 'adoption', position: 'contingency' }), propose()]) expect(codeOf(identified, command, { ...FACTS, lookedAfter: false })).toBe('CHILD_NOT_LOOKED_AFTER');
    expect(codeOf(agreed, limb(), { ...FACTS, lookedAfter: false })).toBeUndefined();
  });
});

describe('options', () => {
  const code = (options: readonly PlanOption[]): string | undefined => codeOf(NO_PLAN, identify(options));
  it('have exactly one primary', () => {
    expect(code(LTF.map((option) => ({ ...option, position: 'parallel' })))).toBe('ONE_PRIMARY');
    expect(code(LTF.map((option) => ({ ...option, position: 'primary' })))).toBe('ONE_PRIMARY');
  });
  it('name each route once', () => expect(code([...LTF, { route: 'adoption', position: 'parallel' }])).toBe('ROUTE_TWICE'));
  it('leave none of the four out, and none without a reason', () => {
    for (const route of ['return-home', 'connected-sgo', 'adoption'] as const) {
      expect(code(LTF.filter((option) => option.route !== route))).toBe('OPTION_NOT_REASONED');
      expect(code(LTF.map((option) => (option.route === route ? { ...option, reason: ' ' } : option)))).toBe('OPTION_NOT_REASONED');
    }
    expect(code(LTF.map((option) => (option.route === 'connected-sgo' ? { ...option, route: 'connected-cao' } : option)))).toBeUndefined();
  });
  it('change places: a primary that is replaced stays beside', () => {
    const plan = after(identified, FACTS, place({ route: 'adoption', position: 'primary' }));
    expect([primaryOf(plan), routesAt(plan, 'parallel')]).toEqual(['adoption', ['long-term-foster-in-house']]);
    expect(codeOf(identified, place({ route: 'long-term-foster-in-house', position: 'contingency' }))).toBe('ONE_PRIMARY');
    expect(codeOf(identified, place({ route: 'adoption', position: 'ruled-out' }))).toBe('OPTION_NOT_REASONED');
  });
  it('of a proposal that change make it a proposal of whoever changed it', () => {
    const plan = after(countersigned, FACTS, { ...place({ route: 'other', position: 'contingency' }), by: OWEN });
    expect([plan.countersigned, plan.proposed?.by]).toEqual([undefined, OWEN]);
    expect(codeOf(plan, countersign)).toBe('SAME_PERSON');
  });
});

describe('a proposal', () => {
  const home = planAfter(FACTS, identify(optionsWith('return-home', 'connected-sgo')));
  it('goes two ways while the child is to go home, or the court has not decided', () => {
    expect(codeOf(home, propose(step('care-plan-filed', '2026-10-30')))).toBe('TWIN_TRACK_REQUIRED');
    expect(codeOf(home, propose(step('viability-done', '2026-10-30', { route: 'connected-sgo' })))).toBeUndefined();
    expect(codeOf(identified, propose(), { ...FACTS, proceedingsOpen: true })).toBe('TWIN_TRACK_REQUIRED');
  });
  it('keeps the other way while it is needed', () => {
    const plan = after(home, FACTS, propose(step('viability-done', '2026-10-30', { route: 'connected-sgo' })));
    expect(codeOf(plan, place({ route: 'connected-sgo', position: 'contingency' }))).toBe('TWIN_TRACK_REQUIRED');
    expect(codeOf(plan, set('viability-done', '2026-10-30', { route: 'return-home' }))).toBe('TWIN_TRACK_REQUIRED');
    expect(codeOf(plan, set('viability-done', '2026-11-15'))).toBeUndefined();
  });
  it('has steps that can be', () => {
    expect(codeOf(identified, propose(step('match', '2026-12-01'), step('match', '2026-12-02')))).toBe('STEP_TWICE');
    expect(codeOf(identified, propose(step('match', '2026-12-01', { doneOn: on('2026-10-01') })))).toBe('DONE_IN_FUTURE');
    expect(codeOf(identified, propose(step('match', '2026-12-01', { route: 'adoption' })))).toBe('STEP_OF_NO_OPTION');
  });
  it('is countersigned once, by somebody else', () => {
    expect(codeOf(proposed, { ...countersign, by: NADIA })).toBe('SAME_PERSON');
    expect(codeOf(countersigned, countersign)).toBe('ALREADY_COUNTERSIGNED');
    expect(countersigned.countersigned).toEqual({ by: OWEN, on: TODAY });
  });
});

describe('an agreement', () => {
  it('needs the countersignature', () => expect(codeOf(proposed, agree)).toBe('PLAN_NOT_COUNTERSIGNED'));
  it('needs a review of the record, held since the proposal', () => {
    const early = { ...FACTS, reviews: [{ reviewId: REVIEW, heldOn: on('2026-09-29') }] };
    expect(codeOf(countersigned, agree, { ...FACTS, reviews: [] })).toBe('NO_REVIEW_SINCE_PROPOSAL');
    expect(codeOf(countersigned, agree, early)).toBe('NO_REVIEW_SINCE_PROPOSAL');
    expect(codeOf(countersigned, { ...agree, reviewId: id(9) })).toBe('REVIEW_NOT_HELD');
    expect(codeOf(countersigned, agree, { ...FACTS, reviews: [...early.reviews, { reviewId: id(9), heldOn: TODAY }] })).toBe('REVIEW_BEFORE_PROPOSAL');
  });
  it('on adoption follows the decision that the child should be placed, which nobody changed since', () => {
    const plan = planAfter(FACTS, identify(optionsWith('adoption')), propose(), countersign);
    const code = (adoption: typeof FACTS.adoption) => codeOf(plan, agree, { ...FACTS, adoption });
    expect(code([])).toBe('ADM_DECISION_REQUIRED');
    expect(code(decidedForAdoption('2026-10-01'))).toBe('ADM_DECISION_REQUIRED');
    expect(code(decidedForAdoption('2026-09-30'))).toBeUndefined();
    expect(code([...decidedForAdoption('2026-06-01'), { fact: 'adoption.plan-changed-away', on: on('2026-08-01') }])).toBe('ADM_DECISION_REQUIRED');
    expect(code([...decidedForAdoption('2026-06-01'), { fact: 'adoption.plan-changed-away', on: on('2026-08-01') }, ...decidedForAdoption('2026-09-01')])).toBeUndefined();
    expect(refusalNow(plan, 'agreeAtReview', FACTS)?.code).toBe('ADM_DECISION_REQUIRED');
  });
  it('is told with the steps, and not a word of what stands in their way', () => {
    const plan = after(countersigned, FACTS, set('long-term-match', '2026-12-10', { blocker: 'The report is late.', ownerId: NADIA }));
    expect(decidePlan(plan, agree, FACTS)).toEqual({ ok: true, events: [{ type: 'permanence-plan-set', effectiveOn: TODAY, data: {
      planId: PLAN, primary: 'long-term-foster-in-house', parallels: [], contingencies: [], reviewId: REVIEW, reviewSequence: 2, agreedOn: TODAY, milestones: [{ code: 'long-term-match', dueOn: '2026-12-10' }],
    } }] });
    expect(agreed.agreed).toEqual({ reviewId: REVIEW, on: TODAY, managerId: OWEN });
  });
});

describe('a plan that is changed', () => {
  const adoption = planAfter({ ...FACTS, adoption: decidedForAdoption('2026-06-01') }, identify(optionsWith('adoption')), propose(), countersign, agree);
  it('has a reason', () => expect(codeOf(agreed, change('long-term-foster-ifa', 'assessment', { reason: ' ' }))).toBe('CHANGE_NOT_REASONED'));
  it('away from adoption, has one of the four of the return; else another', () => {
    expect(codeOf(adoption, change('long-term-foster-in-house', 'assessment'))).toBe('REVERSAL_REASON_REQUIRED');
    expect(codeOf(adoption, change('long-term-foster-in-house', 'RD3'))).toBeUndefined();
    expect(codeOf(adoption, change('adoption', 'RD3'))).toBe('REVERSAL_REASON_NOT_FITTING');
    expect(codeOf(agreed, change('adoption', 'RD3'))).toBe('REVERSAL_REASON_NOT_FITTING');
  });
  it('keeps the rules of options and of two ways', () => {
    expect(codeOf(agreed, change('adoption', 'assessment', { options: LTF.slice(1) }))).toBe('ONE_PRIMARY');
    expect(codeOf(agreed, change('return-home', 'assessment'))).toBe('TWIN_TRACK_REQUIRED');
  });
  it('can be changed again while the change waits for its review; a first proposal cannot', () => {
    const once = after(agreed, FACTS, change('adoption', 'assessment'));
    expect(codeOf(proposed, change('adoption', 'assessment'))).toBe('PLAN_NOT_AGREED');
    expect(primaryOf(after(once, FACTS, { ...change('long-term-foster-ifa', 'RD1'), by: OWEN }))).toBe('long-term-foster-ifa');
  });
  it('is a proposal again, and what was agreed is still to be seen', () => {
    const plan = after(agreed, FACTS, change('adoption', 'assessment'));
    expect([plan.status, primaryOf(plan), plan.countersigned, plan.agreed?.on]).toEqual(['proposed', 'adoption', undefined, TODAY]);
    expect(codeOf(plan, agree)).toBe('PLAN_NOT_COUNTERSIGNED');
  });
});

describe('several options and steps at once', () => {
  const twoWays = planAfter(FACTS, identify(optionsWith('return-home', 'connected-sgo')), propose(step('viability-done', '2026-10-30', { route: 'connected-sgo' })), countersign);
  const events = (plan: PermanencePlan, command: PlanCommand) => {
    const decision = decidePlan(plan, command, FACTS);
    return decision.ok ? decision.events : decision.refusal.code;
  };

  it('say what differs, the main plan first, and nothing of what is so already', () => {
    const given = revise({ options: [{ route: 'return-home', position: 'contingency' }, { route: 'adoption', position: 'primary' }, { route: 'connected-sgo', position: 'parallel' }], milestones: [step('viability-done', '2026-10-30'), step('match', '2026-12-01')] });
    expect(events(twoWays, given)).toMatchObject([{ data: { route: 'adoption', position: 'primary', by: OWEN } }, { data: { route: 'return-home', position: 'contingency' } }, { type: 'permanence-milestone-moved', data: { code: 'match' } }]);
    expect(after(twoWays, FACTS, given)).toMatchObject({ status: 'proposed', proposed: { by: OWEN }, countersigned: undefined });
    expect(events(twoWays, revise({ options: [{ route: 'connected-sgo', position: 'parallel' }] }))).toEqual([]);
  });
  it('are taken all or none, by the rules of each', () => {
    expect(events(twoWays, revise({ options: [{ route: 'connected-sgo', position: 'contingency' }], milestones: [step('match', '2026-12-01')] }))).toBe('TWIN_TRACK_REQUIRED');
    expect(events(twoWays, revise({ options: [{ route: 'connected-sgo', position: 'contingency' }, { route: 'long-term-foster-in-house', position: 'parallel' }], milestones: [step('match', '2026-12-01', { route: 'long-term-foster-in-house' })] }))).toHaveLength(3);
    expect(events(identified, revise({ options: [{ route: 'adoption', position: 'ruled-out' }] }))).toBe('OPTION_NOT_REASONED');
    expect(events(identified, revise({ milestones: [step('match', '2026-12-01'), step('match', '2026-12-02')] }))).toBe('STEP_TWICE');
    expect(events({ ...agreed, milestones: [step('match', '2026-09-01', { doneOn: on('2026-08-01'), byFact: true })] }, revise({ milestones: [step('match', '2026-09-01')] }))).toBe('STEP_KNOWN_FROM_RECORD');
    expect(codeOf(identified, revise({}), { ...FACTS, lookedAfter: false })).toBe('CHILD_NOT_LOOKED_AFTER');
  });
  it('of an agreed plan are steps alone: its options change with a reason', () => {
    expect(events(agreed, revise({ options: [{ route: 'adoption', position: 'contingency' }] }))).toBe('OPTIONS_NOT_OPEN');
    expect(events(agreed, revise({ milestones: [step('match', '2026-12-01')] }))).toHaveLength(1);
  });
});

describe('steps and sides of permanence', () => {
  it('say nothing new when nothing is', () => {
    expect(decidePlan(agreed, set('long-term-match', '2026-12-10'), FACTS)).toEqual({ ok: true, events: [] });
    expect(decidePlan(after(agreed, FACTS, limb()), limb(), FACTS)).toEqual({ ok: true, events: [] });
  });
  it('leave to the record what the record tells', () => {
    const plan: PermanencePlan = { ...agreed, milestones: [step('match', '2026-09-01', { doneOn: on('2026-08-01'), byFact: true })] };
    expect(codeOf(plan, set('match', '2026-09-01', { doneOn: on('2026-08-02') }))).toBe('STEP_KNOWN_FROM_RECORD');
    expect(codeOf(plan, set('match', '2026-09-05', { doneOn: on('2026-08-01') }))).toBeUndefined();
  });
  it('have a target, and evidence where they are reached', () => {
    expect(codeOf(agreed, limb({ target: ' ' }))).toBe('LIMB_WITHOUT_TARGET');
    expect(codeOf(agreed, limb({ status: 'achieved' }))).toBe('LIMB_WITHOUT_EVIDENCE');
    expect(after(agreed, FACTS, limb()).limbs).toEqual({ emotional: { target: 'Feels that she belongs.', evidence: '', status: 'in-progress' } });
  });
});

describe('the end of a plan', () => {
  it('is achieved only when the record says so', () => {
    expect(codeOf(agreed, { kind: 'achieve' })).toBe('NOT_ACHIEVED_YET');
    expect([achieved.status, achieved.achievedOn]).toEqual(['achieved', TODAY]);
  });
  it('breaks down between its agreement and today', () => {
    expect(codeOf(agreed, { ...breakDown, on: on('2026-10-01') })).toBe('BREAKDOWN_IN_FUTURE');
    expect(codeOf(agreed, { ...breakDown, on: on('2026-09-29') })).toBe('BREAKDOWN_BEFORE_AGREEMENT');
    expect(after(achieved, FACTS, breakDown)).toEqual(NO_PLAN);
  });
});
