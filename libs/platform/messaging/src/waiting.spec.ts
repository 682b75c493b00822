import { getEventListeners } from 'node:events';
import { Waiter } from './waiting.js';

describe('somebody to be woken', () => {
  it('leaves nothing on the signal, however the wait ended', async () => {
    const ending = new AbortController();
    const waiter = new Waiter();
    await waiter.wait(1, ending.signal);
    const woken = waiter.wait(60_000, ending.signal);
    waiter.wake();
    await woken;
    expect(getEventListeners(ending.signal, 'abort')).toEqual([]);
    const ended = waiter.wait(60_000, ending.signal);
    ending.abort();
    await ended;
    expect(getEventListeners(ending.signal, 'abort')).toEqual([]);
  });

  it('does not wait when it was woken before', async () => {
    const waiter = new Waiter();
    waiter.wake();
    await waiter.wait(60_000, new AbortController().signal);
  }, 1000);
});
