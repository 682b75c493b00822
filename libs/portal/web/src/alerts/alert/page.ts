import type { Alert } from '../../api/emergency.js';
import type { Problem } from '../../api/problem.js';
import { reviewHref } from '../../emergency/addresses.js';
import { dateAndTime } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import type { View } from '../../frame/view.js';
import { ALERTS, alertHref } from '../addresses.js';
import { ALERT_WORDS } from '../words.js';

export type AlertPage = Readonly<{ heading: string; facts: readonly Readonly<{ label: string; words: string }>[]; action: string; key: string; note: string; read: boolean; reviewHref: string | null; backHref: string; problem: Problem | null }>;

/** One alert, and what the officer notes of it. */
export const alertPage = ({ alert, key, note = '', problem }: Readonly<{ alert: Alert; key: string; note?: string; problem?: Problem }>): View<AlertPage> => ({
  template: 'alerts/alert/page.njk', title: `Alert, ${alert.child.reference}`, section: 'my-work', crumbs: [{ text: 'Alerts', href: ALERTS }], ...(problem === undefined ? {} : { status: 422 }),
  page: {
    heading: ALERT_WORDS[alert.kind], action: alertHref(alert.id), key, note, read: alert.read !== null, reviewHref: alert.emergencyAccess === null ? null : reviewHref(alert.emergencyAccess), backHref: ALERTS, problem: problem ?? null,
    facts: [
      { label: 'Who', words: `${alert.who.name}, ${roleWords(alert.who.role)} in ${alert.who.authority}` }, { label: 'Record', words: alert.child.reference }, { label: 'When', words: dateAndTime(alert.at) },
      ...(alert.read === null ? [] : [{ label: 'Read', words: `${dateAndTime(alert.read.at)}, by ${alert.read.by}` }, ...(alert.read.note === '' ? [] : [{ label: 'Note', words: alert.read.note }])]),
    ],
  },
});
