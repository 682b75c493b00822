import { type LocalDate, addDays } from '@permanence/kernel/values';
import { CLOCKS, type ClockId } from '@permanence/statutory-clocks/catalogue';

/** What a piece of work is about; people filter by it. */
export const WORK_KINDS = ['reviews', 'visits', 'plan', 'health', 'learning', 'homes', 'missing', 'return-home', 'leaving-care'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** When it is to be done, in the order of the page. */
export const WORK_GROUPS = ['overdue', 'week', 'later'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** First and last number of the clocks of each kind (locality-hub.md, section 4). Clocks of records, alerts, delegation and escalation are about no date of a child. */
const NUMBERS: Readonly<Record<WorkKind, readonly (readonly [from: number, to: number])[]>> = {
  visits: [[1, 11]], reviews: [[13, 16]], plan: [[18, 18]], health: [[21, 25]], learning: [[26, 27]], homes: [[28, 31], [35, 35]], missing: [[32, 32]], 'return-home': [[36, 36]], 'leaving-care': [[37, 43]],
};

const numberOf = (clock: ClockId): number => Number(clock.slice(1));

/** The clocks that make work of one kind. */
export const clocksOfWork = (kind: WorkKind): readonly ClockId[] =>
  CLOCKS.map(({ id }) => id).filter((id) => NUMBERS[kind].some(([from, to]) => numberOf(id) >= from && numberOf(id) <= to));

/** What a clock is about; undefined where it makes no work of a child's. */
export const workKindOf = (clock: ClockId): WorkKind | undefined => WORK_KINDS.find((kind) => clocksOfWork(kind).includes(clock));

/** Overdue from the day after the due date (T6); this week is today and the seven days after. */
export const workGroupOf = (dueOn: LocalDate, today: LocalDate): WorkGroup => {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
};
