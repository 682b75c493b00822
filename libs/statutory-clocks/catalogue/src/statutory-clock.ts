import type { Refusal } from '@permanence/kernel/decider';
import type { LocalDate } from '@permanence/kernel/values';
import { type ClockId, clockOf } from './catalogue.js';
import { dueOn } from './due.js';

type Running = Readonly<{ clockId: ClockId; part?: string; startedOn: LocalDate; dueOn: LocalDate }>;

/** One running or finished clock of one child. Whether a running one is overdue depends on the day one asks: `stateOn`. */
export type StatutoryClock =
  | (Running & Readonly<{ status: 'running' }>)
  | (Running & Readonly<{ status: 'met' | 'met-late'; metOn: LocalDate }>)
  | (Running & Readonly<{ status: 'void'; voidedOn: LocalDate; reason: string }>);

/** How a clock stands on a day. */
export type ClockState = StatutoryClock['status'] | 'overdue';

/** The clock after a transition, or why it may not be made. */
export type Moved = Readonly<{ ok: true; clock: StatutoryClock } | { ok: false; refusal: Refusal }>;

/** Starts a clock on the day of its event (T7: the actual event, never an earlier due date). */
export const startClock = (clockId: ClockId, startedOn: LocalDate, part?: string): StatutoryClock => ({
  status: 'running', clockId, ...(part === undefined ? {} : { part }), startedOn, dueOn: dueOn(clockId, startedOn, part),
});

/** Meets a running clock: on or before the due date in time, else late (T6). */
export const meetClock = (clock: StatutoryClock, metOn: LocalDate): Moved => {
  if (clock.status !== 'running') return notRunning(clock);
  if (metOn < clock.startedOn)
    return refused('CLOCK_MET_BEFORE_START', 'A clock cannot be met before the day on which it started.', 'clocks.T7');
  return { ok: true, clock: { ...clock, status: metOn <= clock.dueOn ? 'met' : 'met-late', metOn } };
};

/** Gives a running clock a later due date, where its rule allows that. */
export const extendClock = (clock: StatutoryClock, newDueOn: LocalDate): Moved => {
  if (clock.status !== 'running') return notRunning(clock);
  const { configurable } = clockOf(clock.clockId);
  if (configurable !== 'extend' && configurable !== 'yes')
    return refused('CLOCK_NOT_EXTENDABLE', 'The rule behind this date does not allow a later one.', 'clocks.configurable');
  if (newDueOn <= clock.dueOn)
    return refused('CLOCK_NOT_LATER', 'An extension must be later than the date it replaces.', 'clocks.configurable');
  return { ok: true, clock: { ...clock, dueOn: newDueOn } };
};

/** Ends a running clock that has lost its reason, such as a review of a child who has left care. */
export const voidClock = (clock: StatutoryClock, voidedOn: LocalDate, reason: string): Moved =>
  clock.status === 'running' ? { ok: true, clock: { ...clock, status: 'void', voidedOn, reason } } : notRunning(clock);

/** How a clock stands at the end of a day: overdue from the day after the due date (T6). */
export const stateOn = (clock: StatutoryClock, day: LocalDate): ClockState =>
  clock.status === 'running' && day > clock.dueOn ? 'overdue' : clock.status;

const refused = (code: Refusal['code'], sentence: string, rule: string): Moved => ({ ok: false, refusal: { code, sentence, rule } });

const notRunning = (clock: StatutoryClock): Moved => refused('CLOCK_NOT_RUNNING', `This clock is no longer running: it is ${clock.status}.`, 'clocks.status');
