export type { Delivery, Handler } from './delivery.js';
export { type MessagingLogger, PARTITIONS, type ServiceMessaging, topicOf } from './description.js';
export { type Envelope, type PublishedEvent, type ToPublished } from './envelope.js';
export { type DeadLetter, type DeadLetters, type RetryOutcome } from './inbox/dead-letters.js';
export type { MessagingSurroundings, Rebuild, RunningMessaging } from './messaging.js';
export { inboxTables, relayTables } from './tables.js';
export type { Transport } from './transport/transport.js';
export { startMessaging } from './start-messaging.js';
export { type TransportOptions, createTransport } from './transport/create-transport.js';
