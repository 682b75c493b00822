import type { Role } from '@permanence/platform/identity';
import { CouncilClient, type CouncilFile, exampleFiles } from '@permanence/testing/region';
import type { Browser } from 'playwright-core';
import { tokenFor } from '../../../tools/token/sign-in.mjs';
import { launch } from './chromium.js';
import { keptForPage } from './in-page.mjs';
import { Person } from './person.js';
import { type Collector, openCollector } from './privacy/collector.js';
import { type RegionProcess, startRegionProcess } from './privacy/region-process.js';
import { type Places, TYPED, WALKS } from './privacy/walks.js';

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

describe('who a child is, and what people write of them', () => {
  let collector: Collector;
  let product: RegionProcess;
  let browser: Browser;
  let places: Places;
  const files = exampleFiles(COUNCIL, 2026);
  const marks = [...marksIn(files), TYPED.toLowerCase()];

  const as = async (role: Role): Promise<CouncilClient> => new CouncilClient(product.url, COUNCIL, await tokenFor({ origin: product.url, role, authority: COUNCIL }));

  const said = async (role: Role, path: string, body: object): Promise<void> => {
    const answer = await (await as(role)).send('POST', `locality-hub/v1/${path}`, { ...body, check: false });
    expect([path, answer.status]).toEqual([path, 200]);
  };

  /** Two children of the first worker, of whom the first was reviewed today; somebody else to name; a row of the tracker. */
  const prepared = async (): Promise<Places> => {
    const [worker, manager, reviewer, officer] = [await as('locality-social-worker'), await as('team-manager'), await as('reviewing-officer'), await as('performance-officer')];
    const staff = { items: [{ registration: 'SW100002', forename: 'Callum', surname: 'Thorley', team: 'Stafford', role: 'locality-social-worker' }] };
    expect((await officer.send('PUT', 'locality-hub/v1/workers', staff)).ok).toBe(true);
    await officer.load(2026, files);
    await manager.json('locality-hub/v1/me');
    const [mine, hers] = [await worker.json<{ id: string }>('locality-hub/v1/me'), await reviewer.json<{ id: string }>('locality-hub/v1/me')];
    const { items } = await manager.json<{ items: { id: string; councilCode: string }[] }>('locality-hub/v1/children?scope=not-allocated&limit=2');
    const [own = '', shut = ''] = items.map(({ id }) => id);
    await said('team-manager', 'allocations', { childIds: [own, shut], workerId: mine.id, from: '2026-09-01' });
    await said('team-manager', 'allocations', { childIds: [own], workerId: hers.id, from: '2026-09-01', role: 'iro' });
    await officer.load(2027, [{ name: 'reviews.csv', text: `CHILD,DOB,REVIEW,REVIEW_CODE\r\n${items[0]?.councilCode ?? ''},,30/09/2026,PN1\r\n` }]);
    const tracker = await manager.json<{ items: { reference: string }[] }>(`regional-hub/v1/tracker?authority=${COUNCIL}&limit=1`);
    return { own, shut, row: tracker.items[0]?.reference ?? '', files };
  };

  beforeAll(async () => {
    collector = await openCollector();
    [product, browser] = await Promise.all([startRegionProcess(collector.url), launch()]);
    places = await prepared();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await collector?.close();
  }, 60_000);

  it.each(Object.entries(WALKS))('stands in no address, title, Referer or storage of the browser of %s', async (_, { who, does }) => {
    const person = await (await Person.arrive(browser, product.url, { look: false })).signIn(who);
    await does(person, places);
    expect(person.titles.size).toBeGreaterThan(1);
    expect(found(marks, [...person.titles].join('\n'))).toEqual([]);
    expect(found(marks, person.asked.map(({ url }) => url).join('\n'))).toEqual([]);
    expect(person.asked.filter(({ referer = '' }) => referer !== '')).toEqual([]);
    const kept = await person.page.evaluate(keptForPage);
    expect(kept).toBe('[{},{},""]');
    expect(found(marks, JSON.stringify(await person.context.storageState()))).toEqual([]);
    await person.leave();
  }, 240_000);

  it('a plan with reasons is agreed, as the region hears', async () => {
    const plan = `children/${places.own}/plan`;
    await said('locality-social-worker', `${plan}/proposal`, { milestones: [{ code: 'viability-done', dueOn: '2026-11-02', route: 'connected-sgo' }] });
    await said('team-manager', `${plan}/countersignature`, {});
    const { reviews } = await (await as('reviewing-officer')).json<{ reviews: { reviewId: string }[] }>(`locality-hub/v1/${plan}`);
    await said('reviewing-officer', `${plan}/agreement`, { reviewId: reviews[0]?.reviewId });
  });

  it('stands in no calendar that a program fetches', async () => {
    const worker = await as('locality-social-worker');
    const answer = await worker.send('POST', 'locality-hub/v1/calendar', {});
    const { path } = (await answer.json()) as { path: string };
    const feed = await (await fetch(`${product.url}${path}`)).text();
    expect(feed).toContain('BEGIN:VEVENT');
    expect(found(marks, feed)).toEqual([]);
    // Whoever has its address has the dates: nothing may tell that either.
    marks.push(path.split('/').at(-1)?.replace('.ics', '').toLowerCase() ?? '');
  });

  it('stands nowhere in what the product writes, puts on topics or tells a collector of traces, however much it is asked to write', async () => {
    await product.stop();
    expect(marks.length).toBeGreaterThan(60);
    const told = { log: product.written(), topics: product.sent(), traces: collector.received() };
    for (const [where, text] of Object.entries(told)) expect([where, text.length > 100, found(marks, text)]).toEqual([where, true, []]);
    for (const type of ['locality-hub.care-period-started', 'locality-hub.permanence-plan-set']) expect([type, told.topics.includes(type)]).toEqual([type, true]);
  }, 60_000);
});
