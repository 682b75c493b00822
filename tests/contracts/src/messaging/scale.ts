/** `npm test` runs the reliability tests in small counts, `npm run test:full` in those of docs/reliability.md. */
export const runs = (small: number, full: number): number => (process.env['PERMANENCE_TEST_FULL'] ? full : small);
