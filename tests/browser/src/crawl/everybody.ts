import { CAPABILITIES_OF_ROLE, type Role } from '@permanence/platform/identity';
import { NAMES_ADDED } from '@permanence/testing/region';
import { makeKnown } from '../permissions.js';
import { Stage } from '../stage.js';
import { troubledFiles } from '../troubled-files.js';
import { Crawler } from './crawl.js';

export const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';
const NAMES = Object.values(NAMES_ADDED).map((name) => name.toLowerCase());

/** Somebody who can sign in, with pages that the first page may not lead to. */
export type Walker = readonly [role: Role, authority: string, start: readonly string[]];

/** The children whom a person may know by name: those of the own council, where the role shows children. */
const mayName = (role: Role): readonly string[] => ('child:list' in CAPABILITIES_OF_ROLE[role] ? [NAMES_ADDED[STAFFORDSHIRE]?.toLowerCase() ?? ''] : []);

/** Pages that are other pages for those who may do other things; the rest are looked at once. */
const OWN_FIRST_PAGES = /^\/($|children$|children\/\{id\}$)/;

/** What a page of figures offers besides figures. */
const FIGURES = /^\/region\/(scorecard$|indicators\/\{indicator\}\?)/;
const BESIDE_FIGURES = ['kpi:read', 'kpi:drill-to-case', 'commentary:write', 'pack:freeze', 'target:set', 'population:set'] as const;

/** For whom a kind of page is another page: '' where it is the same for everybody. */
const forWhom = (role: Role, kind: string): string => {
  const may: Readonly<Record<string, unknown>> = CAPABILITIES_OF_ROLE[role];
  if (OWN_FIRST_PAGES.test(kind)) return JSON.stringify(may);
  return FIGURES.test(kind) ? JSON.stringify(BESIDE_FIGURES.map((capability) => may[capability] ?? null)) : '';
};

/** Each of these people follows every link of every page, in a region where two councils have loaded files; together they come to these kinds of pages. */
export const everyPageOf = (people: readonly Walker[], kinds: readonly string[]): void => {
  const came = new Set<string>();
  const troubled: { path?: string } = {};

  const stage = Stage.set(async (region) => {
    for (const council of [STAFFORDSHIRE, STOKE]) await region.loadExample(council);
    const { id } = await (await region.as('performance-officer', STAFFORDSHIRE)).load(2026, troubledFiles(STAFFORDSHIRE));
    troubled.path = `/imports/${id}`;
    await makeKnown(region, STAFFORDSHIRE);
  });

  it.each(people)('%s in %s: no link is dead, nothing is wrong with any page, nobody else’s child is named', async (role, authority, start) => {
    const person = await stage.arrive({ axe: ['desk', 'zoomed'] });
    await person.signIn({ role, authority });
    const crawler = new Crawler(person, stage.region.url, {
      start: role === 'performance-officer' ? [...start, troubled.path ?? ''] : start, strangers: NAMES.filter((name) => !mayName(role).includes(name)),
      forWhom: (kind) => forWhom(role, kind),
    });
    const { addresses, opened, faults } = await crawler.run();
    expect(faults).toEqual([]);
    for (const kind of opened) came.add(kind);
    expect([...addresses, ...person.titles].filter((text) => NAMES.some((name) => text.toLowerCase().includes(name)))).toEqual([]);
    await person.leave();
  }, 900_000);

  it('somebody came to each kind of page', () => {
    expect(kinds.filter((kind) => !came.has(kind))).toEqual([]);
  });
};
