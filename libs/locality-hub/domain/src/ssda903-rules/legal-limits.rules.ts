import type { UploadRow } from '../ssda903/modules.js';
import type { Episode } from './child-facts.js';
import type { CollectionYear } from './collection-year.js';
import { dayYearsAfter, type DayNumber } from './day-number.js';
import { CRIMINAL_JUSTICE } from './rule-codes.js';
import { SINCE_2023, type Rule } from './rule.js';

const CRIMINAL_RESPONSIBILITY_YEARS = 10;
const CHILD_ASSESSMENT_ORDER_DAYS = 7;
const PACE_DAYS = 21;

/** The end of an episode as far as this collection knows it: an open one lasts to the year's end; undefined where what was written is no date. */
const endOf = ({ dec, decWritten }: Episode, { last }: CollectionYear): DayNumber | undefined => (decWritten ? dec : last);

type Span = Readonly<{ row: UploadRow; ls: string; from: DayNumber | undefined; to: DayNumber | undefined }>;

/** Whether a day that may be unknown is surely after another. */
const isAfter = (day: DayNumber | undefined, other: DayNumber | undefined): boolean => day !== undefined && other !== undefined && day > other;

/** Spans under one order: neighbours, as the file states them, with the same legal status and no day between them. */
const ordersOf = (status: string, episodes: readonly Episode[], year: CollectionYear): Span[][] => {
  const orders: Span[][] = [];
  let last: Span | undefined;
  for (const episode of episodes) {
    const span: Span = { row: episode.row, ls: episode.ls, from: episode.decom, to: endOf(episode, year) };
    const continues = last?.ls === status && !isAfter(span.from, last.to);
    if (span.ls === status && continues) orders.at(-1)?.push(span);
    else if (span.ls === status) orders.push([span]);
    last = span;
  }
  return orders;
};

const isDayNumber = (day: DayNumber | undefined): day is DayNumber => day !== undefined;

/** Days from the first day known to the last day known; less than 0 where there are none. */
const lasted = (order: readonly Span[]): number =>
  Math.max(...order.map(({ to }) => to).filter(isDayNumber)) - Math.min(...order.map(({ from }) => from).filter(isDayNumber));

const noLongerThan =
  (status: string, days: number): Rule['check'] =>
  ({ episodes }, year, report) => {
    if (!episodes.some(({ ls }) => ls === status)) return;
    for (const order of ordersOf(status, episodes, year)) {
      if (lasted(order) > days) for (const { row } of order) report(row, 'LS');
    }
  };

export const rule358: Rule = {
  code: '358',
  message: 'Child with this legal status should not be under 10.',
  years: SINCE_2023,
  modules: ['Episodes', 'Header'],
  columns: ['DECOM', 'DOB', 'LS'],
  check: ({ episodes, headers }, _year, report) => {
    for (const { row: header, cells } of headers) {
      const tenth = dayYearsAfter(cells.DOB ?? '', CRIMINAL_RESPONSIBILITY_YEARS);
      for (const { row, ls, decom } of episodes) {
        if (tenth === undefined || decom === undefined || decom >= tenth || !CRIMINAL_JUSTICE.has(ls)) continue;
        report(row, 'LS');
        report(header, 'DOB');
      }
    }
  },
};

export const rule363: Rule = {
  code: '363',
  message: 'Child assessment order (CAO) lasted longer than 7 days allowed in the Children Act 1989.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC', 'DECOM', 'LS'],
  check: noLongerThan('L3', CHILD_ASSESSMENT_ORDER_DAYS),
};

export const rule364: Rule = {
  code: '364',
  message:
    'Sections 41-46 of Police and Criminal Evidence (PACE; 1984) severely limits the time a child can be detained in custody in Local Authority (LA) accommodation.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['DEC', 'DECOM', 'LS'],
  check: noLongerThan('J2', PACE_DAYS),
};

/** Rules on what a legal status allows. */
export const LEGAL_LIMIT_RULES: readonly Rule[] = [rule358, rule363, rule364];
