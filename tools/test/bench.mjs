// npm run bench: the measures of tests/bench, one file after the other, written to docs/performance.md. Ratios are printed, nothing fails on time.
// npm run bench -- --only messaging runs one file. A bench prints a line a figure: `PM6 what is compared (goal 0.55): 0.71`, or the same as JSON
// ({ "measure": "PM6", "what": …, "value": …, "goal": … }).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, checkNode, install, root } from '../start/prepare.mjs';
import { figuresIn, performancePage } from './figures.mjs';
import { commit, machine, today } from './machine.mjs';
import { ensurePrograms } from './programs.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const folder = join(root, 'tests', 'bench', 'src');
const kept = join(root, '.cache', 'bench');
const ENDING = '.bench.ts';

const allBenches = () => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).sort();

const readArguments = () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const unknown = values.only?.find((name) => !allBenches().includes(name));
  if (unknown) throw new Error(`There is no "${unknown}". Say one of ${allBenches().join(', ')}.`);
  return values.only ?? allBenches();
};

/** Runs one bench from its source; what it says is shown while it goes on. @returns the figures that it printed */
const run = async (name) => {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', join(folder, `${name}${ENDING}`)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
    process.stdout.write(text);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ended with ${code}; what it had measured is not kept.`);
  return figuresIn(said);
};

const keptIn = (name) => (existsSync(join(kept, `${name}.json`)) ? JSON.parse(readFileSync(join(kept, `${name}.json`), 'utf8')) : []);

try {
  const names = readArguments();
  checkNode();
  await install(say);
  ensurePrograms(say);
  await build(say);
  mkdirSync(kept, { recursive: true });
  for (const name of names) {
    say(`\n── ${name} …`);
    const figures = (await run(name)).map((figure) => ({ ...figure, on: today(), commit: commit() }));
    writeFileSync(join(kept, `${name.replaceAll(/[/\\]/g, '-')}.json`), JSON.stringify(figures));
  }
  const figures = allBenches().flatMap((name) => keptIn(name.replaceAll(/[/\\]/g, '-')));
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'performance.md'), performancePage(figures, machine()));
  say(`\ndocs/performance.md is written, with ${figures.length} figures.`);
  process.exitCode = figures.length > 0 ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
