import { ACCESS_LOG } from '../../access-log/addresses.js';
import { ALERTS } from '../../alerts/addresses.js';
import { type Moment, inFull } from '../../frame/moment.js';
import type { View } from '../../frame/view.js';
import { GRANTS } from '../../sharing/addresses.js';
import { HOME } from '../addresses.js';
import type { WaitingMoment } from './rows.js';
import { type WaitingParts, waitingParts } from './section.js';
import type { Waiting } from './waiting.js';

export type WaitingPage = WaitingParts & Readonly<{ today: Moment; counts: readonly Readonly<{ count: number; words: string; href: string }>[]; nothing: boolean; againHref: string; logHref: string; alertsHref: string; grantsHref: string }>;

/** A data protection officer's first page: emergency access to review, then alerts that nobody has read. */
export const waitingPage = (found: Waiting, moment: WaitingMoment): View<WaitingPage> => {
  const parts = waitingParts(found, moment);
  return {
    template: 'my-work/waiting/page.njk', title: 'My work', section: 'my-work', crumbs: [],
    page: {
      ...parts, today: inFull(moment.today), nothing: parts.waiting === null && parts.alerts === null && parts.late === null, againHref: HOME, logHref: ACCESS_LOG, alertsHref: ALERTS, grantsHref: GRANTS,
      counts: [
        ...(parts.waiting === null ? [] : [{ count: parts.waiting.count, words: 'to review', href: '#waiting' }]), ...(parts.alerts === null ? [] : [{ count: parts.alerts.count, words: parts.alerts.count === 1 ? 'alert not read yet' : 'alerts not read yet', href: '#alerts' }]),
      ],
    },
  };
};
