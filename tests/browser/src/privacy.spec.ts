import type { Role } from '@permanence/platform/identity';
import { CouncilClient, type CouncilFile, exampleFiles } from '@permanence/testing/region';
import type { Browser } from 'playwright-core';
import { tokenFor } from '../../../tools/token/sign-in.mjs';
import { launch } from './chromium.js';
import { mouse } from './hands/mouse.js';
import { keptForPage } from './in-page.mjs';
import { Person } from './person.js';
import { type RegionProcess, startRegionProcess } from './privacy/region-process.js';

const COUNCIL = 'E10000028';

const cellsOf = (files: readonly CouncilFile[], wanted: Readonly<Record<string, readonly string[]>>): string[] =>
  files.flatMap(({ name, text }) => {
    const [first = '', ...lines] = text.trimEnd().split(/\r?\n/);
    const columns = (wanted[name] ?? []).map((column) => first.split(',').indexOf(column));
    return lines.flatMap((line) => columns.map((column) => line.split(',')[column] ?? ''));
  });

/** What tells who a child is and stands nowhere else: surnames of this council's own, pupil numbers, postcodes. */
const marksIn = (files: readonly CouncilFile[]): readonly string[] =>
  [...new Set(cellsOf(files, { 'names.csv': ['SURNAME'], 'header.csv': ['UPN'], 'episodes.csv': ['HOME_POST', 'PL_POST'] }))].filter((mark) => mark.length >= 6).map((mark) => mark.toLowerCase());

const found = (marks: readonly string[], text: string): readonly string[] => marks.filter((mark) => [mark, mark.replaceAll(' ', '+'), mark.replaceAll(' ', '%20')].some((way) => text.toLowerCase().includes(way)));

describe('who a child is', () => {
  let product: RegionProcess;
  let browser: Browser;
  const files = exampleFiles(COUNCIL, 2026);
  const marks = marksIn(files);

  beforeAll(async () => {
    [product, browser] = await Promise.all([startRegionProcess(), launch()]);
    const officer = new CouncilClient(product.url, COUNCIL, await tokenFor({ origin: product.url, role: 'performance-officer', authority: COUNCIL }));
    await officer.load(2026, files);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  /** Comes to the pages that name children, does what can be done there, and makes mistakes. */
  const wander = async (role: Role): Promise<Person> => {
    const person = await (await Person.arrive(browser, product.url, { look: false })).signIn({ role, authority: COUNCIL });
    const { page } = person;
    const does = mouse(page);
    // Nobody here is anybody's worker yet.
    await person.goTo(role === 'team-manager' ? '/children?scope=not-allocated' : '/children');
    const first = await page.locator('tbody th a').first().getAttribute('href');
    for (const part of ['', '/chronology', '/placements', '/reviews', '/missing', '/plan', '/workers', '/family', '/findings', '/access', '/restriction', '/nowhere']) await person.goTo(`${first ?? ''}${part}`);
    if (role === 'team-manager') {
      await person.goTo(`${first ?? ''}/restriction`);
      await does.write('Why', 'short');
      await does.press('Restrict this record');
      await person.goTo(`/children/allocate?child=${(first ?? '').split('/')[2] ?? ''}`);
      await does.press('See what will happen');
      await person.look('allocate');
    }
    if (role === 'performance-officer') {
      await person.goTo('/imports/new');
      await does.choose('Collection', '2025 to 2026');
      await does.attach('Files', files.map(({ name, text }) => ({ name, text: text.replace(/,M,/, ',7,').replace(/^(\w+),\d\d\//m, '$1,99/') })));
      await does.press('Check the files');
      await page.getByRole('heading', { level: 1, name: /: (checked|result)$/ }).waitFor();
      await person.look('checked');
      await person.goTo('/region/indicators/cla-number-looked-after/cases?authority=E10000028&month=2026-03');
    }
    return person;
  };

  it.each(['team-manager', 'performance-officer', 'qa-auditor'] as const)('stands in no address, title, Referer or storage of the browser of a %s', async (role) => {
    const person = await wander(role);
    expect(person.titles.size).toBeGreaterThan(8);
    expect(found(marks, [...person.titles].join('\n'))).toEqual([]);
    expect(found(marks, person.asked.map(({ url }) => url).join('\n'))).toEqual([]);
    expect(person.asked.filter(({ referer = '' }) => referer !== '')).toEqual([]);
    const kept = await person.page.evaluate(keptForPage);
    expect(kept).toBe('[{},{},""]');
    expect(found(marks, JSON.stringify(await person.context.storageState()))).toEqual([]);
    await person.leave();
  }, 240_000);

  it('stands nowhere in what the product writes, however much it is asked to write', () => {
    expect(marks.length).toBeGreaterThan(60);
    expect(product.written().length).toBeGreaterThan(100);
    expect(found(marks, product.written())).toEqual([]);
  });
});
