/** Drawing on the server: presentation attributes only, no style, no script; text is 16 px and never scaled. */

const NARROW = new Set('iljtfrI.,:;\'!|()[] -');
const BROAD = new Set('mwM');
const WIDE = new Set('WQOGCDHNURBAKVXY@%&');

const share = (letter: string): number => {
  if (NARROW.has(letter)) return 0.3;
  if (BROAD.has(letter)) return 0.84;
  return WIDE.has(letter) ? 0.71 : 0.545;
};

/** How wide a text stands, in px, in Arial of 16 px: a little generous, so that what is said to fit does. */
export const textWidth = (text: string): number => [...text].reduce((width, letter) => width + share(letter), 0) * 16;

/** Words in lines no wider than `width`. */
export const wrapped = (text: string, width: number): readonly string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A length in a drawing, to a tenth of a pixel. */
export const px = (length: number): string => String(Math.round(length * 10) / 10);

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const attribute = ([name, value]: [string, string | number | undefined]): string => (value === undefined ? '' : ` ${name}="${typeof value === 'number' ? px(value) : escaped(value)}"`);

export const element = (name: string, attributes: Attributes, inside?: string): string => {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  return inside === undefined ? `${start}/>` : `${start}>${inside}</${name}>`;
};

export const words = (x: number, y: number, text: string, more: Attributes = {}): string => element('text', { x, y, ...more }, escaped(text));

export const stroke = (from: readonly [number, number], to: readonly [number, number], more: Attributes = {}): string =>
  element('path', { d: `M${px(from[0])} ${px(from[1])}L${px(to[0])} ${px(to[1])}`, fill: 'none', stroke: INK, ...more });

export const box = (x: number, y: number, width: number, height: number, more: Attributes = {}): string => element('rect', { x, y, width: Math.max(width, 0), height, ...more });

export const INK = 'currentColor';
export const QUIET = '#484949';
export const RULE = '#b1b4b6';
export const GROUND = '#f3f2f1';

export type Drawn = Readonly<{ id: string; width: number; height: number; title: string; description: string; body: string; kind: 'wide' | 'mid' | 'narrow' }>;

/** One drawing of a figure: an image with a name and a description for those who do not see it. */
export const drawing = ({ id, width, height, title, description, body, kind }: Drawn): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg', class: `app-chart app-chart--${kind}`, width, height, viewBox: `0 0 ${px(width)} ${px(height)}`, role: 'img', 'aria-labelledby': `${id}-${kind}-t ${id}-${kind}-d`,
      'font-family': 'arial, sans-serif', 'font-size': 16, fill: INK,
    },
    `${element('title', { id: `${id}-${kind}-t` }, escaped(title))}${element('desc', { id: `${id}-${kind}-d` }, escaped(description))}${body}`,
  );

/** The widths that a drawing is made for; the style sheet shows the one that fits. */
export type Drawings = Readonly<{ wide: string; mid: string; narrow: string }>;

/** The words in a drawing, without those of its axes: for the check that every number in it is in its table. */
export const wordsIn = (svg: string): string =>
  [...svg.replace(/<g class="app-axis">.*?<\/g>/gs, '').matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inside = '']) => inside.replace(/<[^>]+>/g, '')).join('\n');

/** Ticks and their labels: read off the picture, they state no fact of their own. */
export const axis = (parts: readonly string[]): string => element('g', { class: 'app-axis' }, parts.join(''));
