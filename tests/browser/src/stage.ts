import { type TestRegion, openRegion } from '@permanence/testing/region';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.js';
import { type Habits, Person, type Who } from './person.js';

/** A running region and a browser, for the tests of one `describe`: opened before the first, closed after the last. */
export class Stage {
  private opened: Readonly<{ region: TestRegion; browser: Browser }> | undefined;
  /** Kinds of pages that somebody has looked at already. */
  readonly lookedAt = new Set<string>();

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

  /** Somebody who signs in. Pages without script are looked at by others. */
  async person(who: Who, habits: Habits = {}): Promise<Person> {
    return (await this.arrive(habits)).signIn(who);
  }

  /** Somebody who has not signed in yet. */
  arrive(habits: Habits = {}): Promise<Person> {
    return Person.arrive(this.current.browser, this.region.url, { ...(habits.script === false ? {} : { lookedAt: this.lookedAt }), ...habits });
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
