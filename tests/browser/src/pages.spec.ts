import { CAPABILITIES_OF_ROLE, type Role } from '@permanence/platform/identity';
import { NAMES_ADDED } from '@permanence/testing/region';
import { Crawler } from './crawl/crawl.js';
import { makeKnown } from './permissions.js';
import { Stage } from './stage.js';
import { troubledFiles } from './troubled-files.js';

const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';
const NAMES = Object.values(NAMES_ADDED).map((name) => name.toLowerCase());

/** The children whom a person may know by name: those of the own council, where the role shows children. */
const mayName = (role: Role): readonly string[] => ('child:list' in CAPABILITIES_OF_ROLE[role] ? [NAMES_ADDED[STAFFORDSHIRE]?.toLowerCase() ?? ''] : []);

/** Everybody who can sign in, with a page that the first page may not lead to. */
const PEOPLE: readonly (readonly [role: Role, authority: string, start: readonly string[]])[] = [
  ['performance-officer', STAFFORDSHIRE, ['/', '/imports/new', `/region/indicators/cla-number-looked-after?authority=${STAFFORDSHIRE}&month=2026-03`]],
  ['team-manager', STAFFORDSHIRE, ['/', '/children?scope=not-allocated']],
  ['locality-social-worker', STAFFORDSHIRE, ['/']],
  ['qa-auditor', STAFFORDSHIRE, ['/']],
  ['data-protection-officer', STAFFORDSHIRE, ['/']],
  ['elected-member', STAFFORDSHIRE, ['/']],
  ['reviewing-officer', STAFFORDSHIRE, ['/']],
  ['information-owner', STAFFORDSHIRE, ['/']],
  ['regional-head-of-operations', 'region', ['/']],
  ['slt-member', 'region', ['/']],
  ['management-board-member', 'region', ['/']],
];

/** Pages that are other pages for those who may do other things; the rest are looked at once. */
const DIFFERS_BY_ROLE = /^\/($|children$|children\/\{id\}$|region\/scorecard$|region\/indicators\/\{indicator\}\?)/;

/** Every kind of page of this issue that a link leads to. */
const KINDS = [
  '/', '/access-log', '/accessibility', '/children', '/children/allocate', '/children/{id}', '/cookies', '/help/glossary', '/help/rules/{clock}', '/help/rules/{rule}', '/imports', '/imports/new', '/imports/{id}',
  ...['access', 'chronology', 'family', 'findings', 'missing', 'placements', 'plan', 'restriction', 'reviews', 'workers'].map((part) => `/children/{id}/${part}`), '/imports/{id}/corrections', '/imports/{id}/findings',
  '/alerts', '/calendar', '/children/tracker', '/emergency-access', '/privacy', '/region/harder-to-place', '/region/sharing', '/region/sharing/grants', '/region/tracker', '/region/tracker/board', '/relations', '/region/indicators/{indicator}', '/region/indicators/{indicator}/cases', '/region/scorecard', '/region/indicators/{indicator}/commentary', '/region/commentary', '/region/targets', '/region/packs', '/region/packs/{authority}/{month}/freeze',
];

describe('every page, for everybody who can sign in', () => {
  const came = new Set<string>();
  const troubled: { path?: string } = {};

  const stage = Stage.set(async (region) => {
    for (const council of [STAFFORDSHIRE, STOKE]) await region.loadExample(council);
    const { id } = await (await region.as('performance-officer', STAFFORDSHIRE)).load(2026, troubledFiles(STAFFORDSHIRE));
    troubled.path = `/imports/${id}`;
    await makeKnown(region, STAFFORDSHIRE);
  });

  it.each(PEOPLE)('%s in %s: no link is dead, nothing is wrong with any page, nobody else’s child is named', async (role, authority, start) => {
    const person = await stage.arrive({ axe: ['desk', 'zoomed'] });
    await person.signIn({ role, authority });
    const crawler = new Crawler(person, stage.region.url, {
      start: role === 'performance-officer' ? [...start, troubled.path ?? ''] : start, strangers: NAMES.filter((name) => !mayName(role).includes(name)),
      keyOf: (kind) => (DIFFERS_BY_ROLE.test(kind) ? `${JSON.stringify(CAPABILITIES_OF_ROLE[role])} ${kind}` : kind),
    });
    const { addresses, opened, faults } = await crawler.run();
    expect(faults).toEqual([]);
    for (const kind of opened) came.add(kind);
    expect([...addresses, ...person.titles].filter((text) => NAMES.some((name) => text.toLowerCase().includes(name)))).toEqual([]);
    await person.leave();
  }, 900_000);

  it('somebody came to each kind of page', () => {
    expect(KINDS.filter((kind) => !came.has(kind))).toEqual([]);
  });
});
