import type { PublishedEvent } from './envelope.js';
import type { LocalityHubPayloads } from './locality-hub/payloads.js';
import type { RegionalHubPayloads } from './regional-hub/payloads.js';

/** The payload of every event that crosses a service boundary, by the event's name. */
export type Payloads = LocalityHubPayloads & RegionalHubPayloads;

export type EventName = keyof Payloads;

/** A published event of one name. */
export type EventOf<Name extends EventName> = PublishedEvent<Readonly<Payloads[Name]>, Name>;

/** Any published event. */
export type AnyEvent = { [Name in EventName]: EventOf<Name> }[EventName];

/** Whether a field is always there. */
type Presence<T> = { readonly [K in keyof T]-?: T extends Record<K, T[K]> ? 'always' : 'maybe' };

/** Every event with its fields: what a payload may hold, and nothing else. A field that the type has and this list has not does not compile, nor the other way. */
export const EVENTS: { readonly [Name in EventName]: Presence<Payloads[Name]> } = {
  'locality-hub.child-updated': {
    childId: 'always', birthDate: 'maybe', sex: 'maybe', ethnicityCode: 'maybe', uasc: 'maybe', uascCeasedOn: 'maybe', siblingGroupIds: 'maybe', disabilityCodes: 'maybe', ehcPlan: 'maybe',
    harderToPlaceReasons: 'maybe',
  },
  'locality-hub.record-restriction-changed': { childId: 'always', restricted: 'always' },
  'locality-hub.care-period-started': {
    carePeriodId: 'always', childId: 'always', startKnown: 'always', firstReviewDueOn: 'maybe', initialHealthDueOn: 'maybe', legalStatus: 'always', categoryOfNeed: 'maybe', ageYears: 'maybe', siblingGroupIds: 'always',
    uasc: 'always', reEntryOf: 'maybe', daysSinceReturn: 'maybe', previousPermanence: 'maybe', previousPermanenceDate: 'maybe', previousPermanenceLa: 'maybe',
  },
  'locality-hub.care-period-ended': { carePeriodId: 'always', childId: 'always', reasonCode: 'maybe', nextHome: 'maybe' },
  'locality-hub.care-episode-changed': {
    episodeId: 'always', carePeriodId: 'always', childId: 'always', previousEpisodeId: 'maybe', reasonNewEpisode: 'maybe', legalStatus: 'always', placementType: 'always', provider: 'maybe',
    stayId: 'always', reasonPlacementChange: 'maybe',
  },
  'locality-hub.legal-status-changed': { childId: 'always', carePeriodId: 'always', legalStatus: 'always', previousLegalStatus: 'maybe' },
  'locality-hub.placement-started': {
    stayId: 'always', childId: 'always', carePeriodId: 'always', placementType: 'always', provider: 'maybe', ofstedUrn: 'maybe', localAuthorityCode: 'maybe', outOfArea: 'maybe', distanceMiles: 'maybe',
    continuesStayId: 'maybe', returnsToStayId: 'maybe', sameCarer: 'always', firstVisitDueOn: 'maybe',
  },
  'locality-hub.placement-ended': { stayId: 'always', childId: 'always', carePeriodId: 'always', placementType: 'always', endKind: 'maybe', reasonPlacementChange: 'maybe' },
  'locality-hub.placement-move-recorded': {
    moveId: 'always', childId: 'always', stayId: 'always', part: 'always', movedAt: 'always', late: 'always', exceptionReason: 'maybe', endKind: 'maybe',
  },
  'locality-hub.review-held': {
    reviewId: 'always', childId: 'always', carePeriodId: 'maybe', sequence: 'maybe', dueOn: 'maybe', heldOn: 'always', participationCode: 'maybe', nextDueOn: 'maybe',
  },
  'locality-hub.statutory-visit-recorded': {
    visitId: 'always', childId: 'always', basis: 'always', dueOn: 'maybe', visitedAt: 'always', seen: 'always', seenAlone: 'always', nextDueOn: 'maybe',
  },
  'locality-hub.health-assessment-completed': {
    assessmentId: 'always', childId: 'always', kind: 'always', status: 'always', dueOn: 'maybe', heldOn: 'always', sdqUsedId: 'maybe', nextDueOn: 'maybe',
  },
  'locality-hub.dental-check-completed': { childId: 'always', status: 'always', checkedOn: 'always', nextDueOn: 'maybe' },
  'locality-hub.sdq-scored': { sdqId: 'always', childId: 'always', score: 'maybe', reasonCode: 'maybe', completedOn: 'always', nextDueOn: 'maybe' },
  'locality-hub.pep-reviewed': { pepId: 'always', childId: 'always', kind: 'always', termId: 'always', dueOn: 'maybe', heldOn: 'always', onTarget: 'always' },
  'locality-hub.education-status-changed': { childId: 'always', status: 'always', from: 'always', to: 'maybe' },
  'locality-hub.permanence-plan-set': {
    planId: 'always', childId: 'always', primary: 'always', parallels: 'always', contingencies: 'always', reviewId: 'always', reviewSequence: 'maybe', agreedOn: 'always', milestones: 'always',
  },
  'locality-hub.permanence-plan-changed': {
    planId: 'always', childId: 'always', primary: 'maybe', previousPrimary: 'always', parallels: 'always', reasonCode: 'always', changedOn: 'always',
  },
  'locality-hub.permanence-milestone-moved': { planId: 'always', childId: 'always', code: 'always', dueOn: 'maybe', doneOn: 'maybe' },
  'locality-hub.permanence-achieved': { planId: 'always', childId: 'always', route: 'always' },
  'locality-hub.permanence-broken-down': { planId: 'always', childId: 'always', route: 'always', cause: 'always' },
  'locality-hub.missing-episode-started': { episodeId: 'always', childId: 'always', type: 'maybe', startedOn: 'always' },
  'locality-hub.missing-episode-ended': { episodeId: 'always', childId: 'always', type: 'maybe', startedOn: 'always', endedOn: 'always' },
  'locality-hub.social-worker-allocated': {
    allocationId: 'always', childId: 'always', workerId: 'maybe', swRegistration: 'maybe', role: 'always', from: 'always', changeReason: 'maybe',
  },
  'locality-hub.social-worker-allocation-ended': { allocationId: 'always', childId: 'always', to: 'always' },
  'locality-hub.care-leaver-status-recorded': {
    childId: 'always', year: 'always', birthday: 'maybe', inTouch: 'maybe', activity: 'maybe', accommodation: 'maybe', suitable: 'maybe', recordedFor: 'always',
  },
  'locality-hub.leaving-care-status-changed': { childId: 'always', status: 'always', from: 'always', unit: 'always' },
  'locality-hub.pathway-plan-reviewed': { planId: 'always', childId: 'always', agreedOn: 'always', reviewDueOn: 'always' },
  'locality-hub.outside-fact-recorded': {
    childId: 'always', fact: 'always', on: 'always', reason: 'maybe', source: 'always', placedOutsideAuthority: 'maybe', adoptersHomeAuthority: 'maybe',
  },
  'locality-hub.worker-listed': { workerId: 'always', swRegistration: 'maybe', team: 'maybe' },
  'locality-hub.collection-loaded': { year: 'always', modules: 'always', complete: 'always', completeTo: 'always' },
  'locality-hub.record-kept': { kinds: 'always', from: 'always' },
  'regional-hub.harder-to-place-became-stuck': { childId: 'always', reasons: 'always', stuckOn: 'always' },
};

/** The names of all published events. */
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** Whether this is the name of an event that we know; others on the bus are left alone. */
export const isEventName = (name: string): name is EventName => Object.hasOwn(EVENTS, name);
