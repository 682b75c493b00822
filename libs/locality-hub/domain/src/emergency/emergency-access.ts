import { type Decision, decided, refuse, unreachable } from '@permanence/kernel/decider';
import { Instant, type LocalDate, type Uuid, dayInEngland } from '@permanence/kernel/values';
import { addWorkingDays } from '@permanence/statutory-clocks/catalogue';

/** Longest time for which emergency access lasts (regional-hub rule 13; architecture, 60 minutes at most). */
export const EMERGENCY_MINUTES = 60;
/** Somebody else reviews it within so many working days (RH-C06). */
export const REVIEW_WITHIN_WORKING_DAYS = 2;

export const EMERGENCY_FINDINGS = ['justified', 'not-justified'] as const;
export type EmergencyFinding = (typeof EMERGENCY_FINDINGS)[number];

/** Somebody as emergency access knows them: the account, and the name that others are shown. */
export type EmergencyPerson = Readonly<{ id: Uuid; name: string }>;

/** One use of emergency access, from its opening on. It ends by the clock without an event: see `isRunning`. */
export type EmergencyAccess = Readonly<{
  accessId: Uuid; by: EmergencyPerson; reason: string; openedAt: Instant; expiresAt: Instant; reviewDueOn: LocalDate; endedAt: Instant | null; review: EmergencyReview | null;
}>;
export type EmergencyReview = Readonly<{ by: EmergencyPerson; at: Instant; finding: EmergencyFinding; note: string }>;

export type EmergencyEvent =
  | Readonly<{ type: 'emergency-access-opened'; accessId: Uuid; by: EmergencyPerson; reason: string; at: Instant; expiresAt: Instant; reviewDueOn: LocalDate }>
  | Readonly<{ type: 'emergency-access-ended'; accessId: Uuid; at: Instant }>
  | Readonly<{ type: 'emergency-access-reviewed'; accessId: Uuid; by: EmergencyPerson; at: Instant; finding: EmergencyFinding; note: string }>;

const RULE = 'regional-hub.13';
const SHORTEST_REASON = 20;
const LONGEST_REASON = 2000;
const MS_A_MINUTE = 60_000;

/** What `said` comes to as a reason that others can follow; the refusal when it is too short or too long. Asked before anything is looked up. */
export const acceptReason = (said: string, field = 'reason'): Decision<string> => {
  const reason = said.trim();
  if (reason.length < SHORTEST_REASON) return refuse('REASON_TOO_SHORT', `Say why in at least ${SHORTEST_REASON} characters, so that others can follow it later.`, `${RULE}.1`, field);
  return reason.length > LONGEST_REASON ? refuse('REASON_TOO_LONG', `Say why in ${LONGEST_REASON} characters at most.`, `${RULE}.1`, field) : decided(reason);
};

/** The last day on which the review is in time. */
export const reviewDueOn = (openedAt: Instant): LocalDate => addWorkingDays(dayInEngland(openedAt), REVIEW_WITHIN_WORKING_DAYS);

/** Whether the record stands open by it at an instant: until it is ended, or its time is over. */
export const isRunning = ({ openedAt, expiresAt, endedAt }: Pick<EmergencyAccess, 'openedAt' | 'expiresAt' | 'endedAt'>, at: Instant): boolean => openedAt <= at && at < (endedAt ?? expiresAt) && at < expiresAt;

/** `opensAnyway`: the person can open the record without it. `before`: the uses that this person has made of it for this record. */
export type EmergencyFacts = Readonly<{ opensAnyway: boolean; before: readonly EmergencyAccess[] }>;
export type OpenInEmergency = Readonly<{ accessId: Uuid; by: EmergencyPerson; reason: string; at: Instant }>;

/** Opens one record to one person for 60 minutes. */
export const openInEmergency = ({ opensAnyway, before }: EmergencyFacts, { accessId, by, reason, at }: OpenInEmergency): Decision<EmergencyEvent> => {
  const accepted = acceptReason(reason);
  if (!accepted.ok) return accepted;
  if (opensAnyway) return refuse('NOT_RESTRICTED_FROM_YOU', 'You may see this record in any case. Open it.', `${RULE}.2`);
  if (before.some((access) => isRunning(access, at))) return refuse('ALREADY_OPEN', 'You have emergency access to this record now. Open the record.', `${RULE}.3`);
  const expiresAt = Instant(new Date(Date.parse(at) + EMERGENCY_MINUTES * MS_A_MINUTE).toISOString());
  return decided({ type: 'emergency-access-opened', accessId, by, reason: accepted.events[0] ?? '', at, expiresAt, reviewDueOn: reviewDueOn(at) });
};

/** Ends it before its time. */
export const endEmergencyAccess = (access: EmergencyAccess, at: Instant): Decision<EmergencyEvent> =>
  isRunning(access, at) ? decided({ type: 'emergency-access-ended', accessId: access.accessId, at }) : refuse('ACCESS_OVER', 'This emergency access is over already.', `${RULE}.4`);

export type ReviewEmergencyAccess = Readonly<{ by: EmergencyPerson; finding: EmergencyFinding; note: string; at: Instant }>;

/** Says whether it was justified: never by whoever opened it. What was not justified is over at once. */
export const reviewEmergencyAccess = (access: EmergencyAccess, { by, finding, note, at }: ReviewEmergencyAccess): Decision<EmergencyEvent> => {
  if (by.id === access.by.id) return refuse('REVIEW_OWN_ACCESS', 'You opened this record, so someone else must check it.', RULE);
  if (access.review !== null) return refuse('ALREADY_REVIEWED', 'This emergency access was reviewed before. The first finding stands.', `${RULE}.5`);
  if (finding === 'not-justified' && note.trim() === '') return refuse('NOTE_MISSING', 'Say why it was not justified.', `${RULE}.6`, 'note');
  const reviewed: EmergencyEvent = { type: 'emergency-access-reviewed', accessId: access.accessId, by, at, finding, note: note.trim() };
  return finding === 'not-justified' && isRunning(access, at) ? decided<EmergencyEvent>(reviewed, { type: 'emergency-access-ended', accessId: access.accessId, at }) : decided(reviewed);
};

/** The use after an event; undefined before its first. */
export const evolveEmergencyAccess = (access: EmergencyAccess | undefined, event: EmergencyEvent): EmergencyAccess => {
  if (event.type === 'emergency-access-opened')
    return { accessId: event.accessId, by: event.by, reason: event.reason, openedAt: event.at, expiresAt: event.expiresAt, reviewDueOn: event.reviewDueOn, endedAt: null, review: null };
  if (access === undefined) throw new Error(`${event.type} of an access that was never opened`);
  switch (event.type) {
    case 'emergency-access-ended': return { ...access, endedAt: event.at };
    case 'emergency-access-reviewed': return { ...access, review: { by: event.by, at: event.at, finding: event.finding, note: event.note } };
    default: return unreachable(event);
  }
};
