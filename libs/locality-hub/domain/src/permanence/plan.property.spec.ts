import fc from 'fast-check';
import { LocalDate } from '@permanence/kernel/values';
import { decidePlan } from './decide-plan.js';
import { FACTS, NADIA, OWEN, PLAN, REVIEW, TODAY, decidedForAdoption, id, optionsWith } from './plan.fixture.js';
import { CHANGE_REASONS, LIMBS, LIMB_STATUSES, MILESTONES, OPTION_POSITIONS, PERMANENCE_ROUTES, REVERSAL_REASONS } from './plan.js';
import type { PlanCommand } from './plan-command.js';
import type { Milestone, PlanEvent } from './plan-fact.js';
import type { PlanFacts } from './plan-facts.js';
import { followFacts } from './follow-facts.js';
import { NO_PLAN, type PermanencePlan, type PlanOption, evolvePlan } from './permanence-plan.js';

const route = fc.constantFrom(...PERMANENCE_ROUTES.slice(0, 6));
const option: fc.Arbitrary<PlanOption> = fc.record({ route, position: fc.constantFrom(...OPTION_POSITIONS), reason: fc.constantFrom(undefined, '', 'Not safe.') });
const options = fc.oneof(fc.array(option, { maxLength: 6 }), fc.tuple(route, route).map(([primary, parallel]) => optionsWith(primary, ...(primary === parallel ? [] : [parallel]))));
const milestone: fc.Arbitrary<Milestone> = fc.record({
  code: fc.constantFrom(...MILESTONES), dueOn: fc.constantFrom('2026-08-01', '2026-12-01').map(LocalDate), doneOn: fc.constantFrom(undefined, TODAY, LocalDate('2026-10-01')), route: fc.option(route, { nil: undefined }),
});
const by = fc.constantFrom(NADIA, OWEN);
const command: fc.Arbitrary<PlanCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('identifyOptions' as const), planId: fc.constant(PLAN), options }) },
  fc.record({ kind: fc.constant('placeOption' as const), option, by }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('proposePlan' as const), milestones: fc.array(milestone, { maxLength: 3 }), by }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('countersign' as const), by }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('agreeAtReview' as const), reviewId: fc.constantFrom(REVIEW, id(9)) }) },
  fc.record({ kind: fc.constant('changePlan' as const), options, milestones: fc.array(milestone, { maxLength: 2 }), reasonCode: fc.constantFrom(...CHANGE_REASONS, ...REVERSAL_REASONS), reason: fc.constantFrom('', 'Assessed again.'), by }),
  fc.record({ kind: fc.constant('setMilestone' as const), milestone }),
  fc.record({ kind: fc.constant('revisePlan' as const), options: fc.array(option, { maxLength: 2 }), milestones: fc.array(milestone, { maxLength: 2 }), by }),
  fc.record({ kind: fc.constant('recordLimb' as const), limb: fc.constantFrom(...LIMBS), target: fc.constantFrom('', 'A home.'), evidence: fc.constantFrom('', 'Seen.'), status: fc.constantFrom(...LIMB_STATUSES) }),
  fc.record({ kind: fc.constant('achieve' as const) }),
  fc.record({ kind: fc.constant('breakDown' as const), cause: fc.constantFrom('placement-ended' as const, 'order-ended' as const), on: fc.constant(TODAY) }),
);
const facts: fc.Arbitrary<PlanFacts> = fc.record({ proceedingsOpen: fc.boolean(), adoption: fc.constantFrom([], decidedForAdoption('2026-06-01')), lookedAfter: fc.boolean() }).map((more) => ({ ...FACTS, ...more }));

/** What holds of every plan that can be reached. */
const expectSound = (plan: PermanencePlan): void => {
  if (plan.status === 'none') return expect(plan).toEqual(NO_PLAN);
  expect(plan.options.filter(({ position }) => position === 'primary')).toHaveLength(1);
  expect(new Set(plan.options.map((each) => each.route)).size).toBe(plan.options.length);
  expect(plan.options.filter(({ position, reason }) => position === 'ruled-out' && !reason?.trim())).toEqual([]);
  expect(new Set(plan.milestones.map(({ code }) => code)).size).toBe(plan.milestones.length);
  if (plan.countersigned !== undefined) expect(plan.countersigned.by).not.toBe(plan.proposed?.by);
  if (plan.status === 'agreed' || plan.status === 'achieved') expect(plan.agreed?.managerId).toBe(plan.countersigned?.by);
  const goesHome = plan.options.some((each) => each.position === 'primary' && each.route === 'return-home');
  const hasTwin = plan.options.some((each) => each.position === 'parallel' && plan.milestones.some((own) => own.route === each.route));
  if (plan.status !== 'options-identified' && goesHome) expect(hasTwin).toBe(true);
};

describe('a plan, whatever is asked of it', () => {
  it('is the fold of its log and never in a state that it must not be in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, facts), { maxLength: 25 }), (given) => {
        const log: PlanEvent[] = [];
        const plan = given.reduce((state, [wish, known]) => {
          const decision = decidePlan(state, wish, known);
          if (!decision.ok) return state;
          log.push(...decision.events);
          const next = decision.events.reduce(evolvePlan, state);
          expectSound(next);
          return next;
        }, NO_PLAN);
        expect((JSON.parse(JSON.stringify(log)) as PlanEvent[]).reduce(evolvePlan, NO_PLAN)).toEqual(JSON.parse(JSON.stringify(plan)));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with its record after it has followed it once', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), facts, (given, known) => {
        const plan = given.reduce((state, wish) => {
          const decision = decidePlan(state, wish, { ...FACTS, adoption: decidedForAdoption('2026-06-01') });
          return decision.ok ? decision.events.reduce(evolvePlan, state) : state;
        }, NO_PLAN);
        expect(followFacts(followFacts(plan, known).reduce(evolvePlan, plan), known)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
