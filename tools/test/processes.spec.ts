import { existsSync, readFileSync } from 'node:fs';
import { Processes } from './processes.mjs';

const NODE = process.execPath;
/** Ended, and waiting for whoever inherits it to notice. */
const isDefunct = (pid: number): boolean => existsSync(`/proc/${pid}/stat`) && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** Resolves when it has ended; the test's own time limit says that it has not. */
const gone = async (pid: number): Promise<void> => {
  while (isAlive(pid) && !isDefunct(pid)) await new Promise((done) => setTimeout(done, 20));
};
/** Starts a child of its own, says its number, and goes on for ever. */
const PARENT = `const { pid } = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' }); console.log('CHILD=' + pid); setInterval(() => 0, 1000);`;

describe('processes that a command starts', () => {
  it('end with it, and so do those that they started', async () => {
    const processes = new Processes();
    const said = await processes.background(NODE, ['-e', PARENT], { isReady: (text) => text.includes('CHILD=') });
    const child = Number(/CHILD=(\d+)/.exec(said)?.[1]);
    const waited = processes.run(NODE, ['-e', 'setInterval(() => 0, 1000)']);
    expect(isAlive(child)).toBe(true);
    await processes.stop();
    expect(await waited).toBe(false);
    await expect(processes.run(NODE, ['-e', '0'])).rejects.toThrow('everything is being stopped');
    await gone(child);
  });

  it('say why when they end before they are ready, and are told of when they end later', async () => {
    const processes = new Processes();
    await expect(processes.background(NODE, ['-e', `console.error('no disk'); process.exit(1)`], { isReady: () => false })).rejects.toThrow('no disk');
    const ended = new Promise<void>((done) => void processes.background(NODE, ['-e', `console.log('ready'); setTimeout(() => 0, 200)`], { isReady: (text) => text.includes('ready'), ended: done }));
    await ended;
    await processes.stop();
  });
});
