// What is asked inside the page. Each function goes there as text, so it knows nothing but its arguments and the document.

/** What the document tells by itself. `twice`: names that stand on links to different places. */
export const seenOnPage = () => {
  const places = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    // In a table the row tells alike links apart.
    const name = [link.getAttribute('aria-label') ?? link.textContent ?? '', link.closest('tr')?.textContent ?? ''].map((words) => words.replace(/\s+/g, ' ').trim()).join(' ').trim();
    places.set(name, (places.get(name) ?? new Set()).add(link.href));
  }
  return {
    title: document.title, h1: document.querySelectorAll('h1').length, isError: document.querySelector('.govuk-error-summary') !== null, errorTitle: document.title.startsWith('Error: '),
    twice: [...places].filter(([, hrefs]) => hrefs.size > 1).map(([name, hrefs]) => `"${name}" leads to ${[...hrefs].join(' and ')}`),
  };
};

/** Parts that stick out of the window sideways; those inside a named region that scrolls are not meant. */
export const wideParts = () => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const sticking = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1 && part.closest('.app-scroll') === null);
  return [`${root.scrollWidth} px wide`, ...sticking.slice(0, 3).map((part) => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`)];
};

/** Letters, words and lines apart as WCAG 1.4.12 has them, or not. A sheet made by script is no inline style, so that the page's own fences stay up. */
export const spaceOut = (apart) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = apart ? [sheet] : [];
};

export const isWithin = (part, selector) => part.closest(selector) !== null;

/** Links to other pages of this origin. */
export const linksOnPage = (origin) =>
  [...document.querySelectorAll('a[href]')].filter((link) => link.origin === origin && link.pathname + link.search !== location.pathname + location.search).map((link) => link.pathname + link.search);

/** Where the keyboard stands: whether at this part of the page, and what is wrong there. Its place must be seen, and nothing may lie over it. */
export const standingAt = (part) => {
  const at = document.activeElement;
  const isThere = at === part;
  const wrong = (fault) => ({ isThere, fault });
  if (at === null || at === document.body) return wrong(null);
  const name = `${at.tagName.toLowerCase()} "${(at.getAttribute('aria-label') ?? at.textContent ?? at.id).replace(/\s+/g, ' ').trim().slice(0, 40)}"`;
  const box = at.getClientRects()[0];
  if (box === undefined) return wrong(`${name} has the focus and is not shown`);
  // A box to tick is drawn by its label.
  const drawn = at.matches('.govuk-checkboxes__input, .govuk-radios__input') ? getComputedStyle(at.nextElementSibling ?? at, '::before') : getComputedStyle(at);
  const isOutlined = drawn.outlineStyle !== 'none' && drawn.outlineWidth !== '0px' && !/rgba\(.*, 0\)|transparent/.test(drawn.outlineColor);
  const isInFocusColour = drawn.backgroundColor === 'rgb(255, 221, 0)';
  if (!isOutlined && !isInFocusColour && drawn.boxShadow === 'none') return wrong(`${name} does not show that it has the focus`);
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
  if (top === null) return wrong(`${name} has the focus out of sight`);
  return wrong(at.contains(top) || top.contains(at) || at.parentElement?.contains(top) === true ? null : `${name} has the focus under ${top.tagName.toLowerCase()}.${top.getAttribute('class') ?? ''}`);
};

/** The words of the option that is chosen in a list. */
export const chosenIn = (list) => list.selectedOptions[0]?.textContent ?? null;

/** Addresses of style sheets and scripts. */
export const assetsOnPage = () => [...document.querySelectorAll('link[rel="stylesheet"]')].map(({ href }) => href).concat([...document.querySelectorAll('script[src]')].map(({ src }) => src));

/** All that the browser keeps for the page where a script can read it. */
export const keptForPage = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);

/** What is shown although it can only be used on a screen. */
export const screenPartsShown = () =>
  [...document.querySelectorAll('nav, button, [role="button"], .govuk-button, input:not([type="hidden"]), select, textarea, summary, .govuk-breadcrumbs, .govuk-skip-link, .app-fold, .app-footer')]
    .filter((part) => part.getClientRects().length > 0).map((part) => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`);
