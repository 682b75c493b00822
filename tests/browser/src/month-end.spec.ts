import { type CouncilFile, exampleFiles } from '@permanence/testing/region';
import type { Page } from 'playwright-core';
import { setClock } from './clock.js';
import { WAYS } from './hands/ways.js';
import { makeKnown } from './permissions.js';
import type { Who } from './person.js';
import { Stage } from './stage.js';

const COUNCIL = 'E06000021';
const OFFICER: Who = { role: 'performance-officer', authority: COUNCIL };
const FIGURE = 'Children adopted from care in the year';

/** A pack is frozen once: each way freezes a month of its own. Of the three only March's is in time. */
const MONTHS = [
  { month: '2026-03', words: 'March 2026', due: 'It was due on Thursday 16 April 2026.' },
  { month: '2026-02', words: 'February 2026', due: 'It was due on Friday 13 March 2026 and is late.' },
  { month: '2026-01', words: 'January 2026', due: 'It was due on Friday 13 February 2026 and is late.' },
] as const;
const monthOf = (at: number): (typeof MONTHS)[number] => MONTHS[at] ?? MONTHS[0];

const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

const rowOf = (page: Page) => page.locator('tbody tr').filter({ has: page.getByRole('link', { name: FIGURE, exact: true }) });
/** What a pack says of the council's own number, in the column after the region's and Staffordshire's. */
const inPack = async (page: Page): Promise<number> => Number.parseInt(await rowOf(page).locator('td').nth(2).innerText(), 10);
/** The same on a scorecard. */
const onScorecard = async (page: Page): Promise<number> => Number.parseInt(await rowOf(page).locator('td').nth(2).locator('.app-cell__value').innerText(), 10);

/** A line for one more child, made of the first line of a file. */
const withLine = (text: string, cells: Readonly<Record<string, string>>): string => {
  const [head = '', first = ''] = text.split(/\r?\n/);
  const line = first.split(',').map((cell, at) => cells[head.split(',')[at] ?? ''] ?? cell).join(',');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.replace(/\s+$/, '')}${end}${line}${end}`;
};

/** The council's collection once more, with a child of whom it had not heard: adopted on 10 December 2025. */
const withLateOrder = (): CouncilFile[] =>
  exampleFiles(COUNCIL, 2026).map(({ name, text }) => {
    const [CHILD, DOB] = ['LATE1', '04/05/2022'];
    if (name === 'header.csv') return { name, text: withLine(text, { CHILD, DOB, UPN: 'UN1', MOTHER: '', MC_DOB: '' }) };
    if (name === 'ad1.csv') return { name, text: withLine(text, { CHILD, DOB, DATE_INT: '02/06/2025', DATE_MATCH: '02/06/2025' }) };
    if (name === 'episodes.csv') return { name, text: withLine(text, { CHILD, DECOM: '02/06/2025', RNE: 'S', LS: 'E1', CIN: 'N1', PLACE: 'A6', PLACE_PROVIDER: 'PR1', DEC: '10/12/2025', REC: 'E12', REASON_PLACE_CHANGE: '' }) };
    return { name, text };
  });

describe('month end, from comment to restatement (portal.md journey 6)', () => {
  const frozenAt = new Map<string, number>();
  const stage = Stage.set(async (region) => {
    setClock(region, '2026-04-08T08:00:00.000Z');
    await region.loadExample(COUNCIL);
    await makeKnown(region, COUNCIL);
  });

  it.each(WAYS)('a, b: a performance officer comments on what moved, and freezes the month: $way', async ({ at, script, hand }) => {
    const officer = await stage.person(OFFICER, { script });
    const { page } = officer;
    const does = hand(page, officer.faults);
    const { month, words: inWords, due } = monthOf(at);
    await officer.goTo(`/region/scorecard?month=${month}`, 'scorecard of who comments');
    expect(await heading(page)).toBe(`Scorecard, ${inWords}`);
    await does.press(/of your figures asks? for a comment|What is said of your figures/);
    await officer.look('comments');
    expect(await page.title()).toBe(`Comments, ${inWords} - Permanence`);
    expect(await words(page)).toContain('A comment is asked for where a figure moved by more than a tenth');
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
    expect(await words(page)).toMatch(/Frozen on Wednesday 8 April 2026 at /);
    expect(await words(page)).toContain(due);
    expect(await words(page)).toContain('Several things came together.');
    const pdf = await page.context().request.get((await page.getByRole('link', { name: 'Download the pack (PDF)' }).getAttribute('href')) ?? '');
    expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 8).toString('latin1')]).toEqual([200, 'application/pdf', '%PDF-1.7']);
    frozenAt.set(month, await inPack(page));
    expect(officer.faults).toEqual([]);
    await officer.leave();
  }, 400_000);

  describe('on Sunday 1 November, after an order that came late', () => {
    beforeAll(async () => {
      setClock(stage.region, '2026-11-01T08:00:00.000Z');
      const { rows } = await (await stage.region.as('performance-officer', COUNCIL)).load(2026, withLateOrder());
      expect(rows.applied).toBeGreaterThan(0);
      await stage.region.region.settled();
    }, 120_000);

    it.each(WAYS)('c, d: the pack does not change; what has changed stands beside it, with the case: $way', async ({ at, script, hand }) => {
      const officer = await stage.person(OFFICER, { script });
      const { page } = officer;
      const does = hand(page, officer.faults);
      const { month } = monthOf(at);
      const counted = frozenAt.get(month) ?? Number.NaN;
      await officer.goTo(`/region/indicators/ado-children-adopted/commentary?authority=${COUNCIL}&month=${month}`, 'a comment on a frozen month');
      await does.write('Where is it going?', 'One more.');
      await does.write('Why?', 'An order was sent late.');
      await does.write('What is being done?', 'Nothing more.');
      await does.press('Keep this comment');
      await officer.look('a comment that comes too late');
      expect(await words(page)).toContain('PACK_FROZEN');
      await does.press('See what has changed since, and say why');
      await officer.look('what has changed since');
      expect(await words(page)).toMatch(new RegExp(`${FIGURE} Frozen at ${String(counted)}\\. As known now: ${String(counted + 1)} \\(\\+1\\)\\. 1 case added: .*CH-`));
      await does.write(`Why ${FIGURE} has changed`, 'The council sent this order late.');
      await does.press(/^Keep this reason/);
      await officer.look('what has changed since, with a reason');
      expect(await words(page)).toContain('The council sent this order late.');
      await officer.goTo(`/region/packs/${COUNCIL}/${month}`, 'a pack, after');
      expect(await inPack(page)).toBe(counted);
      await officer.goTo(`/region/scorecard?month=${month}`, 'scorecard, after');
      expect(await words(page)).toContain('As known today, Sunday 1 November 2026.');
      expect(await onScorecard(page)).toBe(counted + 1);
      await officer.goTo(`/region/scorecard?month=${month}&known=2026-04-08`, 'scorecard as known before');
      expect(await onScorecard(page)).toBe(counted);
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
});
