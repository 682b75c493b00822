import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** 320 px by 256 px is 1,280 by 1,024 at 400% (WCAG 1.4.10). */
export const SIZES = { desk: { width: 1280, height: 900 }, zoomed: { width: 320, height: 256 } } as const;

type Seen = Readonly<{ title: string; h1: number; isError: boolean; errorTitle: boolean; twice: readonly string[] }>;

/** What a look at the document alone tells. `twice`: names that stand on links to different places. */
const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const places = new Map<string, Set<string>>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      // In a table the row tells alike links apart.
      const name = [link.getAttribute('aria-label') ?? link.textContent ?? '', link.closest('tr')?.textContent ?? ''].map((words) => words.replace(/\s+/g, ' ').trim()).join(' ').trim();
      places.set(name, (places.get(name) ?? new Set()).add(link.href));
    }
    return {
      title: document.title, h1: document.querySelectorAll('h1').length, isError: document.querySelector('.govuk-error-summary') !== null, errorTitle: document.title.startsWith('Error: '),
      twice: [...places].filter(([, hrefs]) => hrefs.size > 1).map(([name, hrefs]) => `"${name}" leads to ${[...hrefs].join(' and ')}`),
    };
  });

/** Parts that stick out of the window sideways; those inside a named region that scrolls are not meant. */
const wideParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const sticking = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1 && part.closest('.app-scroll') === null);
    return [`${root.scrollWidth} px wide`, ...sticking.slice(0, 3).map((part) => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`)];
  });

/** Letters, words and lines apart as WCAG 1.4.12 has them. A sheet made by script is no inline style, so that the page's own fences stay up. */
const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

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
  return places.length > 0 && page.locator(target.join(' ')).first().evaluate((part, within) => part.closest(within) !== null, places.join(', '));
};

const unexplained = async (page: Page, found: Found): Promise<Found> => {
  const nodes = [];
  for (const node of found.nodes) if (!(await isExplained(page, node))) nodes.push(node);
  return { ...found, nodes };
};

const worded = (how: string, { id, nodes }: Found): readonly string[] =>
  nodes.length === 0 ? [] : [`${how}: ${id} (${nodes.length}): ${nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`];

const axeFaults = async (page: Page, size: string): Promise<readonly string[]> => {
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode(true).options({ preload: false }).withTags(TAGS).analyze();
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
 * @param axe false where the page's scripts are off: axe itself is one
 * @returns what is wrong, in words; empty when all is well
 */
export const faultsOfPage = async (page: Page, { axe }: Readonly<{ axe: boolean }>): Promise<readonly string[]> => {
  const faults = [...documentFaults(await seenOn(page))];
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    faults.push(...(await wideParts(page)).map((part) => `sideways at ${size.width}: ${part}`), ...(axe ? await axeFaults(page, name) : []));
  }
  await spaceOut(page);
  faults.push(...(await wideParts(page)).map((part) => `sideways at 320 spaced out: ${part}`));
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await page.setViewportSize(SIZES.desk);
  return faults;
};
