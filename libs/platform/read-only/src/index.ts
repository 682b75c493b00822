export { showReadOnly } from './metrics.js';
export { OUT_OF_HOURS } from './out-of-hours.js';
export { type ReadOnly, ReadOnlyMode } from './read-only-mode.js';
export { GoesOnInReadOnlyMode, ReadOnlyGuard } from './read-only.guard.js';
export { READ_ONLY_CODE, readOnlyProblem, sinceWords } from './read-only.problem.js';
export { readOnlyTable } from './read-only.tables.js';
export { type SwitchWish, heldAt, turnAt } from './switch.js';
export { watchSwitch } from './watch-switch.js';
