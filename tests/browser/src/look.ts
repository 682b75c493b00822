import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type Seen, isWithin, screenPartsShown, seenOnPage, spaceOut, wideParts } from './in-page.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** 320 px by 256 px is 1,280 by 1,024 at 400% (WCAG 1.4.10). */
export const SIZES = { desk: { width: 1280, height: 900 }, zoomed: { width: 320, height: 256 } } as const;
export type Size = keyof typeof SIZES;

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** Why axe could not measure a contrast, and where that is no fault: the colours there are those that the palette's own spec measures. */
const EXPLAINED: readonly (readonly [why: string, where: string])[] = [
  // One sign or figure has the colour of the words around it.
  ['nonBmp', 'body'], ['shortTextContent', 'body'],
  // Words in a drawing stand on the drawing's ground, some over its lines.
  ['imgNode', 'svg'], ['bgOverlap', 'svg'],
  // The line of a timeline is drawn before its entries.
  ['pseudoContent', '.moj-timeline'],
  // What a region that scrolls sideways has not scrolled to.
  ['elmPartiallyObscured', '.app-scroll'], ['bgOverlap', '.app-scroll'], ['outsideViewport', '.app-scroll'],
];

type Node = Found['nodes'][number];

const isExplained = async (page: Page, { any, target }: Node): Promise<boolean> => {
  const keys = any.map(({ data }) => (data as { messageKey?: string } | null)?.messageKey);
  const places = EXPLAINED.filter(([why]) => keys.includes(why)).map(([, where]) => where);
  return places.length > 0 && page.locator(target.join(' ')).first().evaluate(isWithin, places.join(', '));
};

const unexplained = async (page: Page, found: Found): Promise<Found> => {
  const nodes = [];
  for (const node of found.nodes) if (!(await isExplained(page, node))) nodes.push(node);
  return { ...found, nodes };
};

const worded = (how: string, { id, nodes }: Found): readonly string[] =>
  nodes.length === 0 ? [] : [`${how}: ${id} (${nodes.length}): ${nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`];

const axeFaults = async (page: Page, size: string, unasked: readonly string[] = []): Promise<readonly string[]> => {
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode(true).options({ preload: false, resultTypes: ['violations', 'incomplete'] }).withTags(TAGS).disableRules([...unasked]).analyze();
  const undecided = await Promise.all(incomplete.map((found) => unexplained(page, found)));
  return [...violations.flatMap((found) => worded(`axe, ${size}`, found)), ...undecided.flatMap((found) => worded(`axe could not decide, ${size}`, found))];
};

const documentFaults = ({ title, h1, isError, errorTitle, twice }: Seen): readonly string[] => [
  ...(/^\S.* - Permanence$/.test(title) ? [] : [`title "${title}"`]),
  ...(isError === errorTitle ? [] : ['the title does not say whether there is an error']),
  ...(h1 === 1 ? [] : [`${h1} h1`]),
  ...twice,
];

/**
 * Looks at the page as it stands, as strictly as a reader could: axe, title, one h1, links that say where they lead, nothing sideways.
 * @param axe at which sizes axe looks too: at none where the page's scripts are off, since it is one
 * @returns what is wrong, in words; empty when all is well
 */
export const faultsOfPage = async (page: Page, axe: readonly Size[]): Promise<readonly string[]> => {
  const faults = [...documentFaults(await page.evaluate(seenOnPage))];
  for (const name of Object.keys(SIZES) as Size[]) {
    const size = SIZES[name];
    await page.setViewportSize(size);
    faults.push(...(await page.evaluate(wideParts)).map((part) => `sideways at ${size.width}: ${part}`), ...(axe.includes(name) ? await axeFaults(page, name) : []));
  }
  await page.evaluate(spaceOut, true);
  faults.push(...(await page.evaluate(wideParts)).map((part) => `sideways at 320 spaced out: ${part}`));
  await page.evaluate(spaceOut, false);
  await page.setViewportSize(SIZES.desk);
  return faults;
};

/** Looks at the page as it would be printed: axe but for the size of what is pressed, and nothing that only a screen can use. */
export const faultsOnPaper = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ media: 'print' });
  return [...(await page.evaluate(screenPartsShown)).map((part) => `printed: ${part}`), ...(await axeFaults(page, 'on paper', ['target-size']))];
};
