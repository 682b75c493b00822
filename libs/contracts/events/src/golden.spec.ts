import { readFileSync, readdirSync } from 'node:fs';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { EVENT_NAMES, EVENTS, isEventName } from './catalogue.js';
import type { AnyEvent, EventName } from './catalogue.js';
import { serviceOf, topicOf } from './envelope.js';

const folder = new URL('./golden/', import.meta.url);
const golden = (name: string): AnyEvent => JSON.parse(readFileSync(new URL(`${name}.v1.json`, folder), 'utf8')) as AnyEvent;
const fieldsOf = (name: EventName): Readonly<Record<string, string>> => EVENTS[name];

const ENVELOPE = ['actor', 'correlationId', 'data', 'effectiveOn', 'eventId', 'recordedAt', 'schemaVersion', 'streamId', 'tenantId', 'type'];
const PRIVATE = /name|postcode|address|upn|nhs|text|note/i;

describe('published events', () => {
  it('each have one golden file, and no golden file is without its event', () => {
    expect(readdirSync(folder).sort()).toEqual(EVENT_NAMES.map((name) => `${name}.v1.json`).sort());
  });

  it.each(EVENT_NAMES)('%s has the envelope that every event has', (name) => {
    const event = golden(name);
    expect(Object.keys(event).sort()).toEqual(ENVELOPE);
    expect(event.type).toBe(name);
    expect(() => [Uuid(event.eventId), Uuid(event.streamId), TenantId(event.tenantId), LocalDate(event.effectiveOn), Instant(event.recordedAt), Uuid(event.correlationId)]).not.toThrow();
  });

  it.each(EVENT_NAMES)('%s holds every field that is always there, and none that is not listed', (name) => {
    const fields = fieldsOf(name);
    const held = Object.keys(golden(name).data);
    expect(held.filter((field) => !(field in fields))).toEqual([]);
    expect(Object.keys(fields).filter((field) => fields[field] === 'always' && !held.includes(field))).toEqual([]);
  });

  it.each(EVENT_NAMES)('%s has room for no name, address or free text', (name) => {
    expect(Object.keys(fieldsOf(name)).filter((field) => PRIVATE.test(field))).toEqual([]);
  });

  it('go on one topic a service', () => {
    expect(topicOf(serviceOf('locality-hub.child-updated'))).toBe('permanence.locality-hub.v1');
  });

  it('are told from what is not one of them', () => {
    expect([isEventName('locality-hub.review-held'), isEventName('locality-hub.child-named'), isEventName('toString')]).toEqual([true, false, false]);
  });
});
