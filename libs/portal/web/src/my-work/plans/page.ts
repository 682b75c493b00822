import type { LocalDate } from '@permanence/kernel/values';
import type { Approval, ClockRule } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import type { View } from '../../frame/view.js';
import { HOME, plansWaitingHref } from '../addresses.js';
import { type WaitingRow, planRow } from '../waiting/rows.js';

export type PlansWaiting = Readonly<{ count: number; caption: string; rows: readonly WaitingRow[]; nextHref: string | null; firstHref: string | null }>;
type Facts = Readonly<{ plans: CountedPage<Approval>; today: LocalDate; clocks: readonly ClockRule[]; first: boolean }>;

/** Every plan that waits for the person's word, page by page. */
export const plansWaitingPage = ({ plans, first, ...moment }: Facts): View<PlansWaiting> => ({
  template: 'my-work/plans/page.njk', title: 'Plans that wait for you', section: 'my-work', crumbs: [{ text: 'My work', href: HOME }],
  page: {
    count: plans.total, caption: 'Plans that wait for you, longest first', rows: plans.items.map((approval) => planRow(approval, moment)),
    nextHref: plans.next === null ? null : plansWaitingHref({ cursor: plans.next }), firstHref: first ? null : plansWaitingHref(),
  },
});
