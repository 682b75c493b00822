import type { CouncilClient, TestRegion } from '@permanence/testing/region';
import type { Page } from 'playwright-core';
import { WAYS } from './hands/ways.js';
import { makeKnown } from './permissions.js';
import { Stage } from './stage.js';

const COUNCIL = 'E10000028';
const WHY_NOT = 'Assessed in June and not safe.';

type Child = Readonly<{ id: string; councilCode: string }>;

const CHILDREN = 6;

/** Six children in care of whom no decision about adoption is on record. */
const withoutDecision = async (worker: CouncilClient): Promise<readonly Child[]> => {
  const { items } = await worker.json<{ items: readonly Child[] }>('locality-hub/v1/children?limit=40');
  const found: Child[] = [];
  for (const child of items) {
    if (found.length === CHILDREN) break;
    const { adoption } = await worker.json<{ adoption: readonly object[] }>(`locality-hub/v1/children/${child.id}`);
    if (adoption.length === 0) found.push(child);
  }
  expect(found).toHaveLength(CHILDREN);
  return found;
};

/** Six children of the worker: reviewed on the day of the test, each with the council's first reviewing officer. */
const reviewed = async (region: TestRegion): Promise<readonly Child[]> => {
  const items = await withoutDecision(await region.as('locality-social-worker', COUNCIL));
  const officer = await region.as('performance-officer', COUNCIL);
  await officer.load(2027, [{ name: 'reviews.csv', text: ['CHILD,DOB,REVIEW,REVIEW_CODE', ...items.map(({ councilCode }) => `${councilCode},,30/09/2026,PN1`), ''].join('\r\n') }]);
  const reviewer = await (await region.as('reviewing-officer', COUNCIL)).json<{ id: string }>('locality-hub/v1/me');
  const manager = await region.as('team-manager', COUNCIL);
  const answer = await manager.send('POST', 'locality-hub/v1/allocations', { childIds: items.map(({ id }) => id), workerId: reviewer.id, from: '2026-09-01', check: false, role: 'iro' });
  expect(answer.status).toBe(200);
  return items;
};

/** A plan of adoption as far as a review could agree it, but for the decision that the child should be placed. */
const adoptionProposed = async (region: TestRegion, { id }: Child): Promise<void> => {
  const [worker, manager] = [await region.as('locality-social-worker', COUNCIL), await region.as('team-manager', COUNCIL)];
  const say = async (who: typeof worker, path: string, body: object): Promise<void> => {
    const answer = await who.send('POST', `locality-hub/v1/children/${id}/plan/${path}`, { ...body, check: false });
    expect([path, answer.status]).toEqual([path, 200]);
  };
  await say(worker, 'options', {
    options: [{ route: 'adoption', position: 'primary' }, { route: 'connected-sgo', position: 'parallel' }, { route: 'return-home', position: 'ruled-out', reason: WHY_NOT }, { route: 'long-term-foster-in-house', position: 'contingency' }],
  });
  await say(worker, 'proposal', { milestones: [{ code: 'viability-done', dueOn: '2026-11-02', route: 'connected-sgo' }] });
  await say(manager, 'countersignature', {});
};

