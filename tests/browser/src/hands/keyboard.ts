import type { ElementHandle, FileChooser, Locator, Page } from 'playwright-core';
import { chosenIn, standingAt } from '../in-page.mjs';
import { type Hand, arriving, downloading, payloads, pressable } from './hand.js';

/** More stops than any page has: whoever has not arrived by then is in a trap. */
const MOST_STOPS = 400;

/** With the keyboard only: Tab, Shift+Tab, Enter, Space, arrows and letters. What is wrong with the focus on the way is noted in `faults`. */
export const keyboard = (page: Page, faults: string[]): Hand => {
  // Somebody must be listening before the first is opened, else the system's own window opens.
  const opened: FileChooser[] = [];
  page.on('filechooser', (chooser) => opened.push(chooser));
  /** Presses a key, and asks in one go where the focus stands now: each stop is a way to the browser and back. */
  const stop = async (key: 'Tab' | 'Shift+Tab', target: ElementHandle): Promise<boolean> => {
    await page.keyboard.press(key);
    const { fault, isThere } = await page.evaluate(standingAt, target);
    if (fault !== null) faults.push(`${new URL(page.url()).pathname}: ${fault}`);
    return isThere;
  };
  /** Goes to a part of the page, and once back and there again: the way leads both ways. */
  const reach = async (where: Locator): Promise<void> => {
    const target = await where.elementHandle();
    if (target === null) throw new Error(`${new URL(page.url()).pathname}: ${String(where)} is not there`);
    let { isThere } = await page.evaluate(standingAt, target);
    for (let stops = 0; !isThere; stops += 1) {
      if (stops === MOST_STOPS) throw new Error(`${new URL(page.url()).pathname}: the keyboard does not reach ${String(where)}`);
      isThere = await stop('Tab', target);
    }
    await stop('Shift+Tab', target);
    if (!(await stop('Tab', target))) throw new Error(`${new URL(page.url()).pathname}: Shift+Tab and Tab do not lead back to ${String(where)}`);
  };
  const field = (label: string | RegExp): Locator => page.getByLabel(label, typeof label === 'string' ? { exact: true } : {});
  return {
    press: async (name) => {
      await reach(pressable(page, name));
      await arriving(page, () => page.keyboard.press('Enter'));
    },
    download: async (name) => {
      await reach(pressable(page, name));
      return downloading(page, () => page.keyboard.press('Enter'));
    },
    choose: async (label, option) => {
      await reach(field(label));
      const options = await field(label).locator('option').allTextContents();
      await page.keyboard.press('Home');
      for (let at = 0; at < options.indexOf(option); at += 1) await page.keyboard.press('ArrowDown');
      const chosen = await field(label).evaluate(chosenIn);
      if (chosen !== option) throw new Error(`the arrows chose ${chosen ?? 'nothing'} in place of ${option}`);
    },
    write: async (label, text) => {
      await reach(field(label));
      await page.keyboard.press('Control+A');
      await (text === '' ? page.keyboard.press('Delete') : page.keyboard.type(text));
    },
    tick: async (label) => {
      await reach(field(label));
      await page.keyboard.press('Space');
    },
    attach: async (label, files) => {
      await reach(field(label));
      const [asked] = [page.waitForEvent('filechooser'), await page.keyboard.press('Enter')];
      await (await asked).setFiles(payloads(files));
    },
  };
};
