import type { Envelope } from '../envelope.js';

/** Lets a long delivery show that it is alive, and learn that it should stop. */
export type Flow = Readonly<{ beat: () => Promise<void>; isStopped: () => boolean }>;

/** Takes a batch of envelopes, in order. It resolves when each is handled or dead-lettered, and rejects with `Stopped` alone. */
export type Receive = (envelopes: readonly Envelope[], flow: Flow) => Promise<void>;

/** Where a relay sends to, and where it stands under that name. */
export type Outlet = Readonly<{
  /** Names the cursor. */
  name: string;
  /** Resolves when the batch may be counted as sent. Until then it is sent again, from its first event. */
  send: (envelopes: readonly Envelope[], flow: Flow) => Promise<void>;
}>;

/** What a transport may ask of a service's relay. */
export interface RelayPort {
  open(outlet: Outlet): void;
  /** Ends what is being sent, and sends nothing more. */
  halt(name: string): Promise<void>;
  /** Puts the cursor of an outlet back to the first event; it must not be open. */
  rewind(name: string): Promise<void>;
  /** Resolves when all that is committed now has been sent there. */
  level(name: string): Promise<void>;
}

export type SubscriptionRequest = Readonly<{ consumer: string; topics: readonly string[]; receive: Receive }>;

export interface Subscription {
  /** Resolves when all that its topics hold now has been handled. */
  caughtUp(): Promise<void>;
  /** Holds deliveries, runs `clear`, and begins again at the first event. */
  fromTheStart(clear: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** What carries envelopes from a relay to its consumers: Kafka, or the process itself. */
export interface Transport {
  /** Joins a service's relay to its topic. */
  publish(topic: string, relay: RelayPort): Promise<void>;
  /** Resolves when all that is committed now has left the relay of this topic. */
  sent(topic: string): Promise<void>;
  subscribe(request: SubscriptionRequest): Promise<Subscription>;
  close(): Promise<void>;
}
