// Child processes of a test run: those that are waited for, and those that answer in the background until they are stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const STOP_LIMIT_MS = 40_000;

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** Keeps what it starts, so that an interrupt leaves nothing behind. */
export class Processes {
  running = new Set();

  /** Runs a program to its end, its words on our own output. @returns {Promise<boolean>} whether it went well */
  async run(program, args, { cwd, env = process.env } = {}) {
    const child = this.#started(spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] }));
    const [code] = await once(child, 'exit');
    return code === 0;
  }

  /**
   * Starts a program that says on its output how to reach it, as lines `NAME=value` and the like.
   * @returns {Promise<string>} all that it had said when `isReady` was true of it
   * @throws {Error} when it ends before
   */
  async background(program, args, { cwd, env = process.env, isReady }) {
    const child = this.#started(spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    const said = { out: '', fault: '' };
    child.stderr.setEncoding('utf8').on('data', (text) => { said.fault = (said.fault + text).slice(-4000); });
    return new Promise((done, fail) => {
      child.stdout.setEncoding('utf8').on('data', (text) => {
        said.out += text;
        if (isReady(said.out)) done(said.out);
      });
      child.once('error', fail);
      child.once('exit', () => fail(new Error(said.fault.trim() || `${args[0]} ended before it was ready.`)));
    });
  }

  /** Asks everything to stop, and waits until it has. */
  async stop() {
    await Promise.all([...this.running].map(async (child) => {
      const ended = once(child, 'exit');
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS).unref();
      if (hasEnded(child) || !child.kill('SIGTERM')) return;
      await ended;
      clearTimeout(killer);
    }));
  }

  #started(child) {
    this.running.add(child);
    for (const event of ['exit', 'error']) child.once(event, () => this.running.delete(child));
    return child;
  }
}
