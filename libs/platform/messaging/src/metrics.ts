import type { Clock } from '@permanence/kernel/values';
import { Gauge, type Registry } from 'prom-client';
import type { InboxCounts } from './inbox/inbox-counts.js';
import type { MessagingSurroundings } from './messaging.js';
import type { Relay } from './relay/relay.js';

type Readings = (set: (labels: Record<string, string>, value: number) => void) => Promise<void> | void;

const gauge = (registry: Registry, name: string, help: string, labelNames: string[], read: Readings): void => {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      await read((labels, value) => this.set(labels, value));
    },
  });
};

/** Not a number while the database does not answer: nobody knows then, and the other metrics are still told. */
const lagSeconds = (relay: Relay, outlet: string, clock: Clock): Promise<number> =>
  relay.reader.waitingSince(outlet).then(
    (since) => (since === undefined ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(since)) / 1000)),
    () => Number.NaN,
  );

/** Shows a service's relay and inbox in its metrics. */
export const showMetrics = (registry: Registry, { service, clock }: Pick<MessagingSurroundings, 'service' | 'clock'>, relay: Relay | undefined, counts: InboxCounts): void => {
  gauge(registry, 'inbox_handled_events', 'Events handled since the process started', ['service'], (set) => set({ service }, counts.handledEvents));
  gauge(registry, 'inbox_dead_letters', 'Events laid aside since the process started', ['service'], (set) => set({ service }, counts.deadLetteredEvents));
  if (!relay) return;
  gauge(registry, 'relay_active', 'Whether this process sends for its service', ['service'], (set) => set({ service }, relay.isActive ? 1 : 0));
  gauge(registry, 'relay_lag_seconds', 'Age of the oldest event that is not sent', ['service', 'outlet'], async (set) => {
    for (const outlet of relay.outletNames) set({ service, outlet }, await lagSeconds(relay, outlet, clock));
  });
  gauge(registry, 'relay_oldest_open_transaction_seconds', 'How long the oldest writing transaction has held back the relays', ['service'], (set) =>
    set({ service }, relay.watch.openForSeconds()),
  );
};
