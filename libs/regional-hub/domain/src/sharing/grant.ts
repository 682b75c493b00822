import { unreachable } from '@permanence/kernel/decider';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { FieldName } from './shared-field.js';

/** What a profile is asked for. */
export const GRANT_PURPOSES = ['family-finding', 'matching', 'brothers-and-sisters', 'support'] as const;
export type GrantPurpose = (typeof GRANT_PURPOSES)[number];

export const GRANT_REFUSALS = ['not-needed', 'not-ready', 'child-said-no', 'other-way-agreed'] as const;
export type GrantRefusal = (typeof GRANT_REFUSALS)[number];

/** Who asks for a profile, and which council's child it is. */
export type Asked = Readonly<{ childsCouncil: TenantId; askingCouncil: TenantId; askedBy: Uuid; purpose: GrantPurpose; askedOn: LocalDate }>;
type Given = Asked & Readonly<{ fields: readonly FieldName[]; grantedBy: Uuid; grantedOn: LocalDate; expiresOn: LocalDate }>;

/** A grant to see the profile of one child of another council. */
export type Grant =
  | Readonly<{ status: 'none' }>
  | (Asked & Readonly<{ status: 'requested' }>)
  | (Asked & Readonly<{ status: 'refused'; reason: GrantRefusal; refusedOn: LocalDate }>)
  | (Given & Readonly<{ status: 'granted' }>)
  | (Given & Readonly<{ status: 'ended'; how: 'expired' | 'revoked'; endedOn: LocalDate }>);

export type GrantStatus = Exclude<Grant['status'], 'none'>;

export type GrantEvent =
  | (Readonly<{ type: 'profile-requested'; on: LocalDate }> & Omit<Asked, 'askedOn'>)
  | Readonly<{ type: 'profile-disclosed'; on: LocalDate; by: Uuid; fields: readonly FieldName[]; expiresOn: LocalDate }>
  | Readonly<{ type: 'profile-refused'; on: LocalDate; reason: GrantRefusal }>
  | Readonly<{ type: 'disclosure-ended'; on: LocalDate; how: 'expired' | 'revoked' }>;

/** The grant after an event. */
export const evolveGrant = (state: Grant, event: GrantEvent): Grant => {
  switch (event.type) {
    case 'profile-requested': {
      const { childsCouncil, askingCouncil, askedBy, purpose, on } = event;
      return { status: 'requested', childsCouncil, askingCouncil, askedBy, purpose, askedOn: on };
    }
    case 'profile-disclosed': return state.status === 'requested' ? { ...state, status: 'granted', fields: event.fields, grantedBy: event.by, grantedOn: event.on, expiresOn: event.expiresOn } : state;
    case 'profile-refused': return state.status === 'requested' ? { ...state, status: 'refused', reason: event.reason, refusedOn: event.on } : state;
    case 'disclosure-ended': return state.status === 'granted' ? { ...state, status: 'ended', how: event.how, endedOn: event.on } : state;
    default: return unreachable(event);
  }
};

/** Whether a profile may be read under the grant on a day. The last day counts. */
export const isInForce = (grant: Grant, on: LocalDate): boolean => grant.status === 'granted' && on <= grant.expiresOn;
