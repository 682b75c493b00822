import { type Instant, dayInEngland } from '@permanence/kernel/values';
import type { EmergencyUse } from '../api/emergency.js';
import { fullDate, timeOfDay } from '../words/dates.js';

const MS_A_MINUTE = 60_000;

/** Whole minutes until an instant, the one that has begun counted. */
export const minutesLeft = (until: Instant, now: Instant): number => Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / MS_A_MINUTE));

/** `1 minute`, `43 minutes`. */
export const minutesWords = (minutes: number): string => `${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;

const FINDINGS = { justified: 'justified', 'not-justified': 'not justified' } as const;

/** `Saturday 11 July 2026, 9:20pm to 9:38pm`. */
export const whenWords = ({ openedAt, until }: Pick<EmergencyUse, 'openedAt' | 'until'>): string => `${fullDate(dayInEngland(openedAt))}, ${timeOfDay(openedAt)} to ${timeOfDay(until)}`;

/** What became of the review: `Reviewed on Monday 13 July 2026: justified.` */
export const reviewWords = ({ review, reviewDueOn }: Pick<EmergencyUse, 'review' | 'reviewDueOn'>): string =>
  review === null ? `Not reviewed yet: due by ${fullDate(reviewDueOn)}.` : `Reviewed on ${fullDate(dayInEngland(review.at))}: ${FINDINGS[review.finding]}.`;
