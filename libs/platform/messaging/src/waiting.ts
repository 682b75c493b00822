import { Stopped } from './stopped.js';

/** Somebody to be woken: waits until `wake`, a time, or the end, whichever comes first. A wake while nobody waits counts for the next wait. */
export class Waiter {
  private woken = false;
  private resolve: (() => void) | undefined;

  wake(): void {
    this.woken = true;
    this.resolve?.();
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.woken && !signal.aborted)
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          // Also when the time is over: a relay waits every second, for as long as it lives.
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        this.resolve = done;
        signal.addEventListener('abort', done);
      });
    this.woken = false;
    this.resolve = undefined;
  }
}

/** Asks again and again, a few milliseconds apart, until the answer is yes. */
export const until = async (isSo: () => Promise<boolean>, signal: AbortSignal, everyMs = 10): Promise<void> => {
  const waiter = new Waiter();
  while (!(await isSo())) {
    if (signal.aborted) throw new Stopped();
    await waiter.wait(everyMs, signal);
  }
};
