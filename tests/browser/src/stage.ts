import { type TestRegion, openRegion } from '@permanence/testing/region';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.js';
import { type Habits, type Kept, Person, type Who } from './person.js';

/** A running region and a browser, for the tests of one `describe`: opened before the first, closed after the last. */
export class Stage {
  private opened: Readonly<{ region: TestRegion; browser: Browser }> | undefined;
  /** Kinds of pages that somebody has looked at already. */
  readonly lookedAt = new Set<string>();
  /** What the browser of each person kept when they had signed in. */
  private readonly signedIn = new Map<string, Kept>();

  private constructor(private readonly prepare: (region: TestRegion) => Promise<void>) {}

  /** Sets the stage around the tests of the `describe` that it is called in. `prepare` loads what all of them need; figures and relays have settled when it is done. */
  static set(prepare: (region: TestRegion) => Promise<void> = async () => undefined): Stage {
    const stage = new Stage(prepare);
    beforeAll(() => stage.open(), 300_000);
    afterAll(() => stage.close(), 60_000);
    return stage;
  }

  get region(): TestRegion {
    return this.current.region;
  }

  /** Somebody who is signed in, and stands on their first page. Who comes again comes back with what their browser kept. Pages without script are looked at by others. */
  async person(who: Who, habits: Habits = {}): Promise<Person> {
    const key = JSON.stringify(who);
    const person = await this.arrive(habits, this.signedIn.get(key));
    if (await person.comesBack()) return person;
    await person.signIn(who);
    this.signedIn.set(key, await person.context.storageState());
    return person;
  }

  /** Somebody who has not signed in yet, or comes back with what their browser kept. */
  arrive(habits: Habits = {}, kept?: Kept): Promise<Person> {
    return Person.arrive(this.current.browser, this.region.url, { ...(habits.script === false ? {} : { lookedAt: this.lookedAt }), ...habits }, kept);
  }

  private get current(): Readonly<{ region: TestRegion; browser: Browser }> {
    if (this.opened === undefined) throw new Error('The stage is not set: see the error of beforeAll.');
    return this.opened;
  }

  private async open(): Promise<void> {
    const [region, browser] = await Promise.all([openRegion(), launch()]);
    this.opened = { region, browser };
    await this.prepare(region);
    await region.region.settled();
  }

  private async close(): Promise<void> {
    await this.opened?.browser.close();
    await this.opened?.region.stop();
  }
}
