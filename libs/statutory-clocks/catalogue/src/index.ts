export type { Certainty, ClockDefinition, ClockLength, Configurable, Span } from './clock-definition.js';
export { CLOCKS, type ClockId, clockOf, lengthOf } from './catalogue.js';
export { clockToNextReview, dueAt, dueOn } from './due.js';
export { addWorkingDays, bankHolidaysOf, isWorkingDay, workingDaysBetween } from './working-days.js';
export { type ClockState, type Moved, type StatutoryClock, extendClock, meetClock, startClock, stateOn, voidClock } from './statutory-clock.js';
