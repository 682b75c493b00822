import type { Alert } from '../../api/emergency.js';
import type { Page } from '../../api/problem.js';
import { childHref } from '../../children/addresses.js';
import { atInTable } from '../../frame/moment.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { roleWords } from '../../words/names.js';

export const MY_ALERTS_SIZE = 50;

export type MyAlerts = Readonly<{ empty: boolean; more: boolean; table: Table }>;

/** Emergency access to a worker's own children: who, and when. */
export const myAlertsPage = ({ items, next }: Page<Alert>): View<MyAlerts> => ({
  template: 'alerts/mine/page.njk', title: 'Emergency access to your children', section: 'my-work', crumbs: [],
  page: {
    empty: items.length === 0, more: next !== null,
    table: table('Emergency access to your children, newest first', ['When', 'Who', 'Whose record'], items.map(({ at, who, child }) => [
      dayCell(atInTable(at)), { text: who.name, sub: `${roleWords(who.role)}, ${who.authority}` }, { text: child.reference, href: childHref(child.id, 'access'), hidden: 'who has looked at it' },
    ])),
  },
});
