import type { RelayPort, Subscription, SubscriptionRequest, Transport } from './transport.js';

/**
 * Carries envelopes inside the process: each consumer is an outlet of the relays that it listens to, with a cursor of its own, so that a slow
 * one stalls nobody. A batch counts as sent when its consumer has handled it.
 */
export class InProcessTransport implements Transport {
  private readonly relays = new Map<string, RelayPort>();
  private readonly subscriptions = new Set<SubscriptionRequest>();

  publish(topic: string, relay: RelayPort): Promise<void> {
    if (this.relays.has(topic)) throw new Error(`Two services publish ${topic}.`);
    this.relays.set(topic, relay);
    for (const request of this.subscriptions) if (request.topics.includes(topic)) open(relay, request);
    return Promise.resolve();
  }

  async sent(topic: string): Promise<void> {
    const consumers = [...this.subscriptions].filter(({ topics }) => topics.includes(topic));
    await Promise.all(consumers.map(({ consumer }) => this.relays.get(topic)?.level(consumer)));
  }

  subscribe(request: SubscriptionRequest): Promise<Subscription> {
    if ([...this.subscriptions].some(({ consumer }) => consumer === request.consumer)) throw new Error(`Two consumers are called ${request.consumer}.`);
    this.subscriptions.add(request);
    this.relaysOf(request).forEach((relay) => open(relay, request));
    return Promise.resolve({
      caughtUp: () => this.each(request, (relay) => relay.level(request.consumer)),
      fromTheStart: (clear) => this.fromTheStart(request, clear),
      close: () => {
        this.subscriptions.delete(request);
        return this.each(request, (relay) => relay.halt(request.consumer));
      },
    });
  }

  close(): Promise<void> {
    this.relays.clear();
    this.subscriptions.clear();
    return Promise.resolve();
  }

  private async fromTheStart(request: SubscriptionRequest, clear: () => Promise<void>): Promise<void> {
    await this.each(request, (relay) => relay.halt(request.consumer));
    try {
      // First the cursors: were clearing cut off, what is cleared is still delivered again.
      await this.each(request, (relay) => relay.rewind(request.consumer));
      await clear();
    } finally {
      this.relaysOf(request).forEach((relay) => open(relay, request));
    }
  }

  private relaysOf({ topics }: SubscriptionRequest): readonly RelayPort[] {
    return topics.flatMap((topic) => this.relays.get(topic) ?? []);
  }

  private async each(request: SubscriptionRequest, work: (relay: RelayPort) => Promise<void>): Promise<void> {
    await Promise.all(this.relaysOf(request).map(work));
  }
}

const open = (relay: RelayPort, { consumer, receive }: SubscriptionRequest): void => relay.open({ name: consumer, send: receive });
