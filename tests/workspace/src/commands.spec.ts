import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Commands that npm has without a script. */
const ALWAYS = new Set(['start', 'test']);

const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n').filter((file) => existsSync(join(root, file)));

describe('commands that documents name', () => {
  it.each(documents)('%s names scripts that there are', (file) => {
    const named = [...readFileSync(join(root, file), 'utf8').matchAll(/\bnpm run (?:-s )?([a-z0-9][\w:-]*)/g)].flatMap(([, name]) => name ?? []);
    expect(named.filter((name) => scripts[name] === undefined && !ALWAYS.has(name))).toEqual([]);
  });

  it.each(Object.entries(scripts))('npm run %s names a file that is there', (_name, command) => {
    const file = command.split(' ').find((word) => word.endsWith('.mjs')) ?? '';
    expect(existsSync(join(root, file))).toBe(true);
  });
});
