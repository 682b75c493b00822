import type { Page } from 'playwright-core';
import type { Hand } from '../hands/hand.js';
import type { Person } from '../person.js';
import { mendedFiles, spoiltFiles } from './files.js';

/** What a person read at each step. */
export type Read = Readonly<{ checked: string; applied: string; setAside: string; mended: string; again: string; history: string }>;

const COLLECTION = '2021 to 2022';

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const mainWords = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** Waits until the files are through: the page says so by itself, or when asked again. */
const untilEnded = async ({ page }: Person, hand: Hand, script: boolean): Promise<void> => {
  if (script) return page.getByRole('heading', { level: 1, name: /: (checked|result)$/ }).waitFor();
  while (/: (checking|applying)$/.test(await heading(page))) await hand.press('Check again');
};

/** Uploading the files of one council, in the way of a hand (journey 8, a to e). */
export class ImportJourney {
  constructor(
    private readonly person: Person,
    private readonly hand: Hand,
    private readonly script: boolean,
  ) {}

  async walk(): Promise<Read> {
    const checked = await this.sendAndCheck(spoiltFiles());
    const { applied, setAside } = await this.apply();
    const mended = await this.mend(setAside);
    const again = await this.sendAndCheck(spoiltFiles());
    await this.person.look('already imported');
    await this.hand.press('Files loaded');
    await this.person.look('files loaded');
    return { checked, applied, setAside, mended, again, history: await mainWords(this.person.page) };
  }

  /** a) several files at once; b) what they are; c) leave while they are checked, and come back. */
  private async sendAndCheck(files: Parameters<Hand['attach']>[1]): Promise<string> {
    await this.hand.press('Permanence');
    await this.person.look('my work of a performance officer');
    await this.hand.press('Load files');
    await this.person.look('load files');
    await this.hand.choose('Collection', COLLECTION);
    await this.hand.attach('Files', files);
    await this.hand.press('Check the files');
    await this.hand.press('My work');
    await this.hand.press(new RegExp(`return of ${COLLECTION}`));
    await untilEnded(this.person, this.hand, this.script);
    await this.person.look('checked');
    return mainWords(this.person.page);
  }

  /** d) look, apply, take the rows set aside. */
  private async apply(): Promise<Readonly<{ applied: string; setAside: string }>> {
    await this.hand.press(/^Apply /);
    await untilEnded(this.person, this.hand, this.script);
    await this.person.look('applied');
    const applied = await mainWords(this.person.page);
    return { applied, setAside: await this.hand.download(/rows of Episodes set aside, as CSV$/) };
  }

  /** Mends what was set aside and sends only that. */
  private async mend(setAside: string): Promise<string> {
    await this.hand.press('Send mended rows');
    await this.hand.choose('Collection', COLLECTION);
    await this.hand.attach('Files', mendedFiles(setAside));
    await this.hand.press('Check the files');
    await untilEnded(this.person, this.hand, this.script);
    await this.hand.press(/^Apply /);
    await untilEnded(this.person, this.hand, this.script);
    await this.person.look('mended');
    return mainWords(this.person.page);
  }
}
