import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { Outcome, Page, PageQuery } from './problem.js';

/** What the portal asks of `regional-hub` about the sharing agreement and grants. */
export interface SharingApi {
  /** `GET /sharing-agreements`: every version, the newest first. */
  agreements(): Promise<Page<AgreementLine>>;
  agreement(version: number): Promise<Agreement>;
  draftAgreement(draft: AgreementDraft, key: string): Promise<Outcome<Agreement>>;
  signAgreement(version: number, key: string): Promise<Outcome<null>>;
  reviewAgreement(version: number, reviewOn: LocalDate, key: string): Promise<Outcome<null>>;
  endAgreement(version: number, key: string): Promise<Outcome<null>>;
  discardAgreement(version: number, key: string): Promise<Outcome<null>>;
  /** `GET /grants?side=&reference=`: 403 for roles that neither ask nor decide. */
  grants(query: PageQuery & Readonly<{ side?: GrantSide; reference?: string }>): Promise<Page<Grant>>;
  /** `GET /grants?side=shared&waiting=true`: what this council is asked for and has not decided. */
  grantsToDecide(): Promise<Page<Grant>>;
  grant(id: Uuid): Promise<Grant>;
  /** What a grant can name by the agreement in force. */
  grantFields(): Promise<Page<string>>;
  askForProfile(asked: Readonly<{ reference: string; purpose?: string }>, key: string): Promise<Outcome<Grant>>;
  giveGrant(id: Uuid, given: Readonly<{ fields: readonly string[]; days: string }>, key: string): Promise<Outcome<Grant>>;
  refuseGrant(id: Uuid, reason: string, key: string): Promise<Outcome<Grant>>;
  revokeGrant(id: Uuid, key: string): Promise<Outcome<Grant>>;
}

/** What it asks of `locality-hub` about other councils' children. */
export interface SharedChildApi {
  /** `GET /shared-children/{reference}?purpose=`: 404 without a grant. */
  sharedChild(reference: string, purpose: string): Promise<SharedChild>;
}

export type SharingLevel = 'L0' | 'L1' | 'L2';
export type SharingTransform = 'as-is' | 'age-band' | 'month-only' | 'broad-group' | 'ref-only';
export type SharedField = Readonly<{ name: string; level: SharingLevel; transform: SharingTransform; justification: string }>;
export type AgreementState = 'draft' | 'signed' | 'in-force' | 'ended';
export type AgreementLine = Readonly<{
  version: number; title: string; state: AgreementState; startsOn: LocalDate; reviewOn: LocalDate; endsOn: LocalDate | null; inForceOn: LocalDate | null; endedOn: LocalDate | null;
  ending: 'replaced' | 'by-party' | 'expired' | 'discarded' | null; signed: number; signaturesNeeded: number; fieldCount: number;
}>;
export type AgreementSignature = Readonly<{ party: TenantId; partyName: string; office: 'information-owner' | 'data-protection-officer'; name: string | null; on: LocalDate | null }>;
export type Agreement = AgreementLine & Readonly<{
  parties: readonly TenantId[]; purposes: readonly string[]; lawfulBasis: string; specialCategoryCondition: string; retentionRule: string; fields: readonly SharedField[]; signatures: readonly AgreementSignature[];
  /** Named by the version before and not by this one. */
  leftOut: readonly SharedField[];
  never: readonly string[];
  allowedCommands: readonly ('sign' | 'review' | 'end' | 'discard' | 'draft')[];
}>;
/** `remove` names fields as `L0 locality-hub.child.birthDate`. */
export type AgreementDraft = Readonly<{ startsOn: string; reviewOn: string; remove: readonly string[]; add: readonly SharedField[] }>;

export type GrantSide = 'shared' | 'received';
export type Grant = Readonly<{
  id: Uuid; side: GrantSide; number: string; reference: string; childId: Uuid | null; childsCouncil: TenantId; childsCouncilName: string; askingCouncil: TenantId; askingCouncilName: string; purpose: string;
  askedBy: string; mine: boolean; askedOn: LocalDate; state: 'requested' | 'granted' | 'refused' | 'ended'; fields: readonly string[]; decidedBy: string | null; decidedOn: LocalDate | null; expiresOn: LocalDate | null;
  refusal: string | null; endedOn: LocalDate | null; endedHow: 'expired' | 'revoked' | null; allowedCommands: readonly ('grant' | 'refuse' | 'revoke')[];
}>;

export type SharedProfile = Readonly<{
  firstName?: string | null; age?: number | null; sex?: string | null; ethnicGroup?: string | null; siblings?: number; placement?: string | null;
  needs?: Readonly<{ disabilities: readonly string[]; reasons: readonly string[] }> | null; plan?: Readonly<{ primary: string; parallels: readonly string[]; agreedOn: LocalDate }> | null;
  education?: Readonly<{ status: string | null; planReviewedOn: LocalDate | null }> | null; health?: Readonly<{ assessedOn: LocalDate | null; dentistOn: LocalDate | null }> | null;
}>;
export type SharedChild = Readonly<{ reference: string; number: string; authority: TenantId; authorityName: string; sharedUntil: LocalDate; profile: SharedProfile }>;

export const sharingClient = (api: ServiceClient): SharingApi => ({
  agreements: () => api.whole('sharing-agreements'),
  agreement: (version) => api.get(`sharing-agreements/${String(version)}`),
  draftAgreement: (draft, key) => api.command('POST', 'sharing-agreements', draft, key),
  signAgreement: (version, key) => api.command('POST', `sharing-agreements/${String(version)}/signatures`, {}, key),
  reviewAgreement: (version, reviewOn, key) => api.command('POST', `sharing-agreements/${String(version)}/reviews`, { reviewOn }, key),
  endAgreement: (version, key) => api.command('POST', `sharing-agreements/${String(version)}/end`, {}, key),
  discardAgreement: (version, key) => api.command('POST', `sharing-agreements/${String(version)}/discard`, {}, key),
  grants: (query) => api.get('grants', query),
  grantsToDecide: () => api.whole('grants?side=shared&waiting=true'),
  grant: (id) => api.get(`grants/${id}`),
  grantFields: () => api.whole('grants/fields'),
  askForProfile: (asked, key) => api.command('POST', 'grants', asked, key),
  giveGrant: (id, given, key) => api.command('POST', `grants/${id}/grant`, given, key),
  refuseGrant: (id, reason, key) => api.command('POST', `grants/${id}/refuse`, { reason }, key),
  revokeGrant: (id, key) => api.command('POST', `grants/${id}/revoke`, {}, key),
});

export const sharedChildClient = (api: ServiceClient): SharedChildApi => ({
  sharedChild: (reference, purpose) => api.get(`shared-children/${encodeURIComponent(reference)}`, { purpose }),
});
