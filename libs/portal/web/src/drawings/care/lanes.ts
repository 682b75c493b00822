import { lasting } from '../../words/due.js';
import { GROUND, INK, QUIET, box, element, escaped, stroke, textWidth, words } from '../svg.js';
import type { DayScale } from './scale.js';
import type { CareStory, HomeStep, LegalSpell, Spell } from './story.js';

/** A lane of the picture: what is drawn, and how far down it reaches. */
export type Lane = Readonly<{ body: readonly string[]; bottom: number }>;
export type Sheet = Readonly<{ x: DayScale; left: number; right: number }>;

/** Lightness falls as the council's say grows; the words carry the meaning. */
export const LEGAL_LOOK: Readonly<Record<LegalSpell['say'], Readonly<{ fill: string; line: string; ink: string }>>> = {
  1: { fill: '#ffffff', line: '#505a5f', ink: '#0b0c0c' },
  2: { fill: '#d2e2f1', line: '#16548a', ink: '#0b0c0c' },
  3: { fill: '#8eb8dc', line: '#16548a', ink: '#0b0c0c' },
  4: { fill: '#16548a', line: '#16548a', ink: '#ffffff' },
  5: { fill: '#0b0c0c', line: '#0b0c0c', ink: '#ffffff' },
};
export const HOME_FILL = '#16548a';

/** The name of a lane, with how many stand in it. */
export const laneName = (y: number, name: string, count?: number): string =>
  element('text', { x: 0, y: y + 16 }, `<tspan font-weight="bold">${escaped(name)}</tspan>${count === undefined ? '' : ` <tspan fill="${QUIET}">${String(count)}</tspan>`}`);

type Leader = Readonly<{ at: number; label: string; level: number }>;

/** Neighbours too short for their words share one label above the band. */
export const sharedLabels = <S extends Spell>(spells: readonly S[], size: (spell: S) => number, fits: (spell: S) => boolean): readonly (readonly S[])[] =>
  spells.reduce<S[][]>((groups, spell, at) => {
    if (fits(spell)) return groups;
    const group = groups.at(-1);
    const before = spells[at - 1];
    const joins = group !== undefined && before !== undefined && group.at(-1) === before && size(before) < 12 && size(spell) < 12;
    return joins ? [...groups.slice(0, -1), [...group, spell]] : [...groups, [spell]];
  }, []);

/** `Police protection, emergency order: 9 days`. */
export const sharedLabel = (group: readonly Spell[], short: boolean): string => {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return '';
  const names = group.map(({ label }, at) => (at === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1))).join(', ');
  return group.length > 1 || short ? `${names}: ${lasting(first.from, last.to)}` : names;
};

/** The names of a group as far as there is room for them: in full, in brief, else how many they are. */
const leaderLabel = (group: readonly Spell[], short: boolean, room: number): string => {
  const inBrief = group.map((spell) => ({ ...spell, label: spell.brief }));
  const [counted] = group.map((spell) => ({ ...spell, to: group.at(-1)?.to ?? spell.to, label: `${String(group.length)} legal statuses` }));
  return [sharedLabel(group, short), sharedLabel(inBrief, short)].find((label) => textWidth(label) < room) ?? sharedLabel(counted === undefined ? group : [counted], true);
};

/** Labels that stand above the band. Where two would run into each other, the one to the left goes a line higher, so that no leader crosses a label. */
const leadersOf = (story: CareStory, { x, left, right }: Sheet): readonly Leader[] => {
  const size = ({ from, to }: Spell): number => x(to) - x(from);
  const groups = sharedLabels(story.legal, size, (spell) => inBand(spell, size(spell)) !== undefined);
  return groups.reduceRight<readonly Leader[]>((placed, group) => {
    const [first] = group;
    if (first === undefined) return placed;
    const label = leaderLabel(group, size(first) < 12, right - left);
    const at = Math.min(x(first.from) + 2, right - textWidth(label));
    const [next] = placed;
    return [{ at, label, level: next !== undefined && at + textWidth(label) + 8 > next.at ? next.level + 1 : 0 }, ...placed];
  }, []);
};

const inBand = ({ label, brief }: Spell, width: number): string | undefined => [label, brief].find((text) => textWidth(text) + 6 < width);

