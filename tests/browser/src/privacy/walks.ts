import type { CouncilFile } from '@permanence/testing/region';
import { mouse } from '../hands/mouse.js';
import type { Person, Who } from '../person.js';

const COUNCIL = 'E10000028';
const MONTH = '2026-03';

/** A name that stands in everything that somebody writes freely here, and nowhere else. */
export const TYPED = 'Wimblethorpe';
const written = (about: string): string => `${TYPED} spoke of ${about} with the family on Tuesday.`;

/** Where the walks lead: two children of one worker, the reference of the second, and one more child by the reference of the tracker. */
export type Places = Readonly<{ own: string; shut: string; row: string; files: readonly CouncilFile[] }>;
/** One person, and what they do: they come to the pages, write where one can write, and make mistakes. */
export type Walk = Readonly<{ who: Who; does: (person: Person, places: Places) => Promise<void> }>;

const RECORD = ['', '/chronology', '/placements', '/reviews', '/missing', '/plan', '/workers', '/family', '/findings', '/access', '/restriction', '/nowhere'];
const REGION = ['/region/tracker', '/region/tracker?authority=E10000028&sort=next', '/region/tracker/board', '/region/harder-to-place', '/region/scorecard', `/region/packs?authority=${COUNCIL}`];

const visit = async (person: Person, paths: readonly string[]): Promise<void> => {
  for (const path of paths) await person.goTo(path);
};

const asks: Walk['does'] = async (person, { row }) => {
  await visit(person, [...REGION, `/region/tracker/${row}`, `/region/tracker/${row}/record`, `/region/tracker/${row}/profile`, `/region/tracker/${row}/profile/ask`]);
  const does = mouse(person.page);
  await does.tick('To find a family');
  await does.press('Ask for it');
  await person.look('asked');
  await visit(person, ['/region/sharing', '/region/sharing/grants']);
};

const reads: Walk['does'] = (person, { row }) => visit(person, ['/region/sharing/grants', `/region/tracker/${row}/profile`]);

const manages: Walk['does'] = async (person, { own, shut, row }) => {
  const does = mouse(person.page);
  await visit(person, ['/', '/children', '/children/tracker', '/children?scope=not-allocated', ...RECORD.map((part) => `/children/${own}${part}`), `/children/${own}/restriction`]);
  await does.write('Why', 'short');
  await does.press('Restrict this record');
  await person.goTo(`/children/${shut}/restriction`);
  await does.tick('Callum Thorley');
  await does.write('Why', written('a relative'));
  await does.press('Restrict this record');
  await person.goTo(`/children/allocate?child=${own}`);
  await does.press('See what will happen');
  await person.look('allocate');
  await visit(person, ['/relations', ...REGION, '/region/sharing/grants']);
  await does.press(row);
  await does.tick('First name');
  await does.write('Another field, by its name in the agreement', `locality-hub.profile.${TYPED}`);
  await does.press('Share this profile');
  await person.look('shared: not that');
  await does.write('Another field, by its name in the agreement', '');
  await does.press('Share this profile');
  await person.look('shared');
};

const works: Walk['does'] = async (person, { own, shut }) => {
  const does = mouse(person.page);
  await visit(person, ['/', '/calendar', '/children', '/children/tracker', '/children/tracker?q=late', '/relations', '/alerts/mine', ...REGION, `/children/${own}/plan`]);
  await does.press('Name the options');
  await does.choose('Return home', 'Main plan');
  await does.choose('Special guardianship with family or friends', 'Second plan, worked on now');
  await does.choose('Adoption', 'Ruled out');
  await does.choose('Long-term fostering', 'Fall-back plan');
  await does.write('Why not? Adoption', written('adoption'));
  await does.press('Name these options');
  await person.look('options');
  await person.goTo(`/children/${shut}`);
  await does.press('Open it in an emergency');
  await does.write('Why do you need it now?', TYPED);
  await does.press('Open it for 60 minutes');
  await does.write('Why do you need it now?', written('a night away'));
  await does.press('Open it for 60 minutes');
  await visit(person, [`/children/${shut}/chronology`, `/children/${shut}/access`, '/emergency-access']);
};

const protects: Walk['does'] = async (person) => {
  const does = mouse(person.page);
  await visit(person, ['/access-log', '/access-log?why=grant', '/region/sharing/grants', '/alerts']);
  await does.press(/^Review it/);
  await does.tick('No, it was not justified');
  await does.write('Note', written('the review'));
  await does.press('Keep this finding');
  await does.press(/^Not read yet/);
  await does.write('Note', written('the alert'));
  await does.press('Mark as read');
  await person.look('read');
};

const counts: Walk['does'] = async (person, { own, files }) => {
  const does = mouse(person.page);
  await visit(person, ['/children', ...RECORD.map((part) => `/children/${own}${part}`), '/imports/new']);
  await does.choose('Collection', '2025 to 2026');
  await does.attach('Files', files.map(({ name, text }) => ({ name, text: text.replace(/,M,/, ',7,').replace(/^(\w+),\d\d\//m, '$1,99/') })));
  await does.press('Check the files');
  await person.page.getByRole('heading', { level: 1, name: /: (checked|result)$/ }).waitFor();
  await person.look('checked');
  await visit(person, [`/region/indicators/cla-number-looked-after/cases?authority=${COUNCIL}&month=${MONTH}`, `/region/commentary?month=${MONTH}`, `/region/indicators/cla-number-looked-after/commentary?authority=${COUNCIL}&month=${MONTH}`]);
  for (const field of ['Where is it going?', 'Why?', 'What is being done?']) await does.write(field, written('the figures'));
  await does.press('Keep this comment');
  await person.goTo(`/region/packs/${COUNCIL}/${MONTH}/freeze`);
  await does.press('Freeze this month');
  await visit(person, [`/region/packs/${COUNCIL}/${MONTH}`, `/region/packs/${COUNCIL}/${MONTH}/public`, `/region/packs/${COUNCIL}/${MONTH}/restatements`]);
};

const audits: Walk['does'] = (person, { own, shut }) => visit(person, ['/children', '/children/tracker', ...RECORD.map((part) => `/children/${own}${part}`), `/children/${shut}/access`, '/access-log', ...REGION]);

const looksOver: Walk['does'] = (person, { row }) => visit(person, [...REGION, `/region/tracker/${row}`, `/region/tracker/${row}/record`, '/region/sharing', '/region/targets', `/region/packs/${COUNCIL}/${MONTH}`, `/region/packs/${COUNCIL}/${MONTH}/restatements`]);

/** In the order of a story: what one asks for another shares, what one opens another reviews. */
export const WALKS: Readonly<Record<string, Walk>> = {
  'a worker of another council, who asks': { who: { role: 'locality-social-worker', authority: 'E06000021' }, does: asks },
  'a team manager': { who: { role: 'team-manager', authority: COUNCIL }, does: manages },
  'the worker who asked': { who: { role: 'locality-social-worker', authority: 'E06000021' }, does: reads },
  'a worker': { who: { role: 'locality-social-worker', authority: COUNCIL }, does: works },
  'a data protection officer': { who: { role: 'data-protection-officer', authority: COUNCIL }, does: protects },
  'a performance officer': { who: { role: 'performance-officer', authority: COUNCIL }, does: counts },
  'an auditor': { who: { role: 'qa-auditor', authority: COUNCIL }, does: audits },
  'the regional head': { who: { role: 'regional-head-of-operations', authority: 'region' }, does: looksOver },
};
