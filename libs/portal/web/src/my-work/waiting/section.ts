import type { Alert } from '../../api/emergency.js';
import { ALERTS, alertHref } from '../../alerts/addresses.js';
import { ALERT_WORDS } from '../../alerts/words.js';
import { atInTable } from '../../frame/moment.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import { timeOfDay } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import { counted, listed, sentence } from '../../words/numbers.js';
import { PLANS_WAITING } from '../addresses.js';
import type { Heard } from './heard.js';
import { PART_NAMES, type WaitingMoment, type WaitingRow, planRow, profileRow, relationRow, reviewRow } from './rows.js';
import type { Waiting } from './waiting.js';

export type WaitingSection = Readonly<{ title: string; count: number; caption: string; rows: readonly WaitingRow[]; more: Readonly<{ href: string; text: string }> | null }>;
export type AlertsSection = Readonly<{ count: number; table: Table; allHref: string }>;
export type WaitingParts = Readonly<{ waiting: WaitingSection | null; alerts: AlertsSection | null; late: string | null }>;

/** What waits for a person: reviews by the day they are due, then what waits longest. A part that did not come in time is named. */
export const waitingParts = (found: Waiting, moment: WaitingMoment): WaitingParts => ({ waiting: sectionOf(found, moment), alerts: alertsOf(found.alerts), late: lateOf(found, moment) });

const itemsOf = <T>(part: Heard<Readonly<{ items: readonly T[] }>> | null): readonly T[] => (part === null || part.late ? [] : part.value.items);

const sectionOf = ({ plans, profiles, relations, reviews }: Waiting, moment: WaitingMoment): WaitingSection | null => {
  const { today } = moment;
  const planItems = itemsOf(plans);
  const total = plans === null || plans.late ? 0 : plans.value.total;
  const waiting = [
    ...planItems.map((approval) => planRow(approval, moment)), ...itemsOf(profiles).map((grant) => profileRow(grant, today)),
    ...itemsOf(relations).filter(({ status }) => status === 'declared').map((relation) => relationRow(relation, today)),
  ].sort((a, b) => (a.due.iso < b.due.iso ? -1 : 1));
  const rows = [...itemsOf(reviews).map((use) => reviewRow(use, today)), ...waiting];
  if (rows.length === 0) return null;
  return {
    title: waiting.length === 0 ? 'To review' : 'To sign or decide', count: rows.length + total - planItems.length, caption: waiting.length === 0 ? 'To review, earliest due first' : 'To sign or decide, longest first', rows, more: total > planItems.length ? { href: PLANS_WAITING, text: `See all ${counted(total, 'plan')} that wait for you` } : null,
  };
};

const alertsOf = (alerts: Waiting['alerts']): AlertsSection | null =>
  alerts === null || alerts.late || alerts.value.total === 0 ? null : { count: alerts.value.total, allHref: ALERTS, table: table('Alerts that nobody has read, newest first', ['When', 'What', 'Who', 'Whose record'], alerts.value.items.map(alertCells)) };

const alertCells = ({ id, at, kind, who, child }: Alert): readonly (Cell | string)[] => [
  dayCell(atInTable(at)), { text: ALERT_WORDS[kind], href: alertHref(id), hidden: `about record ${child.reference}` }, { text: who.name, sub: `${roleWords(who.role)}, ${who.authority}` }, child.reference,
];

const lateOf = (found: Waiting, { now }: WaitingMoment): string | null => {
  const names = (Object.keys(PART_NAMES) as (keyof Waiting)[]).filter((part) => found[part]?.late === true).map((part) => PART_NAMES[part]);
  return names.length === 0 ? null : `${sentence(listed(names))} could not be loaded at ${timeOfDay(now)}. Everything else is here.`;
};
