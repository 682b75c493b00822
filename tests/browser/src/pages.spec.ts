import { CAPABILITIES_OF_ROLE, type Role } from '@permanence/platform/identity';
import { NAMES_ADDED, type TestRegion, openRegion } from '@permanence/testing/region';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.js';
import { Crawler } from './crawl/crawl.js';
import { Person } from './person.js';

const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';

/** Everybody who can sign in, with a page that the first page may not lead to. */
const PEOPLE: readonly (readonly [role: Role, authority: string, start: readonly string[]])[] = [
  ['performance-officer', STAFFORDSHIRE, ['/', '/imports/new']],
  ['team-manager', STAFFORDSHIRE, ['/', '/children?scope=not-allocated']],
  ['locality-social-worker', STAFFORDSHIRE, ['/']],
  ['qa-auditor', STAFFORDSHIRE, ['/']],
  ['data-protection-officer', STAFFORDSHIRE, ['/']],
  ['elected-member', STAFFORDSHIRE, ['/']],
  ['regional-head-of-operations', 'region', ['/']],
  ['slt-member', 'region', ['/']],
  ['management-board-member', 'region', ['/']],
];

/** Pages that are other pages for those who may do other things; the rest are looked at once. */
const DIFFERS_BY_ROLE = /^\/($|children$|children\/\{id\}$|region\/scorecard$|region\/indicators\/\{indicator\}\?)/;

describe('every page, for everybody who can sign in', () => {
  let region: TestRegion;
  let browser: Browser;
  const lookedAt = new Set<string>();

  beforeAll(async () => {
    [region, browser] = await Promise.all([openRegion(), launch()]);
    for (const council of [STAFFORDSHIRE, STOKE]) await region.loadExample(council);
    await region.region.settled();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await region?.stop();
  }, 60_000);

  it.each(PEOPLE)('%s in %s: no link is dead, nothing is wrong with any page, nobody else’s child is named', async (role, authority, start) => {
    const person = await Person.arrive(browser, region.url, { lookedAt });
    await person.signIn({ role, authority });
    const crawler = new Crawler(person, region.url, (kind) => (DIFFERS_BY_ROLE.test(kind) ? `${JSON.stringify(CAPABILITIES_OF_ROLE[role])} ${kind}` : kind), start);
    const { addresses, faults } = await crawler.run();
    expect(faults).toEqual([]);
    expect(addresses.size).toBeGreaterThan(5);
    expect([...addresses, ...person.titles].filter((text) => Object.values(NAMES_ADDED).some((name) => text.toLowerCase().includes(name.toLowerCase())))).toEqual([]);
    await person.leave();
  }, 900_000);
});
