import { type Decision, type Refusal, decided, refuse, unreachable } from '@permanence/kernel/decider';
import { type LocalDate, type TenantId, type Uuid, addMonths } from '@permanence/kernel/values';
import { type Agreement, type AgreementEvent, type AgreementTerms, type DraftedAgreement, type Ending, type Office, hasSigned, isSignedByAll } from './agreement.js';
import { neverShared } from './never-shared.js';
import { keyOfField, type SharedField } from './shared-field.js';

export type AgreementCommand =
  | Readonly<{ type: 'draft'; on: LocalDate; terms: AgreementTerms; isAnotherOpen: boolean }>
  | Readonly<{ type: 'sign'; on: LocalDate; party: TenantId; office: Office; person: Uuid }>
  | Readonly<{ type: 'bring-into-force'; on: LocalDate }>
  | Readonly<{ type: 'review'; on: LocalDate; party: TenantId; office: Office; reviewOn: LocalDate }>
  | Readonly<{ type: 'end'; on: LocalDate; ending: Ending; party?: TenantId }>;

const RULE = 'regional-hub.sharing';

/** RH-C07: an agreement is looked at again after 12 months at most. */
const MONTHS_TO_REVIEW = 12;

/** What a command comes to for one version of the agreement (regional-hub 3.2, rules 8 and 9). */
export const decideAgreement = (state: Agreement, command: AgreementCommand): Decision<AgreementEvent> => {
  if (command.type === 'draft') return draft(state, command);
  if (state.status === 'none') return refuse('AGREEMENT_NOT_DRAFTED', 'There is no such version of the agreement. Draft it first.', `${RULE}.1`);
  switch (command.type) {
    case 'sign': return sign(state, command);
    case 'bring-into-force': return bringIntoForce(state, command);
    case 'review': return review(state, command);
    case 'end': return end(state, command);
    default: return unreachable(command);
  }
};

const draft = (state: Agreement, { on, terms, isAnotherOpen }: Extract<AgreementCommand, { type: 'draft' }>): Decision<AgreementEvent> => {
  if (state.status !== 'none' || isAnotherOpen) return refuse('DRAFT_ALREADY_OPEN', 'Another version waits to be signed. Discard it first, or wait until it is in force.', `${RULE}.2`);
  const broken = brokenFieldOf(terms.fields);
  if (broken !== undefined) return { ok: false, refusal: broken };
  if (terms.endsOn !== undefined && terms.endsOn < terms.startsOn) return refuse('ENDS_BEFORE_START', 'The last day is before the first. Choose a later last day.', `${RULE}.3`, 'endsOn');
  return tooLate(terms.startsOn, terms.reviewOn) ?? decided({ type: 'sharing-agreement-drafted', on, terms });
};

/** A field that no agreement may name, or that this one names twice. */
const brokenFieldOf = (fields: readonly SharedField[]): Refusal | undefined => {
  const never = fields.map(({ name }) => neverShared(name)).find((found) => found !== undefined);
  if (never !== undefined) return neverSharedRefusal(never.words);
  if (new Set(fields.map(keyOfField)).size < fields.length) return { code: 'FIELD_NAMED_TWICE', sentence: 'A field stands twice at one level. Keep one of them.', rule: `${RULE}.4`, field: 'add' };
  return undefined;
};

/** Rule 9. */
export const neverSharedRefusal = (words: string): Refusal => ({ code: 'FIELD_NEVER_SHARED', sentence: `This never leaves the council: ${words}. Leave it out.`, rule: 'regional-hub.9', field: 'fields' });

const tooLate = (from: LocalDate, reviewOn: LocalDate): Decision<never> | undefined => {
  if (reviewOn <= from) return refuse('REVIEW_TOO_SOON', 'The review comes after the first day. Choose a later day.', `${RULE}.5`, 'reviewOn');
  return reviewOn > addMonths(from, MONTHS_TO_REVIEW) ? refuse('REVIEW_TOO_LATE', 'An agreement is reviewed within 12 months. Choose an earlier day.', 'regional-hub.clock.RH-C07', 'reviewOn') : undefined;
};

