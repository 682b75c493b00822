import type { Instant } from '@permanence/kernel/values';
import { type Problem, problem } from '@permanence/platform/http';
import { OUT_OF_HOURS } from './out-of-hours.js';
import type { ReadOnly } from './read-only-mode.js';

export const READ_ONLY_CODE = 'READ_ONLY_MODE';

const IN_ENGLAND = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });

/** `9:41am on Tuesday 24 November`. */
export const sinceWords = (since: Instant): string => {
  const part = Object.fromEntries(IN_ENGLAND.formatToParts(new Date(since)).map(({ type, value }) => [type, value]));
  const { weekday, day, month, hour, minute, dayPeriod = '' } = part;
  return `${hour}${minute === '00' ? '' : `:${minute}`}${dayPeriod.toLowerCase()} on ${weekday} ${day} ${month}`;
};

/** What a command is answered in read-only mode: what works, since when, why, and whom to ring. */
export const readOnlyProblem = ({ since, reason }: ReadOnly): Problem =>
  problem(503, 'READ_ONLY_MODE', `You can read all that is here, but since ${sinceWords(since)} nothing can be changed. The reason: ${reason} What you sent was not done. In an emergency you can still open a record. If it cannot wait, ring the emergency duty team on ${OUT_OF_HOURS.words}.`, { rule: 'http.read-only' });
