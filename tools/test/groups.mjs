// The groups of tests and what Jest counted in each.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../start/prepare.mjs';
import { ADDRESSES } from './servers.mjs';

/** Groups that have a folder of their own; `unit` is everything else. `usesServers`: it is told where Kafka and Keycloak are. */
const OWN = [
  { name: 'contracts', folders: ['tests/contracts/', 'tests/faults/'], says: 'contracts on true Kafka and Keycloak, faults', usesServers: true },
  { name: 'journeys', folders: ['tests/journeys/'], says: 'journeys: everything in one process' },
  { name: 'browser', folders: ['tests/browser/'], says: 'pages in a browser, with axe' },
  { name: 'validator', folders: ['tests/validator/'], says: 'rules beside the sector’s own validator' },
];

export const GROUPS = [{ name: 'unit', says: 'domain, database and HTTP of each part' }, ...OWN];

/** The group that a file belongs to, by its path from the root. */
export const groupOf = (file) => OWN.find(({ folders }) => folders.some((folder) => file.startsWith(folder))) ?? GROUPS[0];

const patterns = ({ name, folders }) => (name === 'unit' ? ['--testPathIgnorePatterns', ...OWN.flatMap((group) => group.folders), '/node_modules/'] : ['--testPathPatterns', ...folders]);

/**
 * What a Jest run says in numbers. A file that could not be run, and a test that was left out, count as failed:
 * a test runs, or it is not there.
 */
export const countsOf = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) => ({
  passed: numPassedTests,
  failed: numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites,
});

/** The environment of a group's tests: addresses of servers for those that use them, and for no others. */
export const environmentOf = ({ usesServers }, servers, postgresUrl) => {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ADDRESSES.includes(name)));
  return { ...own, NODE_ENV: 'test', NX_DAEMON: 'false', ...(postgresUrl ? { TEST_DATABASE_URL: postgresUrl } : {}), ...(usesServers ? servers : {}) };
};

/** Arguments of Node for Jest in ES-module mode. */
export const jest = (...args) => ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args];

/** Runs Jest with these arguments and reads what it counted; a run that did not come to its end is one failure. */
export const runJest = async (processes, args, env) => {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-counts-'));
  const file = join(folder, 'jest.json');
  try {
    await processes.run(process.execPath, jest('--json', `--outputFile=${file}`, ...args), { cwd: root, env });
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Runs one group. @returns {Promise<{ passed: number, failed: number }>} a group without a test has failed once */
export const runGroup = async (processes, group, { servers, postgresUrl }) => {
  const report = await runJest(processes, patterns(group), environmentOf(group, servers, postgresUrl));
  if (report === undefined) return { passed: 0, failed: 1 };
  const counts = countsOf(report);
  return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1 } : counts;
};