const sign = (state: DraftedAgreement, { on, party, office, person }: Extract<AgreementCommand, { type: 'sign' }>): Decision<AgreementEvent> => {
  if (!state.terms.parties.includes(party)) return refuse('NOT_A_PARTY', 'Your council is not a party to this agreement.', `${RULE}.6`);
  if (hasSigned(state.signatures, party, office)) return refuse('ALREADY_SIGNED', 'Your council has signed in this office.', `${RULE}.7`);
  if (state.status !== 'draft') return refuse('NOT_OPEN_TO_SIGN', 'This version is not open to sign.', `${RULE}.8`);
  if (state.terms.fields.some(({ justification }) => justification.trim() === '')) return refuse('AGREEMENT_INCOMPLETE', 'A field has no reason beside it. Each field needs one before anybody signs.', `${RULE}.9`);
  if (state.signatures.some((each) => each.person === person)) return refuse('SIGNED_BY_SAME_PERSON', 'You have signed in the other office. A second person must sign here.', `${RULE}.10`);
  return decided({ type: 'sharing-agreement-signed', on, party, office, person });
};

const bringIntoForce = ({ status, terms, signatures }: DraftedAgreement, { on }: Extract<AgreementCommand, { type: 'bring-into-force' }>): Decision<AgreementEvent> => {
  if (status === 'in-force' || status === 'ended') return refuse('NOT_WAITING_TO_START', 'This version has begun or has ended.', `${RULE}.11`);
  if (!isSignedByAll(terms, signatures)) return refuse('AGREEMENT_INCOMPLETE', 'Both offices of every council must sign before this starts.', `${RULE}.9`);
  if (on < terms.startsOn) return refuse('AGREEMENT_NOT_STARTED', 'Its first day has not come yet.', `${RULE}.12`);
  return decided({ type: 'sharing-agreement-in-force', on });
};

const review = ({ status, terms }: DraftedAgreement, { on, party, office, reviewOn }: Extract<AgreementCommand, { type: 'review' }>): Decision<AgreementEvent> => {
  if (!terms.parties.includes(party)) return refuse('NOT_A_PARTY', 'Your council is not a party to this agreement.', `${RULE}.6`);
  if (office !== 'data-protection-officer') return refuse('REVIEW_BY_OTHER_OFFICE', 'The data protection officer reviews the agreement. Ask them.', `${RULE}.13`);
  if (status !== 'in-force') return refuse('AGREEMENT_NOT_IN_FORCE', 'Only the version in force can be reviewed or ended.', `${RULE}.14`);
  return tooLate(on, reviewOn) ?? decided({ type: 'sharing-agreement-reviewed', on, party, reviewOn });
};

/** A version not yet in force is discarded; one in force is replaced, expires or is ended by a party. */
const end = ({ status, terms }: DraftedAgreement, { on, ending, party }: Extract<AgreementCommand, { type: 'end' }>): Decision<AgreementEvent> => {
  const isOpen = status === 'draft' || status === 'signed';
  if (ending === 'discarded') return isOpen ? decided({ type: 'sharing-agreement-ended', on, ending }) : refuse('NOT_OPEN_TO_DISCARD', 'Only a version that waits can be discarded.', `${RULE}.15`);
  if (status !== 'in-force') return refuse('AGREEMENT_NOT_IN_FORCE', 'Only the version in force can be reviewed or ended.', `${RULE}.14`);
  if (ending === 'by-party' && (party === undefined || !terms.parties.includes(party))) return refuse('NOT_A_PARTY', 'Your council is not a party to this agreement.', `${RULE}.6`);
  return decided({ type: 'sharing-agreement-ended', on, ending, ...(party === undefined ? {} : { party }) });
};
