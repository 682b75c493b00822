import { type CouncilFile, exampleFiles } from '@permanence/testing/region';
import type { Page } from 'playwright-core';
import type { Hand } from './hands/hand.js';
import { keyboard } from './hands/keyboard.js';
import { mouse } from './hands/mouse.js';
import { makeKnown } from './permissions.js';
import { Stage } from './stage.js';

const COUNCIL = 'E06000021';

/** Each way freezes a month of its own: a pack is frozen once. `late` is the child of whom the council hears after that. */
type Way = Readonly<{ way: string; script: boolean; hand: (page: Page, faults: string[]) => Hand; month: string; words: string; late: number }>;

const WAYS: readonly Way[] = [
  { way: 'with a mouse', script: true, hand: mouse, month: '2026-03', words: 'March 2026', late: 1 },
  { way: 'with the keyboard only', script: true, hand: keyboard, month: '2026-02', words: 'February 2026', late: 2 },
  { way: 'without JavaScript', script: false, hand: mouse, month: '2026-01', words: 'January 2026', late: 3 },
];

const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** What the pack says of the council's own number, in the column after the region's and Staffordshire's. */
const lookedAfter = async (page: Page): Promise<number> => {
  const row = page.locator('tbody tr').filter({ has: page.getByRole('link', { name: 'Children looked after', exact: true }) });
  return Number.parseInt(await row.locator('td').nth(2).innerText(), 10);
};

/** A line for one more child, made of the first line of a file. */
const withLine = (text: string, cells: Readonly<Record<string, string>>): string => {
  const [head = '', first = ''] = text.split(/\r?\n/);
  const line = first.split(',').map((cell, at) => cells[head.split(',')[at] ?? ''] ?? cell).join(',');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.replace(/\s+$/, '')}${end}${line}${end}`;
};

/** The council's collection once more, with children in care since June whom it had not sent. */
const filesWith = (late: number): CouncilFile[] =>
  exampleFiles(COUNCIL, 2026).map(({ name, text }) => {
    const children = Array.from({ length: late }, (_, at) => `LATE${String(at + 1)}`);
    if (name === 'header.csv') return { name, text: children.reduce((so, CHILD) => withLine(so, { CHILD, DOB: '04/05/2015', UPN: 'UN1', MOTHER: '', MC_DOB: '' }), text) };
    if (name !== 'episodes.csv') return { name, text };
    const episode = { DECOM: '02/06/2025', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '' };
    return { name, text: children.reduce((so, CHILD) => withLine(so, { CHILD, ...episode }), text) };
  });

describe('month end, from comment to restatement (portal.md journey 6)', () => {
  const stage = Stage.set(async (region) => {
    await region.loadExample(COUNCIL);
    await makeKnown(region, COUNCIL);
  });

  it.each(WAYS)('a performance officer comments, freezes, is refused, and tells what has changed since: $way', async ({ script, hand, month, words: inWords, late }) => {
    const officer = await stage.person({ role: 'performance-officer', authority: COUNCIL }, { script });
    const { page } = officer;
    const does = hand(page, officer.faults);

    await officer.goTo(`/region/scorecard?month=${month}`, 'scorecard of who comments');
    expect(await heading(page)).toBe(`Scorecard, ${inWords}`);
    await does.press(/of your figures asks? for a comment|What is said of your figures/);
    await officer.look('comments');
    await does.press(/^Write a comment/);
    await officer.look('a comment');
    const about = await heading(page);
    await does.press('Keep this comment');
    await officer.look('a comment: nothing said');
    expect(await page.title()).toMatch(/^Error: /);
    await does.write('Where is it going?', 'It is moving.');
    await does.write('Why?', 'Several things came together.');
    await does.write('What is being done?', 'We look again next month.');
    await does.press('Keep this comment');
    await officer.look('comments, one written');
    expect(await words(page)).toContain(`Change it on ${about}`);

    await officer.goTo(`/region/packs?authority=${COUNCIL}`, 'packs of who freezes');
    await does.press(new RegExp(`^Freeze it ${inWords}`));
    await officer.look('freeze a month');
    expect(await words(page)).toContain('After this the pack does not change');
    await does.press('Freeze this month');
    await officer.look('a pack');
    expect(await heading(page)).toBe(`Pack of ${inWords}, Stoke-on-Trent`);
    expect(await words(page)).toMatch(/Frozen on Wednesday 30 September 2026 at .* It was due on .* and is late\./);
    expect(await words(page)).toContain('Several things came together.');
    const pdf = await page.context().request.get((await page.getByRole('link', { name: 'Download the pack (PDF)' }).getAttribute('href')) ?? '');
    expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 8).toString('latin1')]).toEqual([200, 'application/pdf', '%PDF-1.7']);
    const counted = await lookedAfter(page);

    const { rows } = await (await stage.region.as('performance-officer', COUNCIL)).load(2026, filesWith(late));
    expect(rows.applied).toBeGreaterThan(0);
    await stage.region.region.settled();
    await officer.goTo(`/region/indicators/cla-number-looked-after/commentary?authority=${COUNCIL}&month=${month}`, 'a comment on a frozen month');
    await does.write('Where is it going?', 'One more.');
    await does.write('Why?', 'A child was sent late.');
    await does.write('What is being done?', 'Nothing more.');
    await does.press('Keep this comment');
    await officer.look('a comment that comes too late');
    expect(await words(page)).toContain('PACK_FROZEN');
    await does.press('See what has changed since, and say why');
    await officer.look('what has changed since');
    expect(await words(page)).toMatch(new RegExp(`Children looked after Frozen at ${String(counted)}\\. As known now: ${String(counted + 1)} \\(\\+1\\)\\. 1 case added: .*CH-`));
    await does.write('Why Children looked after has changed', 'The council sent this child late.');
    await does.press('Keep this reason');
    await officer.look('what has changed since, with a reason');
    await officer.goTo(`/region/packs/${COUNCIL}/${month}`, 'a pack, after');
    expect(await lookedAfter(page)).toBe(counted);
    expect(officer.faults).toEqual([]);
    await officer.leave();
  }, 400_000);

  it('the region sees how many cases, not which, and no child behind them', async () => {
    const head = await stage.person({ role: 'regional-head-of-operations', authority: 'region' });
    await head.goTo(`/region/packs/${COUNCIL}/2026-03/restatements`, 'what has changed since, for the region');
    expect(await words(head.page)).toContain('You see how many cases changed, not which');
    expect(await words(head.page)).not.toContain('CH-');
    const cases = await head.answerOf(`/region/indicators/cla-number-looked-after/cases?authority=region&month=2026-03`);
    expect([cases.status, cases.text.includes('DRILL_DOWN_REFUSED')]).toEqual([403, true]);
    await head.goTo('/region/targets', 'targets, to enter');
    expect(head.faults).toEqual([]);
    await head.leave();
  }, 120_000);
});
