/** A length of time. Weeks are 7 days, months keep the day number and clamp to a shorter month (T2, T3); hours are elapsed hours (T5). */
export type Span = Readonly<{ unit: 'working-days' | 'days' | 'weeks' | 'months' | 'years' | 'hours'; count: number }>;

/** How long, in one of the cases that a clock knows. `span` is absent where the duty is bound to another event and not to a length. */
export type ClockLength = Readonly<{ part: string; when: string; span?: Span }>;

/** How sure the product is of the length: the text itself, a text that quotes it, knowledge to check before go-live, or our own default. */
export type Certainty = 'verified' | 'verified-secondary' | 'known' | 'local';

/** What a council may change about the length. */
export type Configurable = 'no' | 'shorten' | 'extend' | 'yes' | 'term-dates' | 'not-later-than-C38';

/** One statutory or local clock (locality-hub.md, section 4). */
export type ClockDefinition = Readonly<{
  id: string;
  /** What happens on day 0. */
  startsOn: string;
  /** The first is the usual one. */
  lengths: readonly [ClockLength, ...ClockLength[]];
  /** What meets it. */
  metBy: string;
  /** The source in words. */
  source: string;
  /** The source as a lawyer writes it. */
  citation: string;
  certainty: Certainty;
  configurable: Configurable;
  /** For a page, beside the date that it gives. */
  sentence: string;
}>;

const span = (unit: Span['unit']) => (count: number): Span => ({ unit, count });

export const workingDays = span('working-days');
export const days = span('days');
export const weeks = span('weeks');
export const months = span('months');
export const years = span('years');
export const hours = span('hours');

/** The only length of a clock that knows no cases. */
export const always = (length: Span): readonly [ClockLength] => [{ part: 'standard', when: 'always', span: length }];

/** Lengths by case: `[part, when, span]`, the usual case first. */
export const cases = (first: readonly [string, string, Span?], ...others: (readonly [string, string, Span?])[]): ClockDefinition['lengths'] =>
  [toLength(first), ...others.map(toLength)];

const toLength = ([part, when, length]: readonly [string, string, Span?]): ClockLength => (length ? { part, when, span: length } : { part, when });

/** Sources that many clocks share. */
export const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010';
export const CARE_LEAVERS = 'Care Leavers (England) Regulations 2010';
export const SPECIFICATION = 'Peterborough permanency service, final specification 2016';
