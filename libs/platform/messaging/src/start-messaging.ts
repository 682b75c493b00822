import type { INestApplication } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import { topicOf } from '@permanence/contracts/events';
import { EventServer, LetThrough } from './event-server.js';
import { InboxCounts } from './inbox/inbox-counts.js';
import { Inbox } from './inbox/inbox.js';
import type { MessagingSurroundings, Rebuild, RunningMessaging } from './messaging.js';
import { showMetrics } from './metrics.js';
import { Relay } from './relay/relay.js';
import { MALFORMED } from './transport/kafka-message.js';
import type { Subscription } from './transport/transport.js';

/**
 * Starts a service's messaging on its Nest application: finds the `@EventPattern` handlers, subscribes, and sends what the log holds.
 * Call it when the schema is migrated and the application initialised.
 * @throws Error when handlers and description disagree, or the transport cannot be reached.
 */
export const startMessaging = async (app: INestApplication, surroundings: MessagingSurroundings): Promise<RunningMessaging> => {
  const { service, messaging, transport, registry } = surroundings;
  const counts = new InboxCounts();
  const { server, inbox } = inboxOf(surroundings, counts);
  const microservice = app.connectMicroservice({ strategy: server }, { deferInitialization: true }) as NestMicroservice;
  microservice.useGlobalFilters(new LetThrough());
  microservice.registerListeners();
  microservice.setIsInitialized(true);
  microservice.setIsInitHookCalled(true);
  checkHandlers(surroundings, server);
  if (surroundings.operatorOnly) return running(surroundings, server, inbox, undefined);
  const relay = messaging.publishes ? new Relay({ ...surroundings, schema: schemaOf(service), url: surroundings.relayUrl, publishes: messaging.publishes }) : undefined;
  if (registry) showMetrics(registry, surroundings, relay, counts);
  await app.startAllMicroservices();
  if (relay) await transport.publish(topicOf(service), relay);
  relay?.start();
  return running(surroundings, server, inbox, relay);
};

const schemaOf = (service: string): string => service.replaceAll('-', '_');

const inboxOf = ({ messaging, db, clock, logger, service, transport }: MessagingSurroundings, counts: InboxCounts): { server: EventServer; inbox: Inbox } => {
  const { consumes } = messaging;
  const subscribe = async (): Promise<Subscription | undefined> =>
    consumes && transport.subscribe({ ...consumes, receive: (envelopes, flow) => inbox.receive(envelopes, flow) });
  const server = new EventServer(subscribe);
  server.routes.add(MALFORMED, { mark: {}, handle: () => Promise.reject(new MalformedMessage()) });
  const inbox = new Inbox({ consumer: consumes?.consumer ?? service, db, routes: server.routes, clock, logger, counts });
  return { server, inbox };
};

class MalformedMessage extends Error {
  readonly code = 'MESSAGE_MALFORMED';
}

const checkHandlers = ({ service, messaging }: MessagingSurroundings, { routes }: EventServer): void => {
  const handles = routes.types.some((type) => type !== MALFORMED);
  if (messaging.consumes && !handles) throw new Error(`${service} consumes topics and handles no event of theirs. Declare a handler with @EventPattern.`);
  if (!messaging.consumes && handles) throw new Error(`${service} handles events and consumes no topic. Name its consumer and topics in its description.`);
};

const running = ({ service, messaging, transport, db }: MessagingSurroundings, server: EventServer, inbox: Inbox, relay: Relay | undefined): RunningMessaging => ({
  deadLetters: inbox.deadLetters,
  async caughtUp() {
    if (relay) await transport.sent(topicOf(service));
    await server.running?.caughtUp();
  },
  async rebuild({ tenants, clear }: Rebuild) {
    const { consumes } = messaging;
    if (!consumes || !server.running) throw new Error(`${service} has no consumer that runs here, so there is nothing to rebuild.`);
    await server.running.fromTheStart(async () => {
      for (const tenant of tenants)
        await db.inTenants({ id: consumes.consumer, tenants: [tenant] }, async (tx) => {
          await inbox.forget(tx, tenant);
          await clear(tx, tenant);
        });
    });
  },
  async close() {
    await server.close();
    await relay?.close();
  },
});
