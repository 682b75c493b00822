import { unreachable } from '@permanence/kernel/decider';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { SharedField } from './shared-field.js';

export const SHARING_PURPOSES = ['tracking', 'family-finding', 'performance', 'audit'] as const;
export type SharingPurpose = (typeof SHARING_PURPOSES)[number];

/** Who signs for a council: two people, each in an office of their own. */
export const OFFICES = ['information-owner', 'data-protection-officer'] as const;
export type Office = (typeof OFFICES)[number];

export type Signature = Readonly<{ party: TenantId; office: Office; person: Uuid; on: LocalDate }>;

/** What the parties agree. A version's terms never change: another version takes its place. */
export type AgreementTerms = Readonly<{
  version: number;
  title: string;
  parties: readonly TenantId[];
  purposes: readonly SharingPurpose[];
  lawfulBasis: string;
  specialCategoryCondition: string;
  startsOn: LocalDate;
  reviewOn: LocalDate;
  /** The last day; without one it lasts until a party ends it. */
  endsOn?: LocalDate | undefined;
  retentionRule: string;
  fields: readonly SharedField[];
}>;

export const AGREEMENT_STATES = ['draft', 'signed', 'in-force', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** How a version ended. */
export const ENDINGS = ['replaced', 'by-party', 'expired', 'discarded'] as const;
export type Ending = (typeof ENDINGS)[number];

/** One version of the sharing agreement. */
export type Agreement =
  | Readonly<{ status: 'none' }>
  | Readonly<{ status: AgreementState; terms: AgreementTerms; signatures: readonly Signature[]; inForceOn?: LocalDate | undefined; endedOn?: LocalDate | undefined; ending?: Ending | undefined }>;

export type DraftedAgreement = Exclude<Agreement, { status: 'none' }>;

export type AgreementEvent =
  | Readonly<{ type: 'sharing-agreement-drafted'; on: LocalDate; terms: AgreementTerms }>
  | Readonly<{ type: 'sharing-agreement-signed'; on: LocalDate; party: TenantId; office: Office; person: Uuid }>
  | Readonly<{ type: 'sharing-agreement-in-force'; on: LocalDate }>
  | Readonly<{ type: 'sharing-agreement-reviewed'; on: LocalDate; party: TenantId; reviewOn: LocalDate }>
  | Readonly<{ type: 'sharing-agreement-ended'; on: LocalDate; ending: Ending; party?: TenantId }>;

/** Whether a council has signed in an office. */
export const hasSigned = (signatures: readonly Signature[], party: TenantId, office: Office): boolean => signatures.some((each) => each.party === party && each.office === office);

/** Whether both offices of every party have signed. */
export const isSignedByAll = ({ parties }: Pick<AgreementTerms, 'parties'>, signatures: readonly Signature[]): boolean =>
  parties.every((party) => OFFICES.every((office) => hasSigned(signatures, party, office)));

/** The version after an event. */
export const evolveAgreement = (state: Agreement, event: AgreementEvent): Agreement => {
  if (event.type === 'sharing-agreement-drafted') return { status: 'draft', terms: event.terms, signatures: [] };
  return state.status === 'none' ? state : evolveDrafted(state, event);
};

const evolveDrafted = (state: DraftedAgreement, event: Exclude<AgreementEvent, { type: 'sharing-agreement-drafted' }>): Agreement => {
  switch (event.type) {
    case 'sharing-agreement-signed': {
      const { party, office, person, on } = event;
      const signatures = [...state.signatures, { party, office, person, on }];
      return { ...state, signatures, status: isSignedByAll(state.terms, signatures) ? 'signed' : 'draft' };
    }
    case 'sharing-agreement-in-force': return { ...state, status: 'in-force', inForceOn: event.on };
    case 'sharing-agreement-reviewed': return { ...state, terms: { ...state.terms, reviewOn: event.reviewOn } };
    case 'sharing-agreement-ended': return { ...state, status: 'ended', endedOn: event.on, ending: event.ending };
    default: return unreachable(event);
  }
};
