import type { ImportView } from '@permanence/testing/region';
import type { Page } from 'playwright-core';
import type { Hand } from './hands/hand.js';
import { keyboard } from './hands/keyboard.js';
import { mouse } from './hands/mouse.js';
import { ImportJourney } from './import-journey/import-journey.js';
import { Stage } from './stage.js';

type Way = Readonly<{ way: string; authority: string; script: boolean; hand: (page: Page, faults: string[]) => Hand }>;

/** Each way in a council of its own, so that each begins with nothing. */
const WAYS: readonly Way[] = [
  { way: 'with a mouse', authority: 'E10000028', script: true, hand: mouse },
  { way: 'with the keyboard only', authority: 'E06000021', script: true, hand: keyboard },
  { way: 'without JavaScript', authority: 'E06000051', script: false, hand: mouse },
];

describe('a council loads its files (journey 8, a to e)', () => {
  const stage = Stage.set();

  /** What the imports of a council came to, oldest first: the same whichever way they were sent. */
  const importsOf = async (authority: string): Promise<object[]> => {
    const officer = await stage.region.as('performance-officer', authority);
    const imports = await officer.all<ImportView & { check: boolean }>('locality-hub/v1/imports');
    return imports.map(({ check, rows, findings, nothingChanged }) => ({ check, rows, findings, nothingChanged })).reverse();
  };

  it.each(WAYS)('$way: sends, looks, applies, mends, and sends the same again', async ({ authority, script, hand }) => {
    const person = await stage.person({ role: 'performance-officer', authority }, { script });
    const read = await new ImportJourney(person, hand(person.page, person.faults), script).walk();

    expect(read.checked).toContain('One file was not read; the others went on.');
    expect(read.checked).toMatch(/Reviews[^.]*REVIEW_CODE/);
    expect(read.checked).toContain('729 rows checked, nothing has changed yet. 727 would change the records, 2 are set aside for you to mend.');
    expect(read.checked).toContain('Findings by rule');
    expect(read.applied).toContain('729 rows checked. 727 are in the records now, 2 are set aside for you to mend.');
    expect(read.setAside.trimEnd().split('\r\n')).toHaveLength(3);
    // The sample itself states five reviews twice, differently.
    expect(read.mended).toContain('1,136 rows checked. 1,131 are in the records now, 5 are set aside for you to mend.');
    expect(read.again).toContain('Already imported, nothing changed; 2 are set aside for you to mend.');
    expect(person.faults).toEqual([]);
    expect(await importsOf(authority)).toEqual(await importsOf(WAYS[0]?.authority ?? ''));
    await person.leave();
  }, 600_000);
});
