import type { Instant } from '@permanence/kernel/values';
import type { EmergencyUse } from '../api/emergency.js';
import { childHref } from '../children/addresses.js';
import type { RunningAccess } from '../frame/view.js';
import { timeOfDay } from '../words/dates.js';
import { endHref } from './addresses.js';
import { minutesLeft, minutesWords } from './use-words.js';

/** Emergency access that is open, as the message on every page shows it. */
export const runningIn = ({ id, child, until }: EmergencyUse, now: Instant): RunningAccess =>
  ({ reference: child.reference, href: childHref(child.id), left: minutesWords(minutesLeft(until, now)), until: timeOfDay(until), endHref: endHref(id) });
