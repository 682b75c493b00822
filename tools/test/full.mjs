// npm run test:full: the reliability tests with the table's figures. It may be stopped and goes on with the next test when it is
// started again; what has ended is kept in .cache/full. When all have run, docs/reliability.md is whole and the next call begins anew.
// npm run test:full -- --only T17 runs one (repeat --only for more).
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { build, checkNode, install, root } from '../start/prepare.mjs';
import { GROUPS, environmentOf, groupOf, runJest } from './groups.mjs';
import { commit, machine, today } from './machine.mjs';
import { Processes } from './processes.mjs';
import { chromium, ensurePrograms } from './programs.mjs';
import { startBrokerAndIdentity, startPostgres } from './servers.mjs';
import { TABLE, reliabilityPage } from './table.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const processes = new Processes();
const kept = join(root, '.cache', 'full');
const figures = join(kept, 'figures.jsonl');
const AN_HOUR_MS = 3_600_000;

const fileOf = (test) => join(kept, `${test}.json`);

const resultOf = (test) => (existsSync(fileOf(test)) ? JSON.parse(readFileSync(fileOf(test), 'utf8')) : undefined);

const readArguments = () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const names = TABLE.map(({ test }) => test);
  const unknown = values.only?.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no "${unknown}". Say one of ${names.join(', ')}.`);
  return values.only ?? names;
};

const sources = () =>
  ['libs', 'apps', 'tests', 'tools'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file).split(sep).join('/'))).filter((file) => file.endsWith('.spec.ts'));

/** Tests of the table that are a whole folder. */
const WHOLE = { T33: 'tests/browser/' };

/** Files in which a test bears the name at its beginning, `it('T17: …')`, or a group of tests at its end, `describe('… (T29)')`. */
const filesOf = (test) => {
  if (WHOLE[test]) return sources().filter((file) => file.startsWith(WHOLE[test]));
  const named = new RegExp(`['"\`]${test}: |describe\\(['"\`].*\\(${test}\\)['"\`]`);
  return sources().filter((file) => named.test(readFileSync(join(root, file), 'utf8')));
};

/** The same for Jest, which joins the titles of groups and test by spaces. */
const namePattern = (test) => (WHOLE[test] ? '.' : `(^|\\s)${test}: |\\(${test}\\)`);

const noted = (test) => (existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((each) => each.test === test).map(({ figure }) => figure) : []);

/** Runs the tests of one name, each group of files with what it needs. */
const run = async (test, { servers, postgresUrl }) => {
  rmSync(figures, { force: true });
  const began = Date.now();
  const sums = { passed: 0, failed: 0 };
  for (const group of GROUPS) {
    const files = filesOf(test).filter((file) => groupOf(file) === group);
    if (files.length === 0) continue;
    const env = { ...environmentOf(group, servers, postgresUrl), PERMANENCE_TEST_FULL: '1', PERMANENCE_FIGURES: figures };
    const report = await runJest(processes, ['--runTestsByPath', ...files, '-t', namePattern(test), `--testTimeout=${AN_HOUR_MS}`, '--runInBand'], env);
    sums.passed += report?.numPassedTests ?? 0;
    sums.failed += report === undefined ? 1 : report.numFailedTests + report.numRuntimeErrorTestSuites;
  }
  return { ...sums, figures: noted(test), seconds: Math.round((Date.now() - began) / 1000), on: today(), commit: commit() };
};

const writePage = () => {
  mkdirSync(join(root, 'docs'), { recursive: true });
  const results = new Map(TABLE.map(({ test }) => [test, resultOf(test)]));
  writeFileSync(join(root, 'docs', 'reliability.md'), reliabilityPage(results, machine()));
  return [...results.values()];
};

const held = (result) => result !== undefined && result.failed === 0 && result.passed > 0;

const runAll = async (names, open) => {
  const left = names.filter((test) => !held(resultOf(test)));
  if (left.length < names.length) say(`Going on: ${names.length - left.length} of ${names.length} have ended before.`);
  const postgres = await startPostgres();
  open.push(postgres.stop);
  const servers = await startBrokerAndIdentity(processes, say);
  for (const test of left) {
    say(`\n── ${test}: ${TABLE.find((row) => row.test === test).what} …`);
    const result = await run(test, { servers, postgresUrl: postgres.url });
    if (processes.stopping) return;
    writeFileSync(fileOf(test), JSON.stringify(result));
    writePage();
    say(`── ${test}: ${result.passed} passed, ${result.failed} failed, after ${result.seconds} s`);
  }
};

const open = [];
const stop = async () => {
  await processes.stop();
  for (const step of open.splice(0)) await step();
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    say('\nStopping. What has ended is kept: start again to go on.');
    await stop();
    process.exit(130);
  });

try {
  const names = readArguments();
  checkNode();
  await install(say);
  ensurePrograms(say);
  process.env.CHROMIUM ??= chromium();
  mkdirSync(kept, { recursive: true });
  await build(say);
  await runAll(names, open);
  await stop();
  const results = writePage();
  const failed = results.filter((result) => result !== undefined && !held(result)).length;
  say(`\ndocs/reliability.md is written.\n${results.filter(held).length} passed, ${failed} failed`);
  if (results.every((result) => result !== undefined)) rmSync(kept, { recursive: true });
  process.exitCode = failed > 0 ? 1 : 0;
} catch (fault) {
  // What an interrupt cut off fails too; whoever stopped it knows.
  if (!processes.stopping) {
    await stop();
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
