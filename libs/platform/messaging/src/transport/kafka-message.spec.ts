import { Instant, LocalDate, REGION, TenantId, Uuid } from '@permanence/kernel/values';
import fc from 'fast-check';
import type { KafkaMessage } from 'kafkajs';
import type { Envelope } from '../envelope.js';
import { MALFORMED, toEnvelope, toMessage } from './kafka-message.js';

const uuid = fc.uuid().map(Uuid);
const envelopes: fc.Arbitrary<Envelope> = fc.record({
  eventId: uuid,
  type: fc.constantFrom('locality-hub.care-period-started', 'regional-hub.child-matched'),
  tenantId: fc.constantFrom(TenantId('E10000028'), REGION),
  streamId: uuid,
  effectiveOn: fc.constantFrom(LocalDate('2024-02-29'), LocalDate('2026-09-30')),
  recordedAt: fc.constantFrom(Instant('2026-09-30T09:41:00.123Z'), Instant('2026-03-29T00:59:59.000Z')),
  actor: fc.stringMatching(/^[\w ]{1,30}$/),
  correlationId: fc.stringMatching(/^[\w-]{1,30}$/),
  corrects: fc.option(uuid, { nil: undefined }),
  withdrawn: fc.constantFrom(undefined, true as const),
  schemaVersion: fc.integer({ min: 1, max: 9 }),
  data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()))),
});

/** What a broker hands out of what was given to it. */
const overTheWire = (envelope: Envelope): KafkaMessage => {
  const { key, value, headers } = toMessage(envelope);
  const bytes = Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, Buffer.from(String(text))]));
  return { key: Buffer.from(String(key)), value: Buffer.from(String(value)), headers: bytes, timestamp: '0', attributes: 0, offset: '12' };
};

describe('an event on Kafka', () => {
  it('comes out as it went in', () => {
    fc.assert(fc.property(envelopes, (envelope) => expect(toEnvelope('permanence.locality-hub.v1', 3, overTheWire(envelope))).toEqual(envelope)));
  });

  it.each(['ce_id', 'ce_type', 'ce_tenantid', 'ce_subject', 'ce_effectiveon', 'ce_recordedat'])('without %s becomes an event to lay aside, the same one each time', (name) => {
    const [envelope] = fc.sample(envelopes, { numRuns: 1, seed: 3 }) as [Envelope];
    const message = overTheWire(envelope);
    delete message.headers?.[name];
    const laidAside = toEnvelope('permanence.locality-hub.v1', 3, message);
    expect(laidAside).toMatchObject({ type: MALFORMED, tenantId: REGION, data: { topic: 'permanence.locality-hub.v1', partition: 3, offset: '12' } });
    expect(toEnvelope('permanence.locality-hub.v1', 3, message).eventId).toBe(laidAside.eventId);
  });
});
