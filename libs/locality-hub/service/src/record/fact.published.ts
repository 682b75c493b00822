import { type EventName, EVENTS, type Payloads } from '@permanence/contracts/events';
import type { Uuid } from '@permanence/kernel/values';
import type { FactData, FactType } from '@permanence/locality-hub/domain';
import type { ToPublished } from '@permanence/platform/messaging';
import type { LoggedEvent } from '@permanence/platform/tenant-db';

/** A fact has its event's name, but for what the record knows of the child: it is told as the files' is. */
type NameOf<T extends FactType> = T extends 'characteristics-recorded' ? 'locality-hub.child-updated' : `locality-hub.${T}`;

/** The event of a fact, if the fact with the child's id says all that the contract asks. */
type EventOfFact<T extends FactType> = NameOf<T> extends infer Name extends EventName
  ? FactData[T] & { childId: Uuid } extends Payloads[Name] ? Name : never
  : never;

/** As what others may know a fact; `null` keeps it inside. A new kind of fact does not compile until someone decides here. */
const PUBLISHED_AS: { readonly [T in FactType]: EventOfFact<T> | null } = {
  'child-updated': 'locality-hub.child-updated',
  'child-named': null,
  'care-period-started': 'locality-hub.care-period-started',
  'care-period-ended': 'locality-hub.care-period-ended',
  'care-episode-changed': 'locality-hub.care-episode-changed',
  'legal-status-changed': 'locality-hub.legal-status-changed',
  'placement-started': 'locality-hub.placement-started',
  'placement-ended': 'locality-hub.placement-ended',
  'short-break-started': null,
  'short-break-ended': null,
  'review-held': 'locality-hub.review-held',
  'missing-episode-started': 'locality-hub.missing-episode-started',
  'missing-episode-ended': 'locality-hub.missing-episode-ended',
  'social-worker-allocated': 'locality-hub.social-worker-allocated',
  'social-worker-allocation-ended': 'locality-hub.social-worker-allocation-ended',
  'care-leaver-status-recorded': 'locality-hub.care-leaver-status-recorded',
  'health-year-recorded': null,
  'deprivation-of-liberty-started': null,
  'deprivation-of-liberty-ended': null,
  'adopters-recorded': null,
  'outside-fact-recorded': 'locality-hub.outside-fact-recorded',
  'characteristics-recorded': 'locality-hub.child-updated',
  'placement-move-recorded': 'locality-hub.placement-move-recorded',
  'statutory-visit-recorded': 'locality-hub.statutory-visit-recorded',
  'health-assessment-completed': 'locality-hub.health-assessment-completed',
  'dental-check-completed': 'locality-hub.dental-check-completed',
  'sdq-scored': 'locality-hub.sdq-scored',
  'pep-reviewed': 'locality-hub.pep-reviewed',
  'education-status-changed': 'locality-hub.education-status-changed',
  'leaving-care-status-changed': 'locality-hub.leaving-care-status-changed',
  'pathway-plan-reviewed': 'locality-hub.pathway-plan-reviewed',
  'permanence-options-identified': null,
  'permanence-option-placed': null,
  'permanence-plan-proposed': null,
  'permanence-plan-countersigned': null,
  'permanence-limb-recorded': null,
  'permanence-plan-set': 'locality-hub.permanence-plan-set',
  'permanence-plan-changed': 'locality-hub.permanence-plan-changed',
  'permanence-milestone-moved': 'locality-hub.permanence-milestone-moved',
  'permanence-achieved': 'locality-hub.permanence-achieved',
  'permanence-broken-down': 'locality-hub.permanence-broken-down',
};

/**
 * A logged fact about a child as others may know it: ids, dates and codes. Only the fields of the contract leave;
 * names, postcodes, pupil numbers and the OC2 columns stay in the log (architecture 8). Events that are no fact are not ours to publish: null.
 */
export const factToPublished: ToPublished = ({ type, streamId, data }: LoggedEvent) => {
  const name = isFact(type) ? PUBLISHED_AS[type] : null;
  return name === null ? null : { type: name, data: onlyOf(name, { childId: streamId, ...data }), schemaVersion: 1 };
};

const isFact = (type: string): type is FactType => Object.hasOwn(PUBLISHED_AS, type);

const onlyOf = (name: EventName, data: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.keys(EVENTS[name]).filter((field) => data[field] !== undefined).map((field) => [field, data[field]]));
