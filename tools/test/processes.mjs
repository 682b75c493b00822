// Child processes: those that are waited for, and those that answer in the background until they are stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const STOP_LIMIT_MS = 40_000;

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** To the child and all that it started in its turn, such as Jest's workers. */
const signal = (child, name) => {
  try {
    process.kill(-child.pid, name);
  } catch (fault) {
    // ESRCH: they have ended already, which is what was wanted.
    if (fault.code !== 'ESRCH') throw fault;
  }
};

const stopped = async (child) => {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    const killer = setTimeout(() => signal(child, 'SIGKILL'), STOP_LIMIT_MS);
    signal(child, 'SIGTERM');
    await ended;
    clearTimeout(killer);
  }
  signal(child, 'SIGKILL');
};

/** Keeps what it starts, so that an interrupt leaves nothing behind. */
export class Processes {
  running = new Set();
  stopping = false;

  /** Runs a program to its end, its words on our own output. @returns {Promise<boolean>} whether it went well */
  async run(program, args, { cwd, env = process.env } = {}) {
    const child = this.#started(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = await once(child, 'exit');
    return code === 0;
  }

  /**
   * Starts a program that says on its output how to reach it, as lines `NAME=value` and the like. It does not hear the
   * terminal's interrupt: whoever started it decides when it stops.
   * @param options `log`: a file that takes all it says; `ended`: called when it ends after it was ready, unless it was stopped
   * @returns {Promise<string>} all that it had said when `isReady` was true of it
   * @throws {Error} when it ends before
   */
  async background(program, args, { cwd, env = process.env, isReady, log, ended = () => undefined }) {
    const child = this.#started(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', fault: '', isReady: false };
    const file = log ? createWriteStream(log, { flags: 'a', mode: 0o600 }) : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      if (file) stream.pipe(file, { end: false });
    }
    child.stderr.on('data', (text) => { said.fault = (said.fault + text).slice(-4000); });
    return new Promise((done, fail) => {
      child.stdout.on('data', (text) => {
        if (said.isReady) return;
        said.out += text;
        said.isReady = isReady(said.out);
        if (said.isReady) done(said.out);
      });
      child.once('error', fail);
      child.once('exit', () => {
        if (!said.isReady) fail(new Error(said.fault.trim() || `${args.at(-1)} ended before it was ready.`));
        else if (!this.stopping) ended();
      });
    });
  }

  /** Asks everything to stop, last started first, and waits until it has. */
  async stop() {
    this.stopping = true;
    for (const child of [...this.running].reverse()) await stopped(child);
  }

  /** In a group of its own: the terminal's interrupt goes to us alone, and we hand it on in order. */
  #started(program, args, options) {
    if (this.stopping) throw new Error('Nothing more is started: everything is being stopped.');
    const child = spawn(program, args, { ...options, detached: true });
    this.running.add(child);
    for (const event of ['exit', 'error']) child.once(event, () => this.running.delete(child));
    return child;
  }
}
