import type { Alert, EmergencyUse, Relation } from '../../api/emergency.js';
import type { Approval } from '../../api/locality-hub.js';
import type { CountedPage, Page } from '../../api/problem.js';
import type { Grant } from '../../api/sharing.js';
import type { Capability } from '@permanence/platform/identity';
import type { Visit } from '../../web/visit.js';
import { type Heard, PART_MS, heardWithin } from './heard.js';

/** What waits for one person's word, each part null where it is never theirs. */
export type Waiting = Readonly<{
  plans: Heard<CountedPage<Approval>> | null; profiles: Heard<Page<Grant>> | null; relations: Heard<Page<Relation>> | null; reviews: Heard<Page<EmergencyUse>> | null; alerts: Heard<CountedPage<Alert>> | null;
}>;

export const NOTHING_WAITS: Waiting = { plans: null, profiles: null, relations: null, reviews: null, alerts: null };

/** Rows of each part on a first page. */
const SHOWN = 20;

/** Asks both services side by side for what waits for this person, each part as long as it may take. */
export const waitingFor = async ({ me, locality, regional }: Pick<Visit, 'me' | 'locality' | 'regional'>, milliseconds = PART_MS): Promise<Waiting> => {
  const { capabilities } = await me();
  const ask = <T>(capability: Capability, part: () => Promise<T>): Promise<Heard<T>> | null => (capabilities[capability] === undefined ? null : heardWithin(milliseconds, part()));
  const [plans, profiles, relations, reviews, alerts] = await Promise.all([
    ask('plan:agree', () => locality.approvals({ limit: SHOWN })), ask('profile:disclose', () => regional.grantsToDecide()), ask('relation:confirm', () => locality.relationsToConfirm()),
    ask('break-glass:review', () => locality.emergencyUsesToReview()), ask('alert:read', () => locality.alerts({ limit: SHOWN, unread: 'true' })),
  ]);
  return { plans, profiles, relations, reviews, alerts };
};
