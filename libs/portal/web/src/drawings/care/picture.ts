import { type Drawings, GROUND, INK, QUIET, RULE, axis, box, drawing, stroke, textWidth, words, wrapped } from '../svg.js';
import { daysBetween } from '@permanence/kernel/values';
import { HOME_FILL, LEGAL_LOOK, type Lane, type Sheet, homesLane, legalLane, reviewsLane, sharedLabel, sharedLabels, workersLane } from './lanes.js';
import { type DayScale, birthdays, dayScale, yearTicks } from './scale.js';
import type { CareStory, Spell } from './story.js';

const LEFT = 128;
const TOP = 30;

/** A child's time in care: legal status, homes, workers and reviews over one time axis, drawn for three widths. On a phone time runs down, newest first. */
export const carePicture = (story: CareStory): Drawings => ({ wide: across(story, 1160, 'wide'), mid: across(story, 900, 'mid'), narrow: down(story) });

const across = (story: CareStory, width: number, kind: 'wide' | 'mid'): string => {
  const sheet: Sheet = { x: dayScale(story.start, story.end, [LEFT, width - 2]), left: LEFT, right: width - 2 };
  const lanes: Lane[] = [legalLane(story, sheet, TOP + 10)];
  for (const lane of [homesLane, ...(story.workers.length > 0 ? [workersLane] : []), ...(story.reviews.length > 0 ? [reviewsLane] : [])])
    lanes.push(lane(story, sheet, (lanes.at(-1)?.bottom ?? 0) + 18));
  const bottom = (lanes.at(-1)?.bottom ?? 0) + 10;
  return drawing({
    id: 'care', kind, width, height: bottom + 28, title: story.title, description: story.description,
    body: [...ground(story, sheet, bottom), timeAxis(story, sheet, bottom), ...lanes.flatMap(({ body }) => body)].join(''),
  });
};

/** Grey is time in care, white is home; years are hairlines. */
const ground = (story: CareStory, { x }: Sheet, bottom: number): readonly string[] => [
  ...story.care.map(({ from, to }) => box(x(from), TOP + 4, x(to) - x(from), bottom - TOP - 4, { fill: GROUND })),
  ...yearTicks(story.start, story.end).map(({ day }) => stroke([x(day), TOP + 4], [x(day), bottom], { stroke: '#ffffff', 'stroke-width': 2 })),
];

const timeAxis = (story: CareStory, { x, left, right }: Sheet, bottom: number): string => {
  // A label that would run into the one at the end is left out; its hairline stays.
  const years = yearTicks(story.start, story.end).filter(({ day, label }) => x(day) + textWidth(label) < right - textWidth(story.endLabel) - 20);
  const ages = story.born === null ? [] : birthdays(story.born, story.start, story.end);
  return axis([
    ...years.flatMap(({ day, label }) => [stroke([x(day), TOP - 22], [x(day), TOP + 4], { stroke: RULE }), words(x(day) + 5, TOP - 8, label)]),
    stroke([right, TOP - 22], [right, bottom], { 'stroke-width': 1.5 }), words(right - 6, TOP - 8, story.endLabel, { 'text-anchor': 'end' }),
    stroke([left, bottom], [right, bottom]),
    ...(ages.length === 0 ? [] : [words(0, bottom + 20, 'Age', { 'font-weight': 'bold' })]),
    ...ages.flatMap(({ day, label }) => [stroke([x(day), bottom], [x(day), bottom + 7]), words(x(day), bottom + 22, label, { 'text-anchor': 'middle' })]),
  ]);
};

const WIDTH = 288;
const COLUMNS = { legal: 46, homes: 168 } as const;
const PHONE_TOP = 46;

type Column = Readonly<{ at: number; width: number }>;
type Look = Readonly<{ fill: string; line: string }>;

const down = (story: CareStory): string => {
  const tall = Math.min(900, Math.max(260, daysBetween(story.start, story.end) * 0.36));
  const y = dayScale(story.start, story.end, [PHONE_TOP + tall, PHONE_TOP]);
  const legal = column(legalOnPhone(story, y), y, { at: COLUMNS.legal, width: 98 }, ({ look }) => look, ({ label }) => [label]);
  const homes = column(story.homes, y, { at: COLUMNS.homes, width: 98 }, () => ({ fill: HOME_FILL, line: HOME_FILL }), ({ label }) => label.split(/(?<=,) /));
  const bottom = Math.max(PHONE_TOP + tall, legal.bottom, homes.bottom) + 10;
  return drawing({
    id: 'care', kind: 'narrow', width: WIDTH, height: bottom, title: story.title, description: story.description,
    body: [...phoneGround(story, y), ...legal.body, ...homes.body].join(''),
  });
};