/** One band of legal status; labels that do not fit stand above it on a leader. */
export const legalLane = (story: CareStory, sheet: Sheet, top: number): Lane => {
  const { x } = sheet;
  const leaders = leadersOf(story, sheet);
  const y = top + 22 + 18 * leaders.reduce((most, { level }) => Math.max(most, level), 0);
  const band = story.legal.flatMap((spell) => {
    const look = LEGAL_LOOK[spell.say];
    const width = x(spell.to) - x(spell.from);
    const label = inBand(spell, width);
    return [
      box(x(spell.from) + 0.5, y, Math.max(width - 1.5, 2), 22, { fill: look.fill, stroke: look.line, 'stroke-width': 1 }),
      label === undefined ? '' : words(x(spell.from) + 5, y + 16.5, label, { fill: look.ink }),
    ];
  });
  const above = leaders.flatMap(({ at, label, level }, place) => [stroke([at, y - 1], [at, y - 9 - level * 18]), words(level === 0 ? Math.max(at - 3, (leaders[place - 1]?.at ?? 0) + 5) : at + 4, y - 13 - level * 18, label)]);
  const gaps = story.gaps.flatMap(({ from, to, label }) => (textWidth(label) + 8 < x(to) - x(from) ? [words((x(from) + x(to)) / 2, y + 16.5, label, { 'text-anchor': 'middle', fill: QUIET })] : []));
  return { body: [laneName(y, 'Legal status'), ...band, ...above, ...gaps], bottom: y + 22 };
};

type Place = 'right' | 'left' | 'under';

const placeOf = ({ label, span }: HomeStep, x1: number, x2: number, { left, right }: Sheet): Place => {
  const width = textWidth(`${label} ${span}`) + 8;
  if (x2 + width < right) return 'right';
  return x1 - width > left ? 'left' : 'under';
};

/** Homes as steps, one line each, so that each move is seen. */
export const homesLane = (story: CareStory, sheet: Sheet, top: number): Lane => {
  const { x } = sheet;
  const body = [laneName(top, 'Homes', story.homes.length)];
  const labels: string[] = [];
  let y = top + 5;
  let before: Readonly<{ home: HomeStep; y: number }> | undefined;
  for (const home of story.homes) {
    const x1 = x(home.from);
    const x2 = Math.max(x(home.to), x1 + 3);
    if (before !== undefined && before.home.to === home.from) body.push(stroke([x1 + 0.75, before.y + 13], [x1 + 0.75, y], { stroke: HOME_FILL, 'stroke-width': 1.5 }));
    const place = placeOf(home, x1, x2, sheet);
    body.push(box(x1, y, x2 - x1, 13, { fill: HOME_FILL }));
    labels.push(homeText(home, place, place === 'right' ? x2 + 8 : place === 'left' ? x1 - 8 : Math.min(x1, sheet.right - textWidth(`${home.label} ${home.span}`)), y));
    before = { home, y };
    y += place === 'under' ? 43 : 25;
  }
  return { body: [...body, ...labels], bottom: y };
};

/** Under its bar a label may lie over the step to the next home: a rim of the ground keeps it readable. */
const homeText = ({ label, span }: HomeStep, place: Place, at: number, y: number): string =>
  element('text', { x: at, y: y + (place === 'under' ? 31 : 12), 'text-anchor': place === 'left' ? 'end' : undefined, ...(place === 'under' ? { stroke: GROUND, 'stroke-width': 4, 'paint-order': 'stroke' } : {}) }, `${escaped(label)} <tspan fill="${QUIET}">${escaped(span)}</tspan>`);

/** Workers on one line; a label that would run into the next stands under it, and is left to the table where that too is taken. */
export const workersLane = (story: CareStory, { x, right }: Sheet, top: number): Lane => {
  const body = [laneName(top, 'Social worker', story.workers.length)];
  let taken = 0;
  story.workers.forEach((worker, at) => {
    const x1 = x(worker.from);
    const next = story.workers[at + 1];
    const end = x1 + 6 + textWidth(worker.label);
    const above = end < (next === undefined ? right : x(next.from)) - 2;
    const under = !above && x1 + 6 > taken && end < right;
    body.push(stroke([x1 + 0.5, top + 4], [x1 + 0.5, under ? top + 37 : top + 22]), stroke([x1, top + 22], [Math.max(x(worker.to) - 3, x1), top + 22]));
    if (above || under) body.push(words(x1 + 6, under ? top + 37 : top + 16, worker.label));
    if (under) taken = end + 8;
  });
  return { body, bottom: top + (taken > 0 ? 42 : 24) };
};

/** A dot a review, a ring where it was late, with how late under it. */
export const reviewsLane = (story: CareStory, { x, right }: Sheet, top: number): Lane => {
  const body = [laneName(top, 'Reviews', story.reviews.length)];
  let taken = 0;
  for (const { on, daysLate } of story.reviews) {
    const at = x(on);
    body.push(element('circle', { cx: at, cy: top + 10, r: 5, fill: daysLate > 0 ? '#ffffff' : INK, stroke: INK, 'stroke-width': 1.5 }));
    const label = daysLate === 1 ? '1 day late' : `${String(daysLate)} days late`;
    const half = textWidth(label) / 2;
    if (daysLate === 0 || at - half < taken || at + half > right) continue;
    body.push(words(at, top + 33, label, { 'text-anchor': 'middle' }));
    taken = at + half + 8;
  }
  return { body, bottom: top + (taken > 0 ? 38 : 22) };
};
