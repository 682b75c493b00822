import { type Day, type Period, ageOn, plusDays, plusMonths } from './days.js';
import { type Counter, casesOf, oneIf, within } from './counter.js';
import type { Care, Life } from './life.js';
import { careOn, isWithAdopters, stayOn } from './where.js';

const lookedAfter: Counter = (life, { on }) => oneIf(careOn(life, on) !== undefined);

type Due = Readonly<{ since: Day; due: Day }>;

/** Days on which a review is due: the first after a known start of care, the next after each that was held. */
const reviewsDue = ({ care, reviews }: Life): readonly Due[] => [
  ...care.flatMap(({ from, reviewDue }) => (reviewDue === undefined ? [] : [{ since: from, due: reviewDue }])),
  ...reviews.flatMap(({ on, nextDue }) => (nextDue === undefined ? [] : [{ since: on, due: nextDue }])),
];

/** In care without a break from what started the clock to the day it runs out, and not with adopters on that day. */
const isOwed = (life: Life, { since, due }: Due): boolean => {
  const care = careOn(life, due);
  const stay = stayOn(life, due);
  return care !== undefined && care.from <= since && !(stay !== undefined && isWithAdopters(stay));
};

const reviewsInTime: Counter = (life, period) => {
  const owed = reviewsDue(life).filter((each) => within(each.due, period.twelve, period) && isOwed(life, each));
  return casesOf(owed, ({ since, due }) => life.reviews.some(({ on }) => on > since && on <= due));
};

const TOOK_PART: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6']);

type Review = Life['reviews'][number];

const heldInYear = ({ reviews }: Life, period: Period): readonly Review[] => reviews.filter(({ on }) => within(on, period.year, period));
const tookPart = ({ born }: Life, { on, code = '' }: Review): boolean => born !== undefined && ageOn(born, on) >= 4 && TOOK_PART.has(code);

const childrenWhoTookPart: Counter = (life, period) => oneIf(heldInYear(life, period).some((review) => tookPart(life, review)));

/** A review of a child whose age is not known stays below the line. */
const reviewsTakenPartIn: Counter = (life, period) =>
  casesOf(heldInYear(life, period).filter(({ on }) => life.born === undefined || ageOn(life.born, on) >= 4), (review) => tookPart(life, review));

const BY_GUARDIANSHIP: ReadonlySet<string> = new Set(['E45', 'E46', 'E47', 'E48']);

const leftByGuardianship: Counter = ({ care }, period) => {
  const left = care.filter(({ to }) => within(to, period.year, period));
  return oneIf(left.length > 0, left.some(({ reason = '' }) => BY_GUARDIANSHIP.has(reason)));
};

const HOME: ReadonlySet<string> = new Set(['E4A', 'E4B', 'E13']);

/** Children who went home in the 12 months that ended so many months ago; those above the line whose next time in care began within as many. */
const cameBackWithin = (months: number): Counter => ({ care }, { back }) => {
  const closes = back(months);
  const opens = plusMonths(plusDays(closes, 1), -12);
  const home = care.filter(({ to = '', reason = '' }) => to >= opens && to <= closes && HOME.has(reason));
  const next = ({ id }: Care): Day => care[care.findIndex((each) => each.id === id) + 1]?.from ?? '9999-12-31';
  return oneIf(home.length > 0, home.some((each) => next(each) <= plusMonths(each.to ?? '', months)));
};

/** How many children there are, their reviews, and how they leave care. */
export const CARE: Readonly<Record<string, Counter>> = {
  'cla-number-looked-after': lookedAfter,
  'cla-rate-per-10000': lookedAfter,
  'cla-reviews-in-timescale-percentage': reviewsInTime,
  'fos-review-participation-count': childrenWhoTookPart,
  'fos-review-participation-percentage': reviewsTakenPartIn,
  'sgo-share-of-care-exits-percentage': leftByGuardianship,
  'rth-re-entry-within-6-months': cameBackWithin(6),
  'rth-re-entry-within-12-months': cameBackWithin(12),
};
