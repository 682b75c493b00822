import type { LocalDate } from '@permanence/kernel/values';
import type { Alert, AlertKind, EmergencyUse } from '../../api/emergency.js';
import type { CountedPage } from '../../api/problem.js';
import { reviewHref } from '../../emergency/addresses.js';
import { atInTable } from '../../frame/moment.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { dueWords } from '../../words/due.js';
import { roleWords } from '../../words/names.js';
import { ALERTS, alertHref } from '../addresses.js';
import { ALERT_WORDS } from '../words.js';

export const ALERTS_SIZE = 50;

export type AlertsPage = Readonly<{
  count: number; action: string; kinds: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; empty: boolean; table: Table; paging: Paging; reviews: Table | null;
}>;
export type AlertsFacts = Readonly<{ alerts: CountedPage<Alert>; reviews: readonly EmergencyUse[]; kind: AlertKind | undefined; trail: Trail; today: LocalDate }>;

/** What the data protection officer is told of looks: emergency access that waits for a review above all, then the alerts, not read yet first. */
export const alertsPage = ({ alerts, reviews, kind, trail, today }: AlertsFacts): View<AlertsPage> => ({
  template: 'alerts/list/page.njk', title: 'Alerts', section: 'my-work', crumbs: [], print: { filter: kind === undefined ? 'every kind' : ALERT_WORDS[kind] },
  page: {
    count: alerts.total, action: ALERTS, empty: alerts.total === 0, paging: pagingOf(alerts, ALERTS_SIZE, trail, ALERTS, { kind }),
    kinds: [{ value: '', text: 'Any', selected: kind === undefined }, ...Object.entries(ALERT_WORDS).map(([value, text]) => ({ value, text, selected: value === kind }))],
    table: table('Alerts, not read yet first, then newest first', ['When', 'What', 'Who', 'Whose record', 'Read'], alerts.items.map(alertCells)),
    reviews: reviews.length === 0 ? null : table('Emergency access to review, earliest due first', ['Opened', 'Who', 'Whose record', 'Review'], reviews.map((use) => reviewCells(use, today)), true),
  },
});

const alertCells = ({ id, at, kind, who, child, read }: Alert): readonly (Cell | string)[] => [
  dayCell(atInTable(at)), ALERT_WORDS[kind], { text: who.name, sub: `${roleWords(who.role)}, ${who.authority}` }, child.reference,
  { text: read === null ? 'Not read yet' : `Read by ${read.by}`, href: alertHref(id), hidden: `alert about ${child.reference}` },
];

const reviewCells = (use: EmergencyUse, today: LocalDate): readonly (Cell | string)[] => {
  const { lead, rest, late } = dueWords(use.reviewDueOn, today);
  return [
    dayCell(atInTable(use.openedAt), use.running ? { sub: 'open now' } : undefined), { text: use.who, sub: roleWords(use.role) }, use.child.reference,
    { text: 'Review it', href: reviewHref(use.id), hidden: `: ${use.who}, ${use.child.reference}`, sub: `${lead}, ${rest}`, ...(late ? { subLate: true } : {}) },
  ];
};
