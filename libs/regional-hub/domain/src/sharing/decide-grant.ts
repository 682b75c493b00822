import { type Decision, type Refusal, decided, refuse, unreachable } from '@permanence/kernel/decider';
import { type LocalDate, type TenantId, type Uuid, addDays } from '@permanence/kernel/values';
import { neverSharedRefusal } from './decide-agreement.js';
import type { Grant, GrantEvent, GrantPurpose, GrantRefusal } from './grant.js';
import { neverShared } from './never-shared.js';
import type { FieldName } from './shared-field.js';

/** Whoever gives a command, and of which council. */
type By = Readonly<{ id: Uuid; council: TenantId }>;

export type GrantCommand =
  | Readonly<{ type: 'ask'; on: LocalDate; by: By; childsCouncil: TenantId; purpose: GrantPurpose | undefined; isAnotherOpen: boolean }>
  | Readonly<{ type: 'grant'; on: LocalDate; by: By; fields: readonly FieldName[]; days: number; shareable: ReadonlySet<FieldName> }>
  | Readonly<{ type: 'refuse'; on: LocalDate; by: By; reason: GrantRefusal }>
  | Readonly<{ type: 'revoke'; on: LocalDate; by: By }>
  | Readonly<{ type: 'expire'; on: LocalDate }>;

const RULE = 'regional-hub.grant';

/** RH-C05: a grant lasts 28 days at most; the day on which it was given is not counted. */
export const LONGEST_GRANT_DAYS = 28;

/** What a command comes to for one grant (regional-hub 3.2, rule 10). */
export const decideGrant = (state: Grant, command: GrantCommand): Decision<GrantEvent> => {
  switch (command.type) {
    case 'ask': return ask(state, command);
    case 'expire': return expire(state, command);
    default: return ofChildsCouncil(state, command) ?? byManager(state, command);
  }
};

const byManager = (state: Grant, command: Exclude<GrantCommand, { type: 'ask' | 'expire' }>): Decision<GrantEvent> => {
  switch (command.type) {
    case 'grant': return grant(state, command);
    case 'refuse': return onlyWaiting(state) ?? decided({ type: 'profile-refused', on: command.on, reason: command.reason });
    case 'revoke': return onlyGranted(state) ?? decided({ type: 'disclosure-ended', on: command.on, how: 'revoked' });
    default: return unreachable(command);
  }
};

/** A request without a purpose, whoever sends it. */
export const PURPOSE_REQUIRED: Refusal = { code: 'PURPOSE_REQUIRED', sentence: 'Say what the profile is for. Choose a purpose.', rule: 'regional-hub.10', field: 'purpose' };

const ask = (state: Grant, { on, by, childsCouncil, purpose, isAnotherOpen }: Extract<GrantCommand, { type: 'ask' }>): Decision<GrantEvent> => {
  if (purpose === undefined) return { ok: false, refusal: PURPOSE_REQUIRED };
  if (by.council === childsCouncil) return refuse('CHILD_OF_OWN_COUNCIL', 'This is a child of your own council. Open the record there.', `${RULE}.1`);
  if (state.status !== 'none' || isAnotherOpen) return refuse('ALREADY_ASKED', 'You have asked for this profile. Look at the profiles you asked for.', `${RULE}.2`);
  return decided({ type: 'profile-requested', on, childsCouncil, askingCouncil: by.council, askedBy: by.id, purpose });
};

/** Rule 10. */
export const GRANT_BY_WRONG_AUTHORITY: Refusal = { code: 'GRANT_BY_WRONG_AUTHORITY', sentence: "Only a team manager of the child's own council decides this.", rule: 'regional-hub.10' };

const ofChildsCouncil = (state: Grant, { by }: Readonly<{ by: By }>): Decision<never> | undefined => {
  if (state.status === 'none') return refuse('NOT_ASKED_FOR', 'Nobody has asked for this profile.', `${RULE}.3`);
  return state.childsCouncil === by.council ? undefined : { ok: false, refusal: GRANT_BY_WRONG_AUTHORITY };
};

const onlyWaiting = (state: Grant): Decision<never> | undefined => (state.status === 'requested' ? undefined : refuse('NOT_WAITING', 'This was decided before. Look at it again.', `${RULE}.4`));
const onlyGranted = (state: Grant): Decision<never> | undefined => (state.status === 'granted' ? undefined : refuse('NOT_GRANTED', 'Nothing is shared here now, so there is nothing to end.', `${RULE}.5`));

const grant = (state: Grant, { on, by, fields, days, shareable }: Extract<GrantCommand, { type: 'grant' }>): Decision<GrantEvent> => {
  const late = onlyWaiting(state);
  if (late !== undefined) return late;
  const refusal = fieldsRefused(fields, shareable);
  if (refusal !== undefined) return { ok: false, refusal };
  if (days > LONGEST_GRANT_DAYS) return refuse('GRANT_TOO_LONG', `A profile is shared for ${LONGEST_GRANT_DAYS} days at most. Choose fewer days.`, 'regional-hub.clock.RH-C05', 'days');
  return decided({ type: 'profile-disclosed', on, by: by.id, fields: [...new Set(fields)], expiresOn: addDays(on, days) });
};

const fieldsRefused = (fields: readonly FieldName[], shareable: ReadonlySet<FieldName>): Refusal | undefined => {
  const never = fields.map(neverShared).find((found) => found !== undefined);
  if (never !== undefined) return neverSharedRefusal(never.words);
  if (fields.length === 0) return { code: 'FIELDS_REQUIRED', sentence: 'Choose what to share: at least one thing.', rule: `${RULE}.6`, field: 'fields' };
  if (fields.some((name) => !shareable.has(name))) return { code: 'FIELD_NOT_SHAREABLE', sentence: 'The agreement in force does not name this for a profile. Leave it out.', rule: 'regional-hub.8', field: 'fields' };
  return undefined;
};

const expire = (state: Grant, { on }: Extract<GrantCommand, { type: 'expire' }>): Decision<GrantEvent> => {
  const other = onlyGranted(state);
  if (other !== undefined) return other;
  return state.status === 'granted' && on > state.expiresOn ? decided({ type: 'disclosure-ended', on, how: 'expired' }) : refuse('GRANT_STILL_IN_FORCE', 'This grant has not run out yet.', `${RULE}.7`);
};
