import type { LocalDate } from '@permanence/kernel/values';
import type { TrackerRow } from '../api/tracker.js';
import { dueWords } from '../words/due.js';
import { counted, sentence } from '../words/numbers.js';
import { rowHref } from './addresses.js';
import { PLAN_WORDS, STAGE_WORDS, STATUS_WORDS, ageWords, nextWords, reasonWords } from './words.js';

/** A row as a page shows it; `shut` for a child whose record is restricted. */
export type Row = Readonly<{ reference: string; council: string; shut: true }> | Open;
export type Open = Readonly<{
  reference: string; href: string; council: string; shut: false; age: string; status: string; days: string; plan: string; parallel: string | null; team: string | null;
  next: Readonly<{ what: string; lead: string; rest: string; iso: string; late: boolean }> | null; reasons: readonly string[]; stage: string | null; stuck: boolean;
}>;

/** A child by reference, with status and days, plan, next step and why a family is hard to find. */
export const rowOf = ({ reference, authority, details }: TrackerRow, today: LocalDate): Row => {
  if (details === null) return { reference, council: authority.name, shut: true };
  const { status, days, plan, parallel, next, reasons, stage, team } = details;
  return {
    reference, href: rowHref(reference), council: authority.name, shut: false, age: ageWords(details), status: STATUS_WORDS[status], days: counted(days, 'day'), team,
    plan: plan === null ? 'No plan agreed' : PLAN_WORDS[plan], parallel: parallel === null ? null : PLAN_WORDS[parallel], next: next === null ? null : { what: nextWords(next.code), ...dueOf(next.dueOn, today) },
    reasons: reasons.map(reasonWords), stage: stage === null ? null : STAGE_WORDS[stage], stuck: stage === 'stuck',
  };
};

const dueOf = (dueOn: LocalDate | null, today: LocalDate): Readonly<{ lead: string; rest: string; iso: string; late: boolean }> => {
  if (dueOn === null) return { lead: '', rest: 'no date', iso: '', late: false };
  const words = dueWords(dueOn, today);
  return { ...words, lead: sentence(words.lead), iso: dueOn };
};
