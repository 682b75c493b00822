import { shortNameOf } from '@permanence/contracts/partnership';
import { type DraftedAgreement, NEVER_SHARED, OFFICES, type Office, hasSigned, keyOfField } from '@permanence/regional-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { NamedSignature, StoredAgreement } from './agreement.store.js';
import type { AgreementDto, AgreementLineDto, SharedFieldDto, SharingCommand, SignatureDto } from './sharing.dto.js';

/** The office in which a person signs: of two that they hold, the one that their council has not signed in. */
export const officeOf = ({ roles, authority }: Who, state?: DraftedAgreement): Office | undefined => {
  const held = OFFICES.filter((office) => roles.includes(office));
  return held.find((office) => state !== undefined && !hasSigned(state.signatures, authority, office)) ?? held[0];
};

export const lineOf = ({ state: { status, terms, signatures, inForceOn, endedOn, ending } }: StoredAgreement): AgreementLineDto => ({
  version: terms.version, title: terms.title, state: status, startsOn: terms.startsOn, reviewOn: terms.reviewOn, endsOn: terms.endsOn ?? null, inForceOn: inForceOn ?? null, endedOn: endedOn ?? null, ending: ending ?? null,
  signed: signatures.length, signaturesNeeded: terms.parties.length * OFFICES.length, fieldCount: terms.fields.length,
});

/** What the person may do now. What their role never does is not there. */
const commandsOf = (who: Who, { state }: StoredAgreement, isAnyOpen: boolean): SharingCommand[] => [
  ...(who.capabilities.has('sharing-agreement:sign') ? partyCommands(who, state) : []),
  ...(who.capabilities.has('sharing-agreement:draft') ? draftCommands(state, isAnyOpen) : []),
];

const partyCommands = (who: Who, state: DraftedAgreement): SharingCommand[] => {
  const office = officeOf(who, state);
  if (office === undefined || !state.terms.parties.includes(who.authority)) return [];
  if (state.status === 'draft') return hasSigned(state.signatures, who.authority, office) ? [] : ['sign'];
  if (state.status !== 'in-force') return [];
  return who.roles.includes('data-protection-officer') ? ['review', 'end'] : ['end'];
};

const draftCommands = ({ status }: DraftedAgreement, isAnyOpen: boolean): SharingCommand[] => [
  ...(status === 'draft' || status === 'signed' ? (['discard'] as const) : []),
  ...(isAnyOpen ? [] : (['draft'] as const)),
];

const signaturesOf = ({ state: { terms } }: StoredAgreement, signed: readonly NamedSignature[]): SignatureDto[] =>
  terms.parties.flatMap((party) => OFFICES.map((office) => {
    const found = signed.find((each) => each.party === party && each.office === office);
    return { party, partyName: shortNameOf(party), office, name: found?.name ?? null, on: found?.on ?? null };
  }));

const leftOutOf = ({ state }: StoredAgreement, before: StoredAgreement | undefined): SharedFieldDto[] => {
  const kept = new Set(state.terms.fields.map(keyOfField));
  return (before?.state.terms.fields ?? []).filter((field) => !kept.has(keyOfField(field))).map((field) => ({ ...field }));
};

/** A version as a person sees it. `all`: the newest first. */
export const agreementOf = (who: Who, stored: StoredAgreement & Readonly<{ signed: readonly NamedSignature[] }>, all: readonly StoredAgreement[]): AgreementDto => {
  const { terms } = stored.state;
  const before = all.find(({ state }) => state.terms.version < terms.version && state.inForceOn !== undefined);
  return {
    ...lineOf(stored), parties: [...terms.parties], purposes: [...terms.purposes], lawfulBasis: terms.lawfulBasis, specialCategoryCondition: terms.specialCategoryCondition, retentionRule: terms.retentionRule,
    fields: terms.fields.map((field) => ({ ...field })), signatures: signaturesOf(stored, stored.signed), leftOut: leftOutOf(stored, before), never: NEVER_SHARED.map(({ words }) => words),
    allowedCommands: commandsOf(who, stored, all.some(({ state: { status } }) => status === 'draft' || status === 'signed')),
  };
};
