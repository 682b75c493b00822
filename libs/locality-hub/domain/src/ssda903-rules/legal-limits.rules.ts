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

type Span = Readonly<{ row: UploadRow; ls: string; from: DayNumber; to: DayNumber | undefined }>;

const spansOf = (episodes: readonly Episode[], year: CollectionYear): Span[] =>
  episodes.flatMap((episode) => (episode.decom === undefined ? [] : [{ row: episode.row, ls: episode.ls, from: episode.decom, to: endOf(episode, year) }]));

/** Spans under one order: neighbours in time with the same legal status and no day between them that is known. */
const ordersOf = (status: string, spans: readonly Span[]): Span[][] => {
  const orders: Span[][] = [];
  spans.forEach((span, at) => {
    if (span.ls !== status) return;
    const last = spans[at - 1];
    const continues = last?.ls === status && (last.to === undefined || span.from <= last.to);
    if (continues) orders.at(-1)?.push(span);
    else orders.push([span]);
  });
  return orders;
};

/** Days from the start of an order to the last end that is known; less than 0 where none is. */
const lasted = (order: readonly Span[]): number => Math.max(...order.map(({ to = -Infinity }) => to)) - (order[0]?.from ?? Infinity);

const noLongerThan =
  (status: string, days: number): Rule['check'] =>
  ({ inTime }, year, report) => {
    if (!inTime.some(({ ls }) => ls === status)) return;
    for (const order of ordersOf(status, spansOf(inTime, year))) {
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
