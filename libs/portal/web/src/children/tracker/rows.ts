import type { LocalDate } from '@permanence/kernel/values';
import type { WayRow } from '../../api/council-tracker.js';
import type { RestrictedRow } from '../../api/locality-hub.js';
import { fullDate } from '../../words/dates.js';
import { dueWords, lasting } from '../../words/due.js';
import { displayName } from '../../words/names.js';
import { whole } from '../../words/numbers.js';
import { routeWords } from '../../words/permanence.js';
import { childHref } from '../addresses.js';
import { stripOf } from './strip.js';
import { nextWords, stepWords } from './words.js';

export type Row = Readonly<{ shut: true; reference: string; ask: string }> | Readonly<{
  shut: false; name: string; href: string; about: string; weeks: string; strip: string | null; reached: string; plan: string; parallel: string | null;
  next: Readonly<{ what: string; lead: string; rest: string; iso: string; late: boolean; blocker: string | null }> | null;
  stuck: string | null;
}>;

/** A child on the way: weeks in care, the way so far, the plan and the next step. */
export const wayRow = (row: WayRow | RestrictedRow, today: LocalDate): Row => {
  if (row.kind === 'restricted') return { shut: true, reference: row.reference, ask: row.ask };
  const { id, weeks, plan, steps, next, inCareSince } = row;
  return {
    shut: false, name: displayName(row), href: childHref(id), about: aboutWords(row),
    weeks: weeks === null ? 'not recorded' : whole(weeks), strip: inCareSince === null ? null : stripOf({ since: inCareSince, today, steps: steps.map(({ on }) => on), dueOn: next?.dueOn ?? null }), reached: reachedWords(row, today),
    plan: planWords(plan), parallel: plan.parallels.length === 0 ? null : plan.parallels.map((route) => routeWords(route).toLowerCase()).join(' or '), next: nextOf(next, today),
    stuck: row.stuckOn === null ? null : `No match after 90 days of search, since ${fullDate(row.stuckOn)}`,
  };
};

const aboutWords = ({ age, name, councilCode, reference }: WayRow): string =>
  [age === null ? 'age not recorded' : age < 1 ? 'Under 1' : String(age), name === null ? `council's number ${councilCode}` : reference].join(', ');

const planWords = ({ primary, status }: WayRow['plan']): string => {
  if (primary === null) return 'No plan yet';
  return status === 'agreed' || status === 'achieved' ? routeWords(primary) : `${routeWords(primary)}, not agreed yet`;
};

const reachedWords = ({ steps }: WayRow, today: LocalDate): string => {
  const last = steps.at(-1);
  return last === undefined ? 'No step reached' : `${stepWords(last.code)}, ${last.on >= today ? 'today' : `${lasting(last.on, today)} ago`}`;
};

const nextOf = (next: WayRow['next'], today: LocalDate): Extract<Row, { shut: false }>['next'] => {
  if (next === null) return null;
  const { lead, rest, late } = dueWords(next.dueOn, today);
  return { what: nextWords(next.code), lead: late ? lead : lead.charAt(0).toUpperCase() + lead.slice(1), rest, iso: next.dueOn, late, blocker: next.blocker ?? (next.blocked ? 'Something stands in the way' : null) };
};
