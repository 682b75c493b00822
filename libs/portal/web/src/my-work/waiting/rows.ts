import { type Instant, type LocalDate, dayInEngland } from '@permanence/kernel/values';
import type { EmergencyUse, Relation } from '../../api/emergency.js';
import type { Approval, ClockRule } from '../../api/locality-hub.js';
import type { Grant } from '../../api/sharing.js';
import { childHref } from '../../children/addresses.js';
import { type DueCell, dueCell, ruleCell } from '../../children/due-row.js';
import { planHref } from '../../children/plan/addresses.js';
import { reviewHref } from '../../emergency/addresses.js';
import { RELATIONS } from '../../relations/addresses.js';
import { grantHref } from '../../sharing/addresses.js';
import { purposeWords } from '../../sharing/words.js';
import { fullDate } from '../../words/dates.js';
import { lasting } from '../../words/due.js';
import { displayName, roleWords } from '../../words/names.js';
import { sentence } from '../../words/numbers.js';
import { routeWords } from '../../words/permanence.js';
import type { WorkRow } from '../due/rows.js';

/** Something to decide: a row of work, and since when or by when. */
export type WaitingRow = WorkRow & Readonly<{ words: string | null }>;

/** A plan is to be agreed by the second review: the clock that says why its signatures are needed. */
const PLAN_CLOCK = 'C18';

/** `For 4 days`, and under it since when. */
const sinceCell = (since: LocalDate, today: LocalDate): DueCell => ({ ...(since >= today ? { lead: 'Since today', rest: fullDate(since) } : { lead: `For ${lasting(since, today)}`, rest: `since ${fullDate(since)}` }), iso: since, late: false });

const DOES: Readonly<Record<Approval['kind'], Readonly<{ what: string; step: 'countersignature' | 'agreement'; by: string }>>> = {
  countersign: { what: 'Countersign the plan of', step: 'countersignature', by: 'proposed by' }, agree: { what: 'Record that a review agreed the plan of', step: 'agreement', by: 'countersigned by' },
};

export const planRow = ({ kind, child, route, since, by, refusal }: Approval, { today, clocks }: Readonly<{ today: LocalDate; clocks: readonly ClockRule[] }>): WaitingRow => {
  const { what, step, by: brought } = DOES[kind];
  const about = [route === null ? 'No main plan' : routeWords(route), ...(by?.name == null ? [] : [`${brought} ${by.name}`])].join(', ');
  const row = { what: `${what} ${displayName(child)}`, who: about, due: sinceCell(since, today) };
  return refusal === null ? { ...row, href: planHref(child.id, step), rule: ruleCell(PLAN_CLOCK, clocks), words: null } : { ...row, href: childHref(child.id, 'plan'), rule: null, words: `Not yet. ${refusal.sentence}` };
};

export const profileRow = ({ id, reference, askedBy, askingCouncilName, purpose, askedOn }: Grant, today: LocalDate): WaitingRow => ({
  what: `Decide what to share about ${reference}`, href: grantHref(id), who: `${askedBy} in ${askingCouncilName} asks. ${purposeWords(purpose)}`, due: sinceCell(askedOn, today), rule: null,
  words: 'Nothing is shared until you say yes. Then for 28 days at most.',
});

export const relationRow = ({ who, role, team, reference, declaredAt }: Relation, today: LocalDate): WaitingRow => ({
  what: `Confirm what ${who} says of ${reference}`, href: RELATIONS, who: sentence([roleWords(role), team].filter((part) => part !== null).join(', ')), due: sinceCell(dayInEngland(declaredAt), today), rule: null,
  words: 'They know the child outside work. A manager confirms it.',
});

export const reviewRow = ({ id, who, role, child, running, reviewDueOn }: EmergencyUse, today: LocalDate): WaitingRow => ({
  what: `Review the emergency access of ${who}`, href: reviewHref(id), who: sentence([roleWords(role), child.reference, ...(running ? ['open now'] : [])].join(', ')), due: dueCell({ clock: '', dueOn: reviewDueOn, workingDaysLeft: null }, today), rule: null,
  words: 'Somebody else looks at each use within 2 working days.',
});

/** `Plans to sign could not be loaded at 9:41am.` is for the page to say; here is what each part is called. */
export const PART_NAMES = { plans: 'plans to sign', profiles: 'profiles to share', relations: 'what workers declared', reviews: 'emergency access to review', alerts: 'alerts' } as const;

export type WaitingMoment = Readonly<{ today: LocalDate; now: Instant; clocks: readonly ClockRule[] }>;
