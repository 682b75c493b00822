import type { Page } from 'playwright-core';
import type { Hand } from './hands/hand.js';
import { keyboard } from './hands/keyboard.js';
import { mouse } from './hands/mouse.js';
import { makeKnown } from './permissions.js';
import { Stage } from './stage.js';

const COUNCIL = 'E10000028';
const REASON = 'The carer rang: the child has run off with a cut hand.';

type Way = Readonly<{ way: string; script: boolean; hand: (page: Page, faults: string[]) => Hand; child: number }>;

/** Each way with a child of its own. */
const WAYS: readonly Way[] = [
  { way: 'with a mouse', script: true, hand: mouse, child: 0 },
  { way: 'with the keyboard only', script: true, hand: keyboard, child: 1 },
  { way: 'without JavaScript', script: false, hand: mouse, child: 2 },
];

type Child = Readonly<{ id: string; reference: string }>;

describe('emergency access (journey 9 from the reference on)', () => {
  const children: Child[] = [];
  const stage = Stage.set(async (region) => {
    await region.loadExample(COUNCIL);
    await makeKnown(region, COUNCIL);
    const worker = await region.as('locality-social-worker', COUNCIL);
    children.push(...(await worker.json<{ items: Child[] }>('locality-hub/v1/children?limit=3')).items);
    const { name } = await worker.json<{ name: string }>('locality-hub/v1/me');
    const manager = await region.as('team-manager', COUNCIL);
    const { items } = await manager.json<{ items: { id: string; name: string }[] }>('locality-hub/v1/workers');
    const named = [items.find((each) => each.name !== name)?.id];
    for (const { id } of children) await manager.send('PUT', `locality-hub/v1/children/${id}/restriction`, { restricted: true, named, reason: 'A relative of the family works in this council.' });
  });

  const words = async (page: Page): Promise<string> => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

  describe.each(WAYS)('$way', ({ script, hand, child: at }) => {
    it('a worker opens a restricted record for an hour, and ends it', async () => {
      const { id, reference } = children[at] as Child;
      const worker = await stage.person({ role: 'locality-social-worker', authority: COUNCIL }, { script, axe: ['desk', 'zoomed'] });
      const { page } = worker;
      const does = hand(page, worker.faults);
      expect((await worker.goTo(`/children/${id}`, 'a restricted record')).status()).toBe(403);
      await does.press('Open it in an emergency');
      await worker.look('emergency access');
      expect(await words(page)).toContain(`Record ${reference} is restricted.`);
      await does.write('Why do you need it now?', 'Urgent');
      await does.press('Open it for 60 minutes');
      await worker.look('emergency access: reason too short');
      expect(await words(page)).toContain('at least 20 characters, so that others can follow it');
      await does.write('Why do you need it now?', REASON);
      await does.press('Open it for 60 minutes');
      await worker.look('a record opened in an emergency');
      expect(await words(page)).toMatch(new RegExp(`Record ${reference} is open to you in an emergency. It shuts in (60|59) minutes`));
      await worker.goTo('/help/glossary', 'glossary during emergency access');
      await does.press(/^End now/);
      await worker.look('own emergency access');
      expect(await words(page)).not.toContain('It shuts in');
      expect((await worker.goTo(`/children/${id}`, 'a restricted record')).status()).toBe(403);
      expect(worker.faults).toEqual([]);
      await worker.leave();
    }, 300_000);

    it('the data protection officer reviews it and reads the alert', async () => {
      const { reference } = children[at] as Child;
      const officer = await stage.person({ role: 'data-protection-officer', authority: COUNCIL }, { script, axe: ['desk', 'zoomed'] });
      const { page } = officer;
      const does = hand(page, officer.faults);
      await officer.goTo('/access-log', 'who has looked, with emergency access');
      await does.press('Alerts');
      await officer.look('alerts');
      await does.press(new RegExp(`^Review it.*${reference}`));
      await officer.look('review of emergency access');
      await does.press('Keep this finding');
      await officer.look('review without a finding');
      await does.tick('Yes, it was justified');
      await does.press('Keep this finding');
      await officer.look('alerts, all reviewed');
      expect(await words(page)).toContain('No emergency access waits for a review.');
      await does.press(/^Not read yet/);
      await officer.look('an alert');
      await does.write('Note', 'Rang the team.');
      await does.press('Mark as read');
      expect(await words(page)).toContain('Read by');
      expect(officer.faults).toEqual([]);
      await officer.leave();
    }, 300_000);

    it('a worker says whom they know, and a manager confirms it', async () => {
      const { reference } = children[at] as Child;
      const worker = await stage.person({ role: 'locality-social-worker', authority: COUNCIL }, { script, axe: ['desk', 'zoomed'] });
      const does = hand(worker.page, worker.faults);
      await worker.goTo('/relations', 'children whom one knows');
      await does.press('Declare it');
      await worker.look('declared without a reference');
      await does.write("The child's reference", reference);
      await does.tick('Own family');
      await does.press('Declare it');
      await worker.look('children whom one knows: one');
      await worker.goTo('/alerts/mine', 'emergency access to own children');
      expect(worker.faults).toEqual([]);
      await worker.leave();
      const manager = await stage.person({ role: 'team-manager', authority: COUNCIL }, { script, axe: ['desk', 'zoomed'] });
      const confirms = hand(manager.page, manager.faults);
      await manager.goTo('/relations', 'what others declared');
      await confirms.press(new RegExp(`^Confirm .*${reference}`));
      expect(await words(manager.page)).toContain('Confirmed by');
      expect(manager.faults).toEqual([]);
      await manager.leave();
    }, 300_000);
  });
});