describe('a child’s plan for permanence', () => {
  let children: readonly Child[] = [];
  const stage = Stage.set(async (region) => {
    await region.loadExample(COUNCIL);
    await makeKnown(region, COUNCIL);
    children = await reviewed(region);
    for (const child of children.slice(3)) await adoptionProposed(region, child);
  });

  const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

  /** Each way with children of its own: one who is to go home, one for whom adoption is planned. */
  describe.each(WAYS)('$way', ({ script, hand, at }) => {
    const comes = async (role: 'locality-social-worker' | 'team-manager' | 'reviewing-officer', child: number) => {
      const person = await stage.person({ role, authority: COUNCIL }, { script });
      await person.goTo(`/children/${children[child]?.id ?? ''}/plan`, `plan of child ${String(child < 3)} for ${role}`);
      return { person, page: person.page, does: hand(person.page, person.faults) };
    };

    it('a worker names the options and proposes, and is told what is missing', async () => {
      const { person, page, does } = await comes('locality-social-worker', at);
      expect(await words(page)).toContain('There is no plan yet. A plan is to be agreed');
      await does.press('Name the options');
      await person.look('options of a plan');
      await does.choose('Return home', 'Main plan');
      await does.choose('Special guardianship with family or friends', 'Second plan, worked on now');
      await does.choose('Adoption', 'Ruled out');
      await does.choose('Long-term fostering', 'Fall-back plan');
      await does.press('Name these options');
      await person.look('options without a reason');
      expect(await words(page)).toContain('OPTION_NOT_REASONED');
      await does.write('Why not? Adoption', WHY_NOT);
      await does.press('Name these options');
      await person.look('plan with options');
      expect(await words(page)).toContain(`Adoption Ruled out ${WHY_NOT}`);
      await does.press('Propose the plan');
      await person.look('proposal of a plan');
      await does.press('Propose the plan');
      await person.look('proposal without a second plan');
      expect(await words(page)).toContain('TWIN_TRACK_REQUIRED');
      await does.write('Family checked: due by', '2/11/2026');
      await does.choose('Family checked: belongs to', 'Special guardianship with family or friends');
      await does.press('Propose the plan');
      await person.look('plan proposed');
      expect(await words(page)).toContain('The team manager has not countersigned it yet.');
      expect(await page.getByRole('link', { name: 'Countersign the proposal' }).count()).toBe(0);
      expect(person.faults).toEqual([]);
      await person.leave();
    }, 300_000);

    it('the manager countersigns, and the reviewing officer records at which review it was agreed', async () => {
      const manager = await comes('team-manager', at);
      await manager.does.press('Countersign the proposal');
      await manager.person.look('countersignature');
      await manager.does.press('Countersign the proposal');
      expect(await words(manager.page)).toContain('It is countersigned. A review has not agreed it yet.');
      expect(manager.person.faults).toEqual([]);
      await manager.person.leave();
      const officer = await comes('reviewing-officer', at);
      await officer.does.press('Record that a review agreed it');
      await officer.person.look('agreement');
      await officer.does.press('Record the agreement');
      await officer.person.look('agreement without a review');
      expect(await words(officer.page)).toContain('Choose one.');
      await officer.does.tick(/Wednesday 30 September 2026/);
      await officer.does.press('Record the agreement');
      await officer.person.look('plan agreed');
      expect(await words(officer.page)).toContain('The plan was agreed at the review on Wednesday 30 September 2026.');
      expect(officer.person.faults).toEqual([]);
      await officer.person.leave();
    }, 300_000);

    it('the worker says that a step is done and how far one side is, and changes the plan', async () => {
      const { person, page, does } = await comes('locality-social-worker', at);
      await does.press('Change step: Family checked');
      await person.look('a step');
      await does.write('Done on', '30/9/2026');
      await does.press('Save this step');
      expect(await words(page)).toContain('Done on Wednesday 30 September 2026');
      await does.press('Record how far the emotional side is');
      await person.look('a side of permanence');
      await does.write('What is to be reached?', 'Sees her grandmother each week.');
      await does.tick('Not started');
      await does.press('Save this');
      expect(await words(page)).toContain('Sees her grandmother each week.');
      await does.press('Change the plan');
      await person.look('change: options');
      await does.press('Go on to the steps');
      await person.look('change: steps');
      await does.press('Go on to the reason');
      await person.look('change: reason');
      await does.tick('An assessment');
      await does.press('Propose the change');
      await person.look('change without words');
      expect(await words(page)).toContain('Say why the plan changes.');
      await does.write('Why, in your words?', 'The report is in.');
      await does.press('Propose the change');
      expect(await words(page)).toContain('A change of the plan was proposed on Wednesday 30 September 2026.');
      expect(person.faults).toEqual([]);
      await person.leave();
    }, 300_000);

    it('adoption is not agreed before the decision that the child should be placed', async () => {
      const { person, page } = await comes('reviewing-officer', at + 3);
      expect(await words(page)).toMatch(/Not now Record that a review agreed it\. Adoption can be agreed only .*should be placed.* ADM_DECISION_REQUIRED/);
      expect(await page.getByRole('link', { name: 'Record that a review agreed it' }).count()).toBe(0);
      await person.goTo(`${new URL(page.url()).pathname}/agreement`, 'agreement that cannot be');
      expect(new URL(page.url()).pathname).toMatch(/\/plan$/);
      expect(person.faults).toEqual([]);
      await person.leave();
    }, 300_000);
  });
});
