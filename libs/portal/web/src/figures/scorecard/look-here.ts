import { REGION } from '@permanence/kernel/values';
import type { IndicatorFigure } from '../../api/regional-hub.js';
import { inWords, listed, sentence } from '../../words/numbers.js';
import { indicatorHref } from '../addresses.js';
import { amountWords, changeWords, shortWords } from '../figure-words.js';
import { type FigureRow, valuesOf } from './row.js';

/** One thing that stands out, in words: what, its number, what it is held against, and where its months are. */
export type LookHere = Readonly<{ lead: string; rest: string; href: string }>;

type Found = LookHere & Readonly<{ weight: number }>;
type Cell = Readonly<{ name: string; figure: IndicatorFigure }>;

const MOST = 3;

/** Up to three things to look at first: targets that are missed most, then figures that got most worse in a year. Nothing is made of a figure that is hidden or not held. */
export const lookHereFirst = (rows: readonly FigureRow[]): readonly LookHere[] => {
  const all = rows.map((row) => missed(row) ?? worse(row)).filter((found) => found !== undefined);
  return [...all].sort((a, b) => b.weight - a.weight).slice(0, MOST).map(({ lead, rest, href }) => ({ lead, rest, href }));
};

const cellsOf = ({ figures }: FigureRow): readonly Cell[] =>
  figures.flatMap(({ place, figure }) => (place.code === REGION || figure?.status !== 'value' ? [] : [{ name: place.name, figure }]));

const missed = (row: FigureRow): Found | undefined => {
  const short = cellsOf(row).filter(({ figure }) => (figure.short ?? 0) > 0).sort((a, b) => (b.figure.short ?? 0) - (a.figure.short ?? 0));
  const [first] = short;
  if (first === undefined) return undefined;
  const weight = 1000 + (100 * (first.figure.short ?? 0)) / Math.max(first.figure.target ?? 1, 1) + short.length;
  const { title, measure, target } = first.figure;
  if (short.length === 1) return { lead: `${first.name}: ${lower(title)}, ${amountOf(first)}.`, rest: `${shortWords(first.figure) ?? ''}${running(first.figure)}.`, href: hrefOf(first), weight };
  return {
    lead: `${sentence(inWords(short.length))} councils: ${lower(title)}.`,
    rest: `${listed(short.map((cell) => `${cell.name} ${amountOf(cell)}`))}; the target is ${amountWords(target ?? 0, measure)}.`, href: hrefOf(first), weight,
  };
};

/** The council that got most worse against a year ago, by at least a tenth. */
const worse = (row: FigureRow): Found | undefined => {
  const fallen = cellsOf(row).map((cell) => ({ cell, by: worseBy(cell.figure) })).filter(({ by }) => by >= 0.1).sort((a, b) => b.by - a.by);
  const [first] = fallen;
  if (first === undefined) return undefined;
  const { cell: { name, figure }, by } = first;
  const values = valuesOf(figure);
  return { lead: `${name}: ${lower(figure.title)}, ${amountOf(first.cell)}.`, rest: `${changeWords(values.at(-1) ?? 0, values.at(-13) ?? 0, figure)} than a year ago${running(figure)}.`, href: hrefOf(first.cell), weight: Math.min(by, 9) };
};

const worseBy = (figure: IndicatorFigure): number => {
  const values = valuesOf(figure);
  const [now, ago] = [values.at(-1) ?? null, values.at(-13) ?? null];
  if (now === null || ago === null || ago === 0 || figure.polarity === 'context' || figure.provisional || Math.abs(now - ago) < 2) return 0;
  return ((figure.polarity === 'higher' ? ago - now : now - ago)) / ago;
};

/** `, worse eight months running`: only where each month is held, and not through a first of April. */
const running = (figure: IndicatorFigure): string => {
  if (figure.period === 'ytd' || figure.polarity === 'context') return '';
  const values = [...valuesOf(figure)].reverse();
  const better = values.findIndex((value, at) => {
    const before = values[at + 1] ?? null;
    return value === null || before === null || (figure.polarity === 'higher' ? value >= before : value <= before);
  });
  return better < 3 ? '' : `, and worse ${inWords(better)} months running`;
};

const amountOf = ({ figure }: Cell): string => amountWords(figure.value ?? 0, figure.measure);
const hrefOf = ({ figure }: Cell): string => indicatorHref(figure.id, { authority: figure.authority, month: figure.month });
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
