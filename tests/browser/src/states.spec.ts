import { setTimeout as wait } from 'node:timers/promises';
import { SCHEMAS, openDatabase } from '@permanence/embedded/runtime';
import { Instant } from '@permanence/kernel/values';
import type { Role } from '@permanence/platform/identity';
import { type SwitchWish, turnAt } from '@permanence/platform/read-only';
import { NAMES_ADDED } from '@permanence/testing/region';
import { mouse } from './hands/mouse.js';
import { assetsOnPage } from './in-page.mjs';
import { MAY_OPEN, addressesOf, makeKnown } from './permissions.js';
import { Stage } from './stage.js';
import { MOST_OF_A_PAGE, MOST_STYLE_AND_SCRIPT, weightOf } from './weight.js';

const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';
/** Loads nothing. */
const SHROPSHIRE = 'E06000051';
const NAMES = Object.values(NAMES_ADDED).map((name) => name.toLowerCase());

describe('who may open what, councils with nothing, and mistakes', () => {
  const stage = Stage.set(async (region) => {
    for (const council of [STAFFORDSHIRE, STOKE]) await region.loadExample(council);
    await makeKnown(region, STAFFORDSHIRE);
  });

  it.each(Object.entries(MAY_OPEN) as [Role, readonly string[]][])('%s opens what is theirs; of the rest, not one word comes', async (role, mayOpen) => {
    const addresses = await addressesOf(await stage.region.as('performance-officer', STAFFORDSHIRE), await stage.region.as('performance-officer', STOKE), STAFFORDSHIRE);
    const person = await stage.person({ role, authority: role.startsWith('regional') ? 'region' : STAFFORDSHIRE }, { look: false });
    const opened: string[] = [];
    for (const [name, path] of Object.entries(addresses)) {
      const { status, text } = await person.answerOf(path);
      if (status === 200) opened.push(name);
      else expect([name, [403, 404].includes(status), NAMES.filter((surname) => text.toLowerCase().includes(surname))]).toEqual([name, true, []]);
    }
    expect(opened.sort()).toEqual([...mayOpen].sort());
    await person.leave();
  }, 120_000);

  it.each(['performance-officer', 'locality-social-worker', 'team-manager', 'data-protection-officer'] as const)('a council that has loaded nothing says so to its %s', async (role) => {
    const person = await stage.person({ role, authority: SHROPSHIRE });
    for (const path of ['/', '/children', '/children?scope=not-allocated', '/imports', '/access-log', '/region/scorecard', '/region/indicators/ado-children-adopted?month=2026-03']) await person.goTo(path, `with nothing loaded ${path}`, role);
    expect(person.faults).toEqual([]);
    await person.leave();
  }, 300_000);

  it('an officer tries the sample, sends nothing by mistake, and a file that is something else', async () => {
    const person = await stage.person({ role: 'performance-officer', authority: SHROPSHIRE });
    const { page } = person;
    const does = mouse(page);
    const words = async (): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    const ended = () => page.getByRole('heading', { level: 1, name: /: (checked|result)$/ }).waitFor();
    await person.goTo('/imports/new', 'load files');
    await does.press('Check the files');
    await person.look('load files: none chosen');
    expect(await words()).toContain('Choose at least one file.');
    await does.attach('Files', [{ name: 'letter.csv', text: 'Dear,Sir\n1,2\n' }]);
    await does.press('Check the files');
    await ended();
    await person.look('a file that is something else');
    expect(await words()).toContain('One file was not read');
    await person.goTo('/imports/new', 'load files');
    await does.press('Check the sample files');
    await ended();
    await person.look('the sample, checked');
    await does.press(/^Apply /);
    await ended();
    await person.look('the sample, applied');
    await person.goTo('/imports/new', 'load files');
    await does.press('Check the sample files');
    await ended();
    await person.look('the sample again');
    expect(await words()).toContain('Already imported, nothing changed.');
    expect(person.faults).toEqual([]);
    await person.leave();
  }, 300_000);

  it('what is not there, what is too old, and whoever was signed out meanwhile get a page that says what to do', async () => {
    const person = await stage.person({ role: 'performance-officer', authority: STAFFORDSHIRE });
    const { page, context } = person;
    const does = mouse(page);
    for (const path of ['/nowhere', '/children/nobody', '/imports/00000000-0000-4000-8000-000000000000', '/help/rules/999999']) {
      expect((await person.goTo(path, 'page not found')).status()).toBe(404);
    }
    expect((await person.goTo('/access-log', 'forbidden')).status()).toBe(403);
    await person.goTo('/imports/new', 'load files');
    await context.clearCookies({ name: '_csrf' });
    await does.press('Check the sample files');
    await person.look('a page too old');
    expect(await page.locator('main').innerText()).toContain('PAGE_TOO_OLD');
    await person.goTo('/imports/new', 'load files');
    await context.clearCookies();
    await does.press('Check the sample files');
    await person.look('signed out meanwhile');
    await does.press('Sign in');
    await person.look('sign-in');
    await person.signIn({ role: 'performance-officer', authority: STAFFORDSHIRE });
    await does.press('Sign out');
    await person.look('signed out');
    expect(person.faults).toEqual([]);
    await person.leave();
  }, 300_000);

  it('pages are light: style sheet and script together, and each page with them', async () => {
    const person = await stage.person({ role: 'team-manager', authority: STAFFORDSHIRE });
    await person.goTo('/children', 'children for a manager');
    const assets = await Promise.all((await person.page.evaluate(assetsOnPage)).map((url) => weightOf(url)));
    const styleAndScript = assets.reduce((sum, bytes) => sum + bytes, 0);
    expect(styleAndScript).toBeLessThanOrEqual(MOST_STYLE_AND_SCRIPT);
    const cookie = (await person.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const [child = ''] = await person.page.locator('tbody th a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const pages = ['/', '/children', child, `${child}/chronology`, `${child}/placements`, '/access-log', '/region/scorecard', '/region/indicators/cla-number-looked-after?authority=E10000028&month=2026-03', '/help/glossary'];
    const weights = await Promise.all(pages.map(async (path) => [path, styleAndScript + (await weightOf(`${stage.region.url}${path}`, cookie))] as const));
    expect(weights.filter(([, bytes]) => bytes > MOST_OF_A_PAGE)).toEqual([]);
    await person.leave();
  }, 120_000);

  it('in read-only mode each page says so, and what was sent is held', async () => {
    const { urlsOf } = await openDatabase(stage.region.dataFolder);
    const turn = async (wish: SwitchWish): Promise<void> => {
      for (const schema of SCHEMAS) await turnAt(urlsOf(schema).ownerUrl, undefined, wish, { by: 'a test', at: Instant('2026-09-30T08:00:00.000Z') });
    };
    const person = await stage.person({ role: 'locality-social-worker', authority: STAFFORDSHIRE });
    const does = mouse(person.page);
    await turn({ on: true, planned: true, reason: 'We are moving to a new server.' });
    // The processes look every two seconds, each at its own time.
    while ((await fetch(`${stage.region.url}/api/locality-hub/v1/relations`, { method: 'POST' })).status !== 503 || !(await person.answerOf('/relations')).text.includes('change nothing')) await wait(100);
    await person.goTo('/relations', 'in read-only mode');
    await does.press('Declare it');
    await person.look('refused in read-only mode');
    expect(await person.page.locator('main').innerText()).toContain('What you sent is held on this page');
    await turn({ on: false });
    expect(person.faults).toEqual([]);
    await person.leave();
  }, 120_000);
});
