import type { Page } from 'playwright-core';
import { type Hand, arriving, downloading, payloads, pressable } from './hand.js';

/** With a mouse, or a finger. */
export const mouse = (page: Page): Hand => ({
  press: (name) => arriving(page, () => pressable(page, name).click()),
  download: (name) => downloading(page, () => pressable(page, name).click()),
  choose: async (label, option) => {
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
  },
  write: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
  tick: (label) => page.getByLabel(label).check(),
  attach: (label, files) => page.getByLabel(label, { exact: true }).setInputFiles(payloads(files)),
});
