/** The reliability tests that this release shows: what each is, and the figure wanted in the long run. */
export const TABLE = [
  { test: 'T1', what: 'Every tenant table has row-level security, enabled and forced; no role can bypass it', wanted: 'all tables' },
  { test: 'T2', what: 'Routes, verbs, roles and councils called with other councils’ ids', wanted: '10,000 calls, no leak' },
  { test: 'T3', what: 'A transaction without tenants, with wrong ones or a closed one', wanted: 'no row, on every table' },
  { test: 'T4', what: '200 callers over 4 connections, with aborts and time-outs between', wanted: '100,000 requests, no mixed row' },
  { test: 'T5', what: 'Views and functions that would run with their owner’s rights', wanted: 'none off the list' },
  { test: 'T6', what: 'What a stranger learns from status and time', wanted: 'same status, medians within 10%' },
  { test: 'T7', what: 'kill -9 of the service or the database in the middle of a read', wanted: '1,000 kills, no read without its access row' },
  { test: 'T8', what: 'The access log is append-only and chained; one byte is changed', wanted: 'found among 1,000,000 rows within 60 seconds' },
  { test: 'T9', what: 'Emergency access: with a reason, for 60 minutes at most, known to the data protection officer, visible in who has looked', wanted: 'alert within 60 seconds, 0 ways without a reason' },
  { test: 'T10', what: 'Alerts: emergency access; family or a colleague; access under a grant; a restricted record (searches come with search)', wanted: '4 of 4 raised' },
  { test: 'T11', what: 'A role is removed, an account disabled', wanted: 'the next request is refused, within 1 second' },
  { test: 'T15', what: 'The process is killed at each statement boundary of a change', wanted: '1,000 runs, state and event together or not at all' },
  { test: 'T16', what: 'The relay is killed between the broker’s answer and its own mark', wanted: 'no gap, order kept in each case' },
  { test: 'T17', what: 'Events delivered one to five times, shuffled, with rebalances', wanted: '100,000 events, each effect once' },
  { test: 'T18', what: 'An event that cannot be handled', wanted: 'laid aside after 5 tries, others wait 1 second at most' },
  { test: 'T28', what: 'Read-only mode: every read, page and sign-in works, each page says so, every command is refused in words', wanted: 'every route; known within 5 seconds' },
  { test: 'T29', what: 'Guessing passwords at true Keycloak', wanted: '6 tries a minute, then locked; nothing learnt about who exists' },
  { test: 'T30', what: 'Headers, content security policy, forged forms (docs/security.md)', wanted: 'every rule on the list' },
  { test: 'T33', what: 'axe on every page and state, keyboard only, 400% zoom', wanted: 'no violation' },
  { test: 'T34', what: 'Clocks over summer time, leap days, bank holidays, paused time', wanted: '10,000 dates equal a reference' },
];

const cell = (text) => String(text).replaceAll('|', '\\|');

const duration = (seconds) => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);

const reachedIn = (result) => {
  if (result === undefined) return ['not run yet', '', '', ''];
  const outcome = result.failed > 0 || result.passed === 0 ? (result.passed + result.failed === 0 ? '**no test found**' : `**${result.failed} of ${result.passed + result.failed} tests failed**`) : `held (${result.passed} ${result.passed === 1 ? 'test' : 'tests'})`;
  return [[outcome, ...new Set(result.figures)].join('; '), duration(result.seconds), result.on, result.commit];
};

/** docs/reliability.md, from the results that are there. */
export const reliabilityPage = (results, machine) => `# Reliability

Written by \`npm run test:full\`. Each test also runs with smaller figures in \`npm test\`.
Machine: ${machine}. It can be stopped and goes on with the next test, so that tests may have run on different commits.

| Test | What happens | Figure wanted | Figure reached | Took | On | Commit |
|---|---|---|---|---|---|---|
${TABLE.map(({ test, what, wanted }) => `| ${[test, what, wanted, ...reachedIn(results.get(test))].map(cell).join(' | ')} |`).join('\n')}
`;
