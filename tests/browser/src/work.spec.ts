import type { Page } from 'playwright-core';
import { mouse } from './hands/mouse.js';
import { WAYS } from './hands/ways.js';
import { makeKnown } from './permissions.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const COUNCIL = 'E10000028';

const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
/** The number beside a heading. */
const numberIn = (text: string): number => Number((/([\d,]+)$/.exec(text.trim())?.[1] ?? '').replaceAll(',', ''));

describe('the people of a council at work', () => {
  const stage = Stage.set(async (region) => {
    await region.loadExample(COUNCIL, 2);
    await makeKnown(region, COUNCIL);
  });

  const person = async (role: 'team-manager' | 'locality-social-worker' | 'performance-officer', script = true, nth: 0 | 1 = 0): Promise<Person> => stage.person({ role, authority: COUNCIL, nth }, { script });

  describe.each(WAYS)('$way', ({ script, hand }) => {
    it('a manager allocates one child, then several, and the worker has them on the first page', async () => {
      const manager = await person('team-manager', script);
      const { page } = manager;
      const does = hand(page, manager.faults);
      await manager.goTo('/children?scope=not-allocated', 'not allocated');
      const before = numberIn(await heading(page));
      const names = (await page.locator('tbody th a').allInnerTexts()).slice(0, 3);
      const [first = '', ...others] = names;

      await does.press(first);
      await manager.look('record of a child for a manager');
      await does.press('Allocate a worker');
      await manager.look('allocate one');
      expect(await page.title()).toBe('Allocate a worker - Permanence');
      await does.press('See what will happen');
      await manager.look('allocate: nobody chosen');
      expect(await words(page)).toContain('Choose a worker.');
      const worker = await page.getByLabel('Social worker').locator('option').filter({ hasText: 'Callum Thorley' }).innerText();
      await does.choose('Social worker', worker);
      await does.press('See what will happen');
      await manager.look('allocate: preview');
      expect(await words(page)).toContain('Nothing has changed yet.');
      await does.press('Allocate Callum Thorley');
      await manager.look('allocated');
      expect(await heading(page)).toBe('Callum Thorley is now the worker of 1 child');

      await does.press('Next: children who are not allocated');
      expect(numberIn(await heading(page))).toBe(before - 1);
      for (const name of others) await does.tick(`Choose ${name}`);
      await does.press('Allocate a worker to those chosen');
      await manager.look('allocate several');
      await does.choose('Social worker', await page.getByLabel('Social worker').locator('option').filter({ hasText: 'Callum Thorley' }).innerText());
      await does.press('See what will happen');
      await does.press('Allocate Callum Thorley');
      expect(await heading(page)).toBe('Callum Thorley is now the worker of 2 children');
      expect(manager.faults).toEqual([]);
      await manager.leave();

      const callum = await person('locality-social-worker', true, 1);
      await callum.goTo('/children', 'children of a worker');
      const list = await words(callum.page);
      for (const name of names) expect(list).toContain(name);
      expect(callum.faults).toEqual([]);
      await callum.leave();
    }, 300_000);
  });

  it('a manager restricts a record: the other manager is refused, sees whom to ask, and a named person opens it', async () => {
    const owen = await person('team-manager');
    const does = mouse(owen.page);
    await owen.goTo('/children', 'children of a team');
    const link = owen.page.locator('tbody th a').first();
    const [name, address] = [await link.innerText(), (await link.getAttribute('href')) ?? ''];
    await does.press(name);
    await does.press('Restrict this record');
    await owen.look('restrict');
    await does.press('Restrict this record');
    await owen.look('restrict: no reason');
    expect(await owen.page.title()).toMatch(/^Error: /);
    await does.tick('Nadia Ferris');
    await does.write('Why', 'A relative of the child works in this council.');
    await does.press('Restrict this record');
    await owen.look('a restricted record, for whom it opens');
    expect(await words(owen.page)).toContain('This record is restricted');
    await owen.leave();

    const hester = await person('team-manager', true, 1);
    expect((await hester.goTo(address, 'a restricted record')).status()).toBe(403);
    expect(await words(hester.page)).toContain('This record is restricted to named people. Ask Owen Brackley, team manager.');
    for (const part of ['', '/chronology', '/placements', '/reviews', '/missing', '/workers', '/family', '/findings', '/access', '/restriction']) {
      const { status, text } = await hester.answerOf(`${address}${part}`);
      expect([part, status, text.includes(name)]).toEqual([part, 403, false]);
    }
    await hester.goTo('/children', 'children, one restricted');
    const list = await words(hester.page);
    expect(list).toContain('Restricted record');
    expect(list).not.toContain(name);
    expect(hester.faults).toEqual([]);
    await hester.leave();

    const nadia = await person('locality-social-worker');
    expect((await nadia.goTo(address, 'a restricted record of a named worker')).status()).toBe(200);
    await mouse(nadia.page).press('Who has looked at this record');
    await nadia.look('who has looked');
    const looks = await words(nadia.page);
    expect(looks).toContain('Nadia Ferris');
    expect(looks).toContain('Team manager Stafford team, Staffordshire');
    expect(looks).not.toContain('Owen Brackley');
    expect(looks).not.toContain('Hester Lomax team manager, Staffordshire Overview');
    expect(nadia.faults).toEqual([]);
    await nadia.leave();
  }, 300_000);

  it.each(WAYS)('a figure is followed down to a child $way: as many cases as it counts', async ({ script, hand }) => {
    const officer = await person('performance-officer', script);
    const does = hand(officer.page, officer.faults);
    const { page } = officer;
    await does.press('Region');
    await officer.look('scorecard of a performance officer');
    await page.goto('/region/indicators/cla-number-looked-after?authority=E10000028&month=2026-03');
    await officer.look('indicator of a performance officer');
    const [, counted = ''] = /The ([\d,]+) (?:children|cases)/.exec(await words(page)) ?? [];
    expect(Number(counted)).toBeGreaterThan(20);
    await does.press(/^See all/);
    await officer.look('cases');
    expect(numberIn(await heading(page))).toBe(Number(counted));
    expect(await page.locator('tbody tr').count()).toBe(Math.min(50, Number(counted)));
    const name = await page.locator('tbody th a').first().innerText();
    await does.press(name);
    await officer.look('record for a performance officer');
    expect(await page.locator('.app-identity__name').innerText()).toBe(name);
    expect(officer.faults).toEqual([]);
    await officer.leave();
  }, 300_000);
});
