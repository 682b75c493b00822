import { Instant, LocalDate, REGION, TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import { CloudEvent, Kafka as CloudEventsOnKafka } from 'cloudevents';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { type Envelope, keyOf } from '../envelope.js';

/** The type under which a message that is no event of ours reaches the inbox, to be laid aside there. */
export const MALFORMED = 'messaging.malformed-message';

/** Namespace of the ids of malformed messages: their place on the topic makes them. */
const PLACES = Uuid('5b0f6b5e-5c38-4a57-9d0a-0d5b3f6c9e11');

/** CloudEvents 1.0 in binary mode: attributes as headers, the payload alone as the value. The case's key keeps it on one partition. */
export const toMessage = (envelope: Envelope): Message => {
  const { headers, key, value } = CloudEventsOnKafka.binary(new CloudEvent(attributesOf(envelope), false));
  return { key: key as string, value: JSON.stringify(value), headers: present(headers as Record<string, unknown>) };
};

const attributesOf = (envelope: Envelope): Record<string, unknown> => ({
  id: envelope.eventId,
  type: envelope.type,
  source: `/permanence/${envelope.type.split('.', 1)[0]}`,
  subject: envelope.streamId,
  time: envelope.recordedAt,
  datacontenttype: 'application/json',
  partitionkey: keyOf(envelope),
  tenantid: envelope.tenantId,
  correlationid: envelope.correlationId,
  actor: envelope.actor,
  effectiveon: envelope.effectiveOn,
  recordedat: envelope.recordedAt,
  schemaversion: envelope.schemaVersion,
  ...(envelope.corrects === undefined ? {} : { corrects: envelope.corrects }),
  ...(envelope.withdrawn === undefined ? {} : { withdrawn: true }),
  data: envelope.data,
});

const present = (headers: Record<string, unknown>): IHeaders =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** The envelope of a message, or the envelope of a malformed one: a message is never passed over in silence. */
export const toEnvelope = (topic: string, partition: number, message: KafkaMessage): Envelope => {
  try {
    return parsed(message);
  } catch {
    return malformed(topic, partition, message);
  }
};

const parsed = (message: KafkaMessage): Envelope => {
  const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]));
  const value = message.value?.toString() ?? '';
  const received = { headers, key: String(message.key), value, body: value };
  const event = CloudEventsOnKafka.toEvent(received) as CloudEvent<unknown>;
  const text = (name: string): string => {
    if (event[name] === undefined) throw new TypeError(`An event without ${name} is none of ours.`);
    return String(event[name]);
  };
  return {
    eventId: Uuid(event.id),
    type: text('type'),
    tenantId: TenantId(text('tenantid')),
    streamId: Uuid(text('subject')),
    effectiveOn: LocalDate(text('effectiveon')),
    recordedAt: Instant(text('recordedat')),
    actor: text('actor'),
    correlationId: text('correlationid'),
    corrects: event['corrects'] === undefined ? undefined : Uuid(text('corrects')),
    withdrawn: event['withdrawn'] === undefined ? undefined : true,
    schemaVersion: Number(event['schemaversion']),
    data: event.data,
  };
};

const malformed = (topic: string, partition: number, { offset }: KafkaMessage): Envelope => ({
  eventId: derivedId(PLACES, `${topic}/${partition}/${offset}`),
  type: MALFORMED,
  tenantId: REGION,
  streamId: derivedId(PLACES, `${topic}/${partition}`),
  effectiveOn: LocalDate('1970-01-01'),
  recordedAt: Instant('1970-01-01T00:00:00Z'),
  actor: 'unknown',
  correlationId: `${topic}/${partition}/${offset}`,
  schemaVersion: 1,
  data: { topic, partition, offset },
});