const phoneGround = (story: CareStory, y: DayScale): readonly string[] => [
  ...story.care.map(({ from, to }) => box(COLUMNS.legal - 4, y(to), WIDTH - COLUMNS.legal + 4, y(from) - y(to), { fill: GROUND })),
  axis([
    words(0, 16, 'Year', { 'font-weight': 'bold' }), words(COLUMNS.legal, 16, 'Legal status', { 'font-weight': 'bold' }), words(COLUMNS.homes, 16, 'Home', { 'font-weight': 'bold' }),
    words(0, 38, story.endLabel === 'Today' ? 'Now' : story.endLabel), stroke([0, PHONE_TOP], [WIDTH, PHONE_TOP], { 'stroke-width': 1.5 }),
    ...yearTicks(story.start, story.end).filter(({ day }) => y(day) > PHONE_TOP + 18).flatMap(({ day, label }) => [
      stroke([COLUMNS.legal - 4, y(day)], [WIDTH, y(day)], { stroke: '#ffffff', 'stroke-width': 2 }), stroke([0, y(day)], [COLUMNS.legal - 4, y(day)], { stroke: RULE }), words(0, y(day) - 5, label.slice(-4)),
    ]),
  ]),
  ...story.gaps.filter(({ from, to }) => y(from) - y(to) > 30).map(({ from, to, label }) => words(COLUMNS.homes + 19, (y(from) + y(to)) / 2 + 5, label, { fill: QUIET })),
];

type PhoneSpell = Spell & Readonly<{ look: Look }>;

/** On a phone, legal statuses too short for a line of words are one, named by the first of them and how long they lasted. */
const legalOnPhone = (story: CareStory, y: DayScale): readonly PhoneSpell[] => {
  const size = ({ from, to }: Spell): number => y(from) - y(to);
  const groups = sharedLabels(story.legal, size, (spell) => size(spell) >= 12);
  const short = new Set(groups.flatMap((group) => group));
  const merged = groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    return first === undefined || last === undefined ? [] : [{ ...last, from: first.from, label: sharedLabel(group.map((each) => ({ ...each, label: each.brief })), true), look: LEGAL_LOOK[last.say] }];
  });
  return [...story.legal.filter((spell) => !short.has(spell)).map((spell) => ({ ...spell, label: spell.brief, look: LEGAL_LOOK[spell.say] })), ...merged].sort((a, b) => (a.from < b.from ? -1 : 1));
};

/** Bars from the newest down, each with its words beside it; a word pushed down by its neighbour keeps a line to its bar. */
const column = <S extends Spell>(spells: readonly S[], y: DayScale, { at, width }: Column, look: (spell: S) => Look, lines: (spell: S) => readonly string[]): Lane => {
  const body: string[] = [];
  let floor = PHONE_TOP;
  for (const spell of [...spells].reverse()) {
    const top = y(spell.to);
    const foot = Math.max(y(spell.from), top + 3);
    const { fill, line } = look(spell);
    const text = lines(spell).flatMap((part) => wrapped(part, width));
    const first = Math.max(top + 16, floor + 17);
    body.push(box(at, top + 0.5, 11, Math.max(foot - top - 1.5, 2), { fill, stroke: line, 'stroke-width': 1 }));
    if (first > top + 18) body.push(stroke([at + 12, (top + foot) / 2], [at + 17, first - 5], { stroke: INK }));
    body.push(...text.map((word, row) => words(at + 19, first + row * 18, word)));
    floor = first + (text.length - 1) * 18;
  }
  return { body, bottom: floor + 6 };
};

/** What stands under the heading, for the wide and for the narrow drawing. */
export const carePictureNotes = (story: CareStory, from: string, to: string): Readonly<{ wide: string; narrow: string }> => {
  const lanes = ['Legal status', 'homes', story.workers.length > 0 ? 'workers' : '', story.reviews.length > 0 ? 'reviews' : ''].filter((lane) => lane !== '');
  const named = `${lanes.slice(0, -1).join(', ')} and ${lanes.at(-1) ?? ''}`;
  const late = story.reviews.some(({ daysLate }) => daysLate > 0) ? ' A filled dot is a review on time; a ring is one held late.' : '';
  return { wide: `${named} from ${from} to ${to}. Grey is time in care.${late}`, narrow: `Legal status and homes from ${to} back to ${from}. Grey is time in care.` };
};
