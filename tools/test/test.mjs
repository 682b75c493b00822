// npm test: everything that must hold, on a machine that may have nothing but Node. Ends with one line: N passed, M failed.
// npm test -- --only unit runs one part: lint, types, build, unit, contracts, journeys, browser or validator (repeat --only for more).
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, checkNode, install, root } from '../start/prepare.mjs';
import { GROUPS, runGroup } from './groups.mjs';
import { Processes } from './processes.mjs';
import { chromium, ensurePrograms } from './programs.mjs';
import { startBrokerAndIdentity, startPostgres } from './servers.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const processes = new Processes();
const inModules = (...path) => join(root, 'node_modules', ...path);

const node = (...args) => processes.run(process.execPath, args, { cwd: root, env: { ...process.env, NX_DAEMON: 'false' } });

/** Without the project graph the boundary rule would skip itself and pass: make it first. */
const lint = async () => (await node(inModules('nx', 'dist', 'bin', 'nx.js'), 'show', 'projects')) && node(inModules('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0');

const builds = async () => {
  try {
    await build(say);
    return true;
  } catch (fault) {
    say(fault.message);
    return false;
  }
};

/** What was checked before and has not changed since is not checked again. */
const types = () => node(inModules('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', join(root, '.cache', 'types.tsbuildinfo'));

/** Checks that are right or wrong as a whole, in order. */
const CHECKS = [
  { name: 'lint', says: 'boundaries and style of the whole tree', check: lint },
  { name: 'types', says: 'types of the whole tree', check: types },
  { name: 'build', says: 'the build, with what pages need', check: builds },
];

const NAMES = [...CHECKS, ...GROUPS].map(({ name }) => name);

/** In this order; what stands together runs at the same time: each of the first two uses one core, and contracts mostly wait for a broker. */
const STEPS = [['lint', 'types'], ['build'], ['unit'], ['contracts', 'validator'], ['journeys'], ['browser']];

const readArguments = () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const unknown = values.only?.find((name) => !NAMES.includes(name));
  if (unknown) throw new Error(`There is no "${unknown}". Say one of ${NAMES.join(', ')}.`);
  return values.only ?? NAMES;
};

const timed = async ({ name, says }, work) => {
  say(`\n── ${name}: ${says} …`);
  const began = Date.now();
  const counts = await work();
  say(`── ${name}: ${counts.passed} passed, ${counts.failed} failed, after ${Math.round((Date.now() - began) / 1000)} s`);
  return counts;
};

const prepare = async (names) => {
  checkNode();
  await install(say);
  if (GROUPS.some(({ name }) => names.includes(name))) ensurePrograms(say);
  process.env.CHROMIUM ??= chromium();
};

/** What a part comes to: a check is right or wrong as a whole, a group is counted. */
const outcomeOf = async (part, servers, postgres) => {
  if (part.check) return (await part.check()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return runGroup(processes, part, { servers: part.usesServers ? await servers : {}, postgresUrl: (await postgres()).url });
};

/** Runs the named parts step by step. @returns the counts of each */
const runParts = async (names, opened) => {
  const isWanted = ({ name }) => names.includes(name);
  const groups = GROUPS.filter(isWanted);
  const servers = groups.some(({ usesServers }) => usesServers) ? startBrokerAndIdentity(processes, say) : {};
  if (groups.length > 0 && !names.includes('build')) await builds();
  let started;
  const postgres = () => (started ??= startPostgres().then((server) => (opened.push(server.stop), server)));
  const all = [];
  for (const step of STEPS) {
    const parts = [...CHECKS, ...GROUPS].filter((part) => isWanted(part) && step.includes(part.name));
    all.push(...(await Promise.all(parts.map((part) => timed(part, () => outcomeOf(part, servers, postgres))))));
  }
  return all;
};

const main = async () => {
  const opened = [];
  const stop = async () => {
    await processes.stop();
    for (const step of opened.splice(0)) await step();
  };
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      say('\nStopping what the tests had started …');
      await stop();
      process.exit(130);
    });
  try {
    const names = readArguments();
    await prepare(names);
    const began = Date.now();
    const all = await runParts(names, opened);
    if (processes.stopping) return;
    await stop();
    const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
    say(`\nAfter ${Math.round((Date.now() - began) / 1000)} s:\n${sum('passed')} passed, ${sum('failed')} failed`);
    process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
  } catch (fault) {
    // What an interrupt cut off fails too; whoever stopped it knows.
    if (processes.stopping) return;
    await stop();
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
};

await main();
