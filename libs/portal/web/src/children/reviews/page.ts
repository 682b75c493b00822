import { type LocalDate, daysBetween } from '@permanence/kernel/values';
import type { AboutChild, Review } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { inFull } from '../../frame/moment.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { participationWords } from '../../words/codes.js';
import { longDate } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';
import { ruleHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Reviews = Readonly<{ count: number; table: Table; empty: boolean }>;

/** Every review held, newest first, with whether it was in time and how the child took part. */
export const reviewsPage = ({ child, items }: AboutChild & Page<Review>, today: LocalDate): View<RecordFrame & Reviews> =>
  recordView('reviews', 'Reviews', child, today, {
    count: items.length, empty: items.length === 0,
    table: table('Reviews held, newest first', ['Held', 'Was due', 'In time', 'How the child took part'], items.map((review) => [dayCell(inFull(review.on)), dueOnCell(review), inTime(review), participationWords(review.participation)])),
  });

const dueOnCell = ({ dueOn }: Review): Cell => (dueOn === null ? { text: 'not known', sub: 'no clock ran: the first day in care is not in the files' } : dayCell(inFull(dueOn)));

const inTime = ({ on, dueOn, clock }: Review): Cell => {
  if (dueOn === null) return { text: 'not known' };
  const days = daysBetween(dueOn, on);
  const words = days > 0 ? `${counted(days, 'day')} late` : 'Yes';
  return clock === null ? { text: words, late: days > 0 } : { text: words, href: ruleHref(clock), hidden: `on ${longDate(on)}, by which rule` };
};
