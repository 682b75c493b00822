import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { CountedPage, Outcome, Page, PageQuery } from './problem.js';

/** What the portal asks of `locality-hub` about emergency access, alerts about looks, and what people declare to be to a child. */
export interface EmergencyApi {
  /** `GET /children/{id}/emergency-access`: what will happen; 404 for a record that is not theirs to know of. */
  emergencyOffer(id: Uuid): Promise<EmergencyOffer>;
  /** `POST /children/{id}/emergency-access` `{ reason }`. */
  openInEmergency(id: Uuid, reason: string, key: string): Promise<Outcome<EmergencyUse>>;
  /** `POST /emergency-access` `{ reference, reason }`: for who knows a reference. */
  openByReference(command: Readonly<{ reference: string; reason: string }>, key: string): Promise<Outcome<EmergencyUse>>;
  /** `GET /emergency-access[?running=true]`: one's own, newest first. */
  ownEmergencyUses(query: PageQuery & Readonly<{ running?: true }>): Promise<Page<EmergencyUse>>;
  /** `POST /emergency-access/{id}/end`. */
  endEmergencyUse(id: Uuid, key: string): Promise<Outcome<EmergencyUse>>;
  /** `GET /emergency-access/to-review`: the earliest due first. */
  emergencyUsesToReview(): Promise<Page<EmergencyUse>>;
  emergencyUse(id: Uuid): Promise<EmergencyUse>;
  /** `POST /emergency-access/{id}/review` `{ finding, note }`. */
  reviewEmergencyUse(id: Uuid, review: Readonly<{ finding: string; note: string }>, key: string): Promise<Outcome<EmergencyUse>>;

  /** `GET /alerts?kind=&unread=&cursor=`: not read yet first. */
  alerts(query: PageQuery & Readonly<{ kind?: AlertKind; unread?: 'true' }>): Promise<CountedPage<Alert>>;
  /** `GET /alerts/mine`: emergency access to one's own children, newest first. */
  myAlerts(query: PageQuery): Promise<Page<Alert>>;
  alert(id: Uuid): Promise<Alert>;
  /** `POST /alerts/{id}/read` `{ note }`: 204. */
  readAlert(id: Uuid, note: string, key: string): Promise<Outcome<null>>;

  /** `GET /relations`: one's own, newest first. */
  relations(): Promise<Page<Relation>>;
  /** `GET /relations/to-confirm`: what people of the team declared and what stands of it. */
  relationsToConfirm(): Promise<Page<Relation>>;
  declareRelation(relation: Readonly<{ reference: string; kind: string }>, key: string): Promise<Outcome<Readonly<{ id: Uuid }>>>;
  confirmRelation(id: Uuid, key: string): Promise<Outcome<null>>;
  withdrawRelation(id: Uuid, key: string): Promise<Outcome<null>>;
}

type LookedAt = Readonly<{ id: Uuid; reference: string }>;
export type EmergencyOffer = Readonly<{ child: LookedAt; ask: string; team: string | null; minutes: number; reviewDueOn: LocalDate }>;
export type EmergencyFinding = 'justified' | 'not-justified';
export type EmergencyUse = Readonly<{
  id: Uuid; child: LookedAt; who: string; role: string; reason: string; openedAt: Instant; until: Instant; running: boolean; reviewDueOn: LocalDate;
  review: Readonly<{ by: string; at: Instant; finding: EmergencyFinding; note: string }> | null;
}>;
export type AlertKind = 'emergency-access-opened' | 'own-family-or-colleague' | 'grant-used' | 'restricted-record-opened';
export type Alert = Readonly<{
  id: Uuid; kind: AlertKind; at: Instant; child: LookedAt; who: Readonly<{ name: string; role: string; authority: string }>; emergencyAccess: Uuid | null;
  read: Readonly<{ by: string; at: Instant; note: string }> | null;
}>;
export type RelationKind = 'own-family' | 'friend-or-neighbour' | 'colleagues-child';
export type Relation = Readonly<{
  id: Uuid; who: string; role: string; team: string | null; reference: string; kind: RelationKind; status: 'declared' | 'confirmed' | 'withdrawn'; declaredAt: Instant;
  confirmed: Readonly<{ by: string; at: Instant }> | null; withdrawnAt: Instant | null;
}>;

/** These routes over HTTP with one person's token. */
export const emergencyApi = (api: ServiceClient): EmergencyApi => ({
  emergencyOffer: (id) => api.get(`children/${id}/emergency-access`),
  openInEmergency: (id, reason, key) => api.command('POST', `children/${id}/emergency-access`, { reason }, key),
  openByReference: (command, key) => api.command('POST', 'emergency-access', command, key),
  ownEmergencyUses: (query) => api.get('emergency-access', query),
  endEmergencyUse: (id, key) => api.command('POST', `emergency-access/${id}/end`, {}, key),
  emergencyUsesToReview: () => api.whole('emergency-access/to-review'),
  emergencyUse: (id) => api.get(`emergency-access/${id}`),
  reviewEmergencyUse: (id, review, key) => api.command('POST', `emergency-access/${id}/review`, review, key),
  alerts: (query) => api.get('alerts', query),
  myAlerts: (query) => api.get('alerts/mine', query),
  alert: (id) => api.get(`alerts/${id}`),
  readAlert: (id, note, key) => api.command('POST', `alerts/${id}/read`, { note }, key),
  relations: () => api.whole('relations'),
  relationsToConfirm: () => api.whole('relations/to-confirm'),
  declareRelation: (relation, key) => api.command('POST', 'relations', relation, key),
  confirmRelation: (id, key) => api.command('POST', `relations/${id}/confirm`, {}, key),
  withdrawRelation: (id, key) => api.command('POST', `relations/${id}/withdraw`, {}, key),
});
