import type { Page } from 'playwright-core';

/** A file as it is chosen in a form. */
export type ChosenFile = Readonly<{ name: string; text: string }>;

/** How somebody does things on a page, by what is written on it. */
export type Hand = Readonly<{
  /** Presses a link or a button that leads to another page. */
  press: (name: string | RegExp) => Promise<void>;
  /** Presses what gives a file. @returns its text */
  download: (name: string | RegExp) => Promise<string>;
  /** Chooses in a list. */
  choose: (label: string, option: string) => Promise<void>;
  /** Writes in a field, over what stands there. */
  write: (label: string, text: string) => Promise<void>;
  tick: (label: string | RegExp) => Promise<void>;
  /** Chooses files. */
  attach: (label: string, files: readonly ChosenFile[]) => Promise<void>;
}>;

/** The link or button of this name; of several, the first. */
export const pressable = (page: Page, name: string | RegExp) => {
  const exact = typeof name === 'string' ? { name, exact: true } : { name };
  return page.getByRole('link', exact).or(page.getByRole('button', exact)).first();
};

/** Does what leads to another page, and waits until that one is there with its scripts. */
export const arriving = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await act();
  await arrived;
  await page.waitForLoadState('load');
};

/** Does what gives a file, and reads it. */
export const downloading = async (page: Page, act: () => Promise<void>): Promise<string> => {
  const given = page.waitForEvent('download');
  await act();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await given).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

export const payloads = (files: readonly ChosenFile[]) => files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
