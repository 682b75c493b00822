import type { Envelope, Transport } from '@permanence/platform/messaging';

type Relay = Parameters<Transport['publish']>[1];
type Outlet = Parameters<Relay['open']>[0];
type Send = Outlet['send'];

/** What goes wrong between a relay and what it sends to. */
export type Fault = (send: Send) => Send;

/** A transport whose sending goes wrong in the way that a test asks for; all else is the inner one's. */
export class FaultyTransport implements Transport {
  constructor(
    private readonly inner: Transport,
    private readonly fault: Fault,
  ) {}

  publish(topic: string, relay: Relay): Promise<void> {
    const faulty: Relay = {
      open: (outlet) => relay.open({ ...outlet, send: this.fault(outlet.send) }),
      halt: (name) => relay.halt(name),
      rewind: (name) => relay.rewind(name),
      level: (name) => relay.level(name),
    };
    return this.inner.publish(topic, faulty);
  }

  sent(topic: string): Promise<void> {
    return this.inner.sent(topic);
  }

  subscribe(request: Parameters<Transport['subscribe']>[0]): ReturnType<Transport['subscribe']> {
    return this.inner.subscribe(request);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

/** A generator of numbers from 0 up to 1 that gives the same ones every time (a linear congruence). */
export const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
};

/** Sends each event one to five times, in an order of its own. */
export const repeatedAndShuffled = (roll: () => number): Fault => (send) => async (envelopes, flow) => {
  const repeated = envelopes.flatMap((envelope): Envelope[] => Array.from({ length: 1 + Math.floor(roll() * 5) }, () => envelope));
  const shuffled = repeated.map((envelope) => ({ envelope, at: roll() })).sort((a, b) => a.at - b.at);
  await send(shuffled.map(({ envelope }) => envelope), flow);
};
