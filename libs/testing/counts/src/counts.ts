import { appendFileSync } from 'node:fs';

/** Whether this is the long run with the table's figures (`npm run test:full`), not `npm test`. */
export const isFull = (): boolean => process.env['PERMANENCE_TEST_FULL'] === '1';

/**
 * How often a test of the table (T1, T2 …) does its thing: `small` in `npm test`, `full` in `npm run test:full`, which notes it.
 * The figure is reached only if the test passes, so call it once, where the loop is.
 */
export const count = (test: `T${number}`, small: number, full: number): number => {
  const times = isFull() ? full : small;
  reached(test, new Intl.NumberFormat('en-GB').format(times));
  return times;
};

/** Notes a figure that a test of the table measured, such as `reached('T8', '1,000,000 rows verified in 21 s')`, for docs/reliability.md. */
export const reached = (test: `T${number}`, figure: string): void => {
  const file = process.env['PERMANENCE_FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify({ test, figure })}\n`);
};
