// PM8: what pages weigh, how soon the server answers for a caseload of 50, and how long pages take to load on a processor that is slowed four times. Medians of five.
import 'reflect-metadata';
import { LocalDate } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';
import { type CouncilClient, TODAY, type TestRegion, openRegion } from '@permanence/testing/region';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { makeCouncil } from '../../../tools/demonstration/index.js';
import { median } from './messaging.sample.js';
import { AUTHORITY, figure } from './service.sample.js';

const ROUNDS = 5;
/** What GOV.UK Frontend and MOJ Frontend weigh gzipped, style sheets and scripts, without fonts. */
const BASELINE_BYTES = 55_600;
const KILOBYTE = 1000;
const SLOWED = 4;
const ASKED = 60;

type Someone = Readonly<{ page: Page; context: BrowserContext; signIn: (who: Readonly<{ role: string; authority: string }>) => Promise<Someone>; leave: () => Promise<void> }>;
type Browsers = Readonly<{ launch: () => Promise<Browser> }>;
type People = Readonly<{ Person: Readonly<{ arrive: (browser: Browser, origin: string, habits: Readonly<{ look: boolean }>) => Promise<Someone> }> }>;
type Weights = Readonly<{ weightOf: (url: string, cookie?: string) => Promise<number> }>;
type InPage = Readonly<{ assetsOnPage: () => string[] }>;

const fromBrowserTests = (file: string): Promise<unknown> => import(projectFile('tests', 'browser', 'src', file));
const { launch } = (await fromBrowserTests('chromium.ts')) as Browsers;
const { Person } = (await fromBrowserTests('person.ts')) as People;
const { weightOf } = (await fromBrowserTests('weight.ts')) as Weights;
const { assetsOnPage } = (await fromBrowserTests('in-page.mjs')) as InPage;

/** The value below which so many of a hundred lie. */
const percentile = (values: readonly number[], of: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil((of / 100) * values.length) - 1)] ?? 0;

/** Two colleagues' children are the first worker's too: some fifty. */
const asOneCaseload = (text: string): string => text.replaceAll(/\bSW10000[34]\b/g, 'SW100001');

/** A council of 150 children, of whom the worker who signs in has a third. @returns how many that is */
const load = async (officer: CouncilClient, worker: CouncilClient): Promise<number> => {
  const council = makeCouncil({ authority: AUTHORITY, seed: 'bench', today: LocalDate(TODAY), lookedAfterNow: 150, years: [2026, 2027] });
  await officer.send('PUT', 'locality-hub/v1/workers', { items: council.workers.map((each) => ({ ...each, role: 'locality-social-worker' })) });
  for (const { year, asAt, files } of council.years) {
    const texts = [...files, council.names].map(({ name, csv }) => ({ name, text: asOneCaseload([...csv()].join('')) }));
    await officer.load(year, texts, asAt === undefined ? {} : { asAt });
  }
  return (await worker.json<{ total: number }>('locality-hub/v1/children?limit=1')).total;
};

const pagesOf = (child: string): readonly string[] => [
  '/', '/children', child, ...['chronology', 'placements', 'reviews', 'workers', 'family', 'missing', 'plan', 'access'].map((part) => `${child}/${part}`),
  '/children/tracker', '/relations', '/emergency-access', '/region/scorecard', `/region/indicators/cla-number-looked-after?authority=${AUTHORITY}&month=2026-08`, '/region/tracker', '/region/tracker/board', '/region/harder-to-place', '/help/glossary',
];

const cookieOf = async ({ context }: Someone): Promise<string> => (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** Bytes of each page with its style sheets and scripts, as they travel. */
const weights = async (origin: string, someone: Someone, pages: readonly string[]): Promise<number[]> => {
  const cookie = await cookieOf(someone);
  const all: number[] = [];
  for (const path of pages) {
    const answer = await someone.page.goto(path);
    if (answer?.ok() !== true) throw new Error(`${path} was answered ${answer?.status()}`);
    const assets = await Promise.all((await someone.page.evaluate(assetsOnPage)).map((url) => weightOf(url)));
    all.push(assets.reduce((sum, bytes) => sum + bytes, await weightOf(`${origin}${path}`, cookie)));
  }
  return all;
};

/** Milliseconds until the first bytes of a page come, one request after the other. */
const answersOf = async (url: string, cookie: string): Promise<number[]> => {
  const took: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const begun = performance.now();
    const answer = await fetch(url, { headers: { cookie, accept: 'text/html' } });
    took.push(performance.now() - begun);
    if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
    await answer.text();
  }
  return took;
};

/** Seconds from the start of each page to the end of its load event; the second visit of a browser, as people's are. */
const loadsOf = async (someone: Someone, pages: readonly string[]): Promise<number[]> => {
  const control = await someone.context.newCDPSession(someone.page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const took: number[][] = pages.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, path] of pages.entries()) {
      await someone.page.goto(path, { waitUntil: 'load' });
      took[at]?.push(await someone.page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd') as number);
    }
  }
  await control.detach();
  return took.map((each) => median(each) / 1000);
};

const measure = async (region: TestRegion, browser: Browser): Promise<void> => {
  const [officer, worker] = await Promise.all([region.as('performance-officer', AUTHORITY), region.as('locality-social-worker', AUTHORITY)]);
  const caseload = await load(officer, worker);
  await region.region.settled();
  const someone = await Person.arrive(browser, region.url, { look: false });
  await someone.signIn({ role: 'locality-social-worker', authority: AUTHORITY });
  const { items } = await worker.json<{ items: readonly { id: string }[] }>('locality-hub/v1/children?limit=1');
  const pages = pagesOf(`/children/${items[0]?.id ?? ''}`);
  const bytes = await weights(region.url, someone, pages);
  figure('PM8', `HTML, style sheet and script of a page, gzipped / GOV.UK and MOJ Frontend alone, the middle one of ${pages.length} pages`, median(bytes) / BASELINE_BYTES, 'at most 1.35, 1.0 wished for');
  figure('PM8', 'the heaviest of them, in kB', Math.max(...bytes) / KILOBYTE, 'at most 100');
  const cookie = await cookieOf(someone);
  for (const path of ['/', '/children']) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(percentile(await answersOf(`${region.url}${path}`, cookie), 95));
    figure('PM8', `milliseconds to the first byte of ${path === '/' ? 'my work' : 'the list of children'} for a caseload of ${caseload}, p95`, median(rounds), 'at most 200');
  }
  figure('PM8', `seconds to load a page at a processor slowed ${SLOWED} times, p75 of ${pages.length} pages`, percentile(await loadsOf(someone, pages), 75), 'at most 1; GOV.UK 0.455');
  await someone.leave();
};

const [region, browser] = await Promise.all([openRegion(), launch()]);
try {
  await measure(region, browser);
} finally {
  await browser.close();
  await region.stop();
}
