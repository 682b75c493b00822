import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type Message = Readonly<{ ruleId: string; message: string }>;

/** Runs the real lint over the canary, which the ordinary lint leaves out. */
const lintCanary = (): readonly Message[] => {
  try {
    execFileSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--no-ignore', '--format', 'json', 'tests/workspace/canary/domain/must-fail.ts'], { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } });
  } catch (failed) {
    return (JSON.parse((failed as { stdout: string }).stdout) as { messages: Message[] }[]).flatMap(({ messages }) => messages);
  }
  return [];
};

describe('the boundaries of the workspace', () => {
  // Without the project graph the rule would skip itself and pass: make it first.
  beforeAll(() => execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], { cwd: root, env: { ...process.env, NX_DAEMON: 'false' } }), 60_000);

  it('are seen to fail: each kind of violation in the canary is found', () => {
    const counts = new Map<string, number>();
    for (const { ruleId } of lintCanary()) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    // Two tags, one external package, one relative path; two clocks and one random; the file system; the process.
    expect(Object.fromEntries(counts)).toEqual({ '@nx/enforce-module-boundaries': 4, 'no-restricted-syntax': 3, 'no-restricted-imports': 1, 'no-restricted-globals': 1 });
  }, 120_000);
});
