import { type LocalDate, addDays, daysBetween } from '@permanence/kernel/values';
import type { Allocation, CarePeriod, Home, LegalStatus, Review } from '../../api/locality-hub.js';
import { endWords, legalBrief, legalWords, placementBrief, placementWords } from '../../words/codes.js';
import { longDate, shortDate } from '../../words/dates.js';
import { lasting } from '../../words/due.js';
import { inWords, sentence } from '../../words/numbers.js';

/** What the care picture and its tables are made from. `asAt` is the day to which the files tell; null where the record is kept here. */
export type CareFacts = Readonly<{
  called: string; born: LocalDate | null; today: LocalDate; asAt: LocalDate | null;
  care: readonly CarePeriod[]; legal: readonly LegalStatus[]; homes: readonly Home[]; workers: readonly Allocation[]; reviews: readonly Review[];
}>;

export type Spell = Readonly<{ from: LocalDate; to: LocalDate; open: boolean; label: string; brief: string }>;
/** `say` grows with the council's say in law: 1 by agreement, 5 where a child is taken in an emergency. */
export type LegalSpell = Spell & Readonly<{ say: 1 | 2 | 3 | 4 | 5 }>;
export type HomeStep = Spell & Readonly<{ span: string; number: number }>;
export type ReviewDot = Readonly<{ on: LocalDate; daysLate: number }>;
export type Gap = Readonly<{ from: LocalDate; to: LocalDate; label: string }>;

export type CareStory = Readonly<{
  title: string; description: string; start: LocalDate; end: LocalDate; endLabel: string; born: LocalDate | null;
  care: readonly Gap[]; gaps: readonly Gap[]; legal: readonly LegalSpell[]; homes: readonly HomeStep[]; workers: readonly Spell[]; reviews: readonly ReviewDot[];
}>;

const SAY: Readonly<Record<string, LegalSpell['say']>> = { V2: 1, V3: 1, V4: 1, C1: 2, E1: 3, D1: 3, C2: 4, L1: 5, L2: 5, L3: 5, J1: 5, J2: 5, J3: 5 };

/** The one account of a child's time in care: the drawings, their heading and their tables are all made from it. Null when no time in care is known. */
export const careStory = (facts: CareFacts): CareStory | null => {
  const first = facts.care[0];
  const last = facts.care.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = last.to === null ? (facts.asAt ?? facts.today) : earlier(addDays(last.to, 90), facts.asAt ?? facts.today);
  const spell = (from: LocalDate, to: LocalDate | null, label: string, brief = label): Spell => ({ from, to: to ?? end, open: to === null, label, brief });
  const homes = facts.homes.map((home, at): HomeStep => ({ ...spell(home.from, home.to, homeLabel(home)), span: homeSpan(home, end), number: at + 1 }));
  return {
    ...headline(facts, homes), start: first.from, end, endLabel: end === facts.today ? 'Today' : shortDate(end), born: facts.born, homes,
    care: facts.care.map(({ from, to }) => ({ from, to: to ?? end, label: '' })),
    gaps: facts.care.flatMap((period, at) => gapAfter(period, facts.care[at + 1])),
    legal: facts.legal.map(({ from, to, status }) => ({ ...spell(from, to, legalWords(status), legalBrief(status)), say: SAY[status] ?? 2 })),
    workers: facts.workers.map(({ from, to, name, registration }) => spell(from, to, name ?? registration ?? 'Not named')),
    reviews: facts.reviews.filter(({ on }) => on >= first.from && on <= end).map(({ on, dueOn }) => ({ on, daysLate: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, on)) })).sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
};

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

const homeLabel = ({ placement, provider, place }: Home): string => [placementBrief(placement, provider), place].filter((part) => part !== null).join(', ');

/** How long, and that the carers ended it where they did: the table beside says why. */
const homeSpan = ({ from, to, unplanned }: Home, end: LocalDate): string => `${lasting(from, to ?? end)}${unplanned ? ', the carers asked' : ''}`;

const AT_HOME = ['E4A', 'E4B', 'E13'];

const gapAfter = (period: CarePeriod, next: CarePeriod | undefined): readonly Gap[] =>
  period.to === null || next === undefined ? [] : [{ from: period.to, to: next.from, label: AT_HOME.includes(period.reason ?? '') ? 'At home' : 'Not in care' }];

const headline = (facts: CareFacts, homes: readonly HomeStep[]): Pick<CareStory, 'title' | 'description'> => {
  const now = homes.at(-1);
  const homesWords = `${inWords(homes.length)} ${homes.length === 1 ? 'home' : 'homes'}`;
  const times = facts.care.length === 1 ? 'one time in care' : `${inWords(facts.care.length)} times in care`;
  const since = now !== undefined && now.open ? `, and ${homes.length === 1 ? 'has lived there' : 'the same home'} since ${longDate(now.from)}` : '';
  const start = facts.care[0];
  return {
    title: `${sentence(facts.called)} has had ${homesWords} in ${times}${since}`,
    description: `A time line from ${start === undefined ? '' : longDate(start.from)} to ${facts.asAt === null ? 'today' : longDate(facts.asAt)}. The tables below give every date.`,
  };
};

export type LegalRow = Readonly<{ status: string; from: LocalDate; to: LocalDate | null; span: string }>;
export type HomeRow = Readonly<{ number: number; home: string; note: string | null; from: LocalDate; to: LocalDate | null; span: string }>;

/** The two tables beside the picture, newest first, from the same facts. */
export const careTables = (facts: CareFacts): Readonly<{ legal: readonly LegalRow[]; homes: readonly HomeRow[] }> => {
  const end = facts.asAt ?? facts.today;
  return {
    legal: facts.legal.map(({ from, to, status }) => ({ status: legalWords(status), from, to, span: lasting(from, to ?? end) })).reverse(),
    homes: facts.homes.map((home, at) => ({ number: at + 1, home: homeWords(home), note: homeNote(home), from: home.from, to: home.to, span: lasting(home.from, home.to ?? end) })).reverse(),
  };
};

/** `Agency foster carers, Stone`. */
export const homeWords = ({ placement, provider, place }: Pick<Home, 'placement' | 'provider' | 'place'>): string =>
  [placementWords(placement, provider), place].filter((part) => part !== null).join(', ');

/** Why it ended, and whether it was to be expected; null for the home that goes on. */
export const homeNote = ({ to, reason, unplanned, outsideAuthority }: Home): string | null => {
  const ended = to === null ? null : `${endWords(reason) === 'not recorded' ? 'Why it ended is not recorded' : endWords(reason)}${unplanned ? ' (unplanned)' : ''}`;
  return [ended, outsideAuthority === true ? 'outside the council\'s area' : null].filter((part) => part !== null).join('; ') || null;
};
