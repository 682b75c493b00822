import type { Role } from '@permanence/platform/identity';
import { NAMES_ADDED } from '@permanence/testing/region';
import { faultsOnPaper } from './look.js';
import { type Paper, paperOf } from './paper/sheets.js';
import { makeKnown } from './permissions.js';
import { Stage } from './stage.js';
import { troubledFiles } from './troubled-files.js';

const COUNCIL = 'E10000028';
const FIGURE = '/region/indicators/cla-number-looked-after?authority=E10000028&month=2026-03&known=2026-06-30';
/** The day on which the region believes to be. */
const DAY = 'Wednesday 30 September 2026';

/** `words`: as they are read, with display as on paper. */
type Printed = Paper & Readonly<{ words: string }>;

describe('pages on paper', () => {
  const found: { child: string; load: string } = { child: '', load: '' };

  const stage = Stage.set(async (region) => {
    await region.loadExample(COUNCIL);
    const officer = await region.as('performance-officer', COUNCIL);
    found.load = `/imports/${(await officer.load(2026, troubledFiles(COUNCIL))).id}`;
    await makeKnown(region, COUNCIL);
    found.child = `/children/${(await officer.all<{ id: string }>('locality-hub/v1/children'))[0]?.id ?? ''}`;
  });

  /** Opens a page and prints it. Whatever the page, it is marked, numbered, says who printed it when, and is sound. */
  const print = async (role: Role, path: string, words: string): Promise<Printed> => {
    const person = await stage.person({ role, authority: COUNCIL }, { look: false });
    const { page } = person;
    await page.goto(path);
    const faults = await faultsOnPaper(page);
    const paper = paperOf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    const read = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    expect([...faults, ...person.faults]).toEqual([]);
    expect(paper.tagged).toBe(true);
    paper.sheets.forEach((sheet, at) => {
      expect(sheet.words).toContain(`Page${at + 1}of${paper.sheets.length}`);
      expect(sheet.words).toContain('Official-sensitive');
      expect(sheet.words).not.toMatch(/\/children\/|https?:/);
    });
    expect(read).toMatch(new RegExp(`Printed by ${words} in Staffordshire on ${DAY} at [\\d:]+[ap]m, from the page as it stood on ${DAY} at [\\d:]+[ap]m\\.`));
    await person.leave();
    return { ...paper, words: read };
  };

  const UPRIGHT = { width: 210, height: 297 } as const;
  const ACROSS = { width: 297, height: 210 } as const;

  it.each(['', '/chronology', '/placements', '/reviews', '/access'])('a child’s record prints the section: %s', async (section) => {
    const { sheets, words } = await print('qa-auditor', `${found.child}${section}`, 'Gwendolen Yarwood, quality assurance auditor');
    expect(sheets[0]).toMatchObject(UPRIGHT);
    expect(words).toMatch(/[A-Z]\.[A-Z]\. CH-/);
    expect(words).not.toContain('Who has looked at this record ');
    if (section === '/chronology') expect(words).toContain('Shown: everything, newest first.');
  }, 120_000);

  it('the list prints as a whole, with its filter in words on top', async () => {
    const { sheets, words } = await print('performance-officer', '/children?lookedAfter=all&sort=name&rows=500', 'Tamsin Iqbal, performance officer');
    expect(words.indexOf('Shown: all of the council, in care now or before, by name.')).toBeGreaterThan(0);
    expect(words.indexOf('Shown: ')).toBeLessThan(words.indexOf('Social worker'));
    expect(words).toMatch(/All \d{2,} are shown\./);
    expect(sheets.length).toBeGreaterThan(1);
  }, 120_000);

  it('the list of a manager prints without its boxes to tick', async () => {
    const { words } = await print('team-manager', '/children?scope=not-allocated', 'Owen Brackley, team manager');
    expect(words).not.toContain('Choose');
  }, 120_000);

  it('the scorecard prints across the sheet, an area a sheet, each with the day to which it is known at its foot', async () => {
    const { sheets } = await print('performance-officer', '/region/scorecard?month=2026-03', 'Tamsin Iqbal, performance officer');
    for (const sheet of sheets) expect(sheet).toMatchObject(ACROSS);
    const areas = ['Childrenincare', 'Fosterhomes', 'Adoption', 'Specialguardianship', 'Goinghome'].map((area) => sheets.findIndex(({ words }) => new RegExp(`${area}Indicator`).test(words)));
    expect([...new Set(areas)].sort()).toEqual([...areas].sort());
    for (const at of areas) expect(sheets[at]?.words).toContain('March2026.Asknowntoday,Wednesday30September2026.');
  }, 120_000);

  it('an indicator prints its drawing and its months, with what was asked on top', async () => {
    const { words } = await print('performance-officer', FIGURE, 'Tamsin Iqbal, performance officer');
    expect(words).toContain('Shown: Staffordshire, March 2026, beside what was known on 30 June 2026.');
    expect(words).not.toContain('take these figures away');
    expect(words).not.toContain('See all');
  }, 120_000);

  it('what came of an import prints without the contents of rows', async () => {
    const { words } = await print('performance-officer', found.load, 'Tamsin Iqbal, performance officer');
    expect(words).toContain('What happened to each row');
    expect(words).toMatch(/Set aside: \d+ rows?/);
    expect(words).toContain('How to mend it');
    expect(words).not.toMatch(/First of them|, row [\d,]+|“XX”/);
    expect(Object.values(NAMES_ADDED).filter((name) => words.includes(name))).toEqual([]);
    expect(words).toMatch(/Corrected: \d+ earlier facts What they were and what they are is not printed/);
  }, 120_000);

  it('the list of all who looked prints with its filter', async () => {
    const { words } = await print('data-protection-officer', '/access-log?from=2026-09-01', 'Sunil Braithe, data protection officer');
    expect(words).toContain('Shown: from 1 September 2026, to now, whatever the reason.');
  }, 120_000);
});
