import { Instant, LocalDate } from '@permanence/kernel/values';
import type { ChildPlan } from '../../api/plan.js';
import { faultsOf, rendered, wordsOf } from '../../frame/page.fixture.js';
import { TODAY } from '../children.fixture.js';
import { planPage } from './page.js';
import { agreed, cannot, named, noPlan, proposed } from './plan.fixture.js';

const page = (plan: ChildPlan, readsWords = true): string => rendered(planPage(plan, TODAY, { readsWords }));

describe('the plan in a child’s record', () => {
  it('says that there is none yet, by when one is to be agreed and why, and what can be done about it', () => {
    const html = page(noPlan);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('There is no plan yet. A plan is to be agreed: in 10 days, Friday 4 December 2026. That is the second review, or four months in care if they come first.');
    expect(html).toContain('/plan/options">Name the options</a>');
    expect(wordsOf(html)).toContain('Not now Propose the plan. A plan can be proposed once, after the options are named. PLAN_NOT_TO_PROPOSE');
    expect(wordsOf(html)).not.toMatch(/The three sides|No step has/);
  });

  it('is late in words, with what the second review lacked', () => {
    const missing = { code: 'PERMANENCE_PLAN_MISSING_AT_SECOND_REVIEW', sentence: 'The second review was held without an agreed plan.', rule: 'x' };
    const words = wordsOf(page({ ...noPlan, clock: { clock: 'C18', dueOn: LocalDate('2026-11-20'), startKnown: false, metOn: null, late: true, missing } }));
    expect(words).toContain('4 days late, was due Friday 20 November 2026');
    expect(words).toContain('so the day may be earlier');
    expect(words).toContain('The second review was held without an agreed plan. PERMANENCE_PLAN_MISSING_AT_SECOND_REVIEW');
    expect(wordsOf(page({ ...noPlan, clock: null }))).not.toContain('to be agreed');
  });

  it('shows options with the main plan first, and why others are ruled out', () => {
    const html = page(named);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Long-term fostering Main plan Special guardianship with family or friends Second plan, worked on now Adoption Ruled out He wants to see his mother.');
    expect(wordsOf(html)).toContain('The court has not decided yet. Until then there are two plans at a time.');
    expect(wordsOf(html)).toContain('No step has a day yet.');
  });

  it('shows who proposed and countersigned, steps late and done, what is in the way, the three sides', () => {
    const html = page(proposed);
    const words = wordsOf(html);
    expect(faultsOf(html)).toEqual([]);
    expect(words).toContain('A plan was proposed on Monday 9 November 2026. It is countersigned. A review has not agreed it yet.');
    expect(words).toContain('Proposed by Nadia Ferris, Monday 9 November 2026 Countersigned by Owen Brackley, Tuesday 10 November 2026');
    expect(words).toContain('Family meeting offered Thursday 1 October 2026 Done on Monday 28 September 2026 as the record says nobody named');
    expect(words).toContain('Family checked for special guardianship with family or friends Friday 20 November 2026 4 days late Callum Thorley Report not sent');
    expect(words).toContain('Emotional Who the child can count on, now and as an adult. In progress Sees his grandmother each week.');
    expect(html).not.toContain('/plan/milestone');
  });

  it('says at which review it was agreed, and links each step and side to those who keep them', () => {
    const html = page(agreed);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('The plan was agreed at the review on Monday 23 November 2026. It was due by Friday 4 December 2026, and agreed on Monday 23 November 2026.');
    expect(wordsOf(html)).toContain('Agreed At the review on Monday 23 November 2026, with Owen Brackley');
    expect(html).toContain('/plan/milestone?step=viability-done"');
    expect(html).toContain('/plan/limb?side=legal"');
    expect(html).toContain('/chronology?kind=plan"');
  });

  it.each<[string, Partial<ChildPlan>, string]>([
    ['a change on its way', { status: 'proposed', countersigned: null }, 'A change of the plan was proposed on Monday 9 November 2026. The team manager has not countersigned it yet.'],
    ['achieved', { status: 'achieved', achievedOn: LocalDate('2026-11-24') }, 'The plan was achieved on Tuesday 24 November 2026.'],
    ['options only', { status: 'options-identified' }, 'Options were named on Monday 2 November 2026. No plan has been proposed yet.'],
  ])('says where it stands: %s', (_, more, words) => expect(wordsOf(page({ ...agreed, ...more }))).toContain(words));

  it('tells those who do not read what people wrote that it is not shown, and offers nothing that is not theirs', () => {
    const html = page({ ...agreed, allowedCommands: [], options: agreed.options.map((option) => ({ ...option, reason: null })) }, false);
    expect(wordsOf(html)).toContain('What people wrote is not shown to your role.');
    expect(html).not.toMatch(/\/plan\/\w+/);
    expect(wordsOf(html)).not.toContain('What you can do now');
  });

  it('says after a save who else wrote meanwhile, and what', () => {
    const version = { version: 4, what: 'permanence-option-placed', at: Instant('2026-11-24T09:38:00Z'), by: { name: 'Owen Brackley', role: 'team-manager' }, status: 'agreed', options: [], milestones: [], limbs: [] } as const;
    const html = rendered(planPage(agreed, TODAY, { readsWords: true, meanwhile: [version] }));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Saved. Others wrote in the plan while you did, and both stand: Owen Brackley, team manager, gave an option another place on Tuesday 24 November 2026 at 9:38am.');
  });

  it('says of adoption without the decision why it cannot be agreed', () => {
    const words = wordsOf(page({ ...proposed, allowedCommands: [cannot('agreeAtReview', 'ADM_DECISION_REQUIRED', 'Adoption can be agreed only after the decision that the child should be placed for adoption.')] }));
    expect(words).toContain('Nothing now. Not now Record that a review agreed it. Adoption can be agreed only after the decision that the child should be placed for adoption. ADM_DECISION_REQUIRED');
  });
});
