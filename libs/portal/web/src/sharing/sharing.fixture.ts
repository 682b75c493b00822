import { LocalDate, type TenantId } from '@permanence/kernel/values';
import type { Agreement, Grant, SharedChild } from '../api/sharing.js';
import { uuid } from '../frame/page.fixture.js';

const day = LocalDate;
const SHROPSHIRE = 'E06000051' as TenantId;
const STOKE = 'E06000021' as TenantId;

export const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  version: 2, title: 'Sharing', state: 'in-force', startsOn: day('2026-10-05'), reviewOn: day('2027-10-05'), endsOn: null, inForceOn: day('2026-10-05'), endedOn: null, ending: null, signed: 2, signaturesNeeded: 2, fieldCount: 3,
  parties: [SHROPSHIRE], purposes: ['tracking', 'performance'], lawfulBasis: 'Public task', specialCategoryCondition: 'Substantial public interest', retentionRule: 'Erased when no version names it.',
  fields: [
    { name: 'locality-hub.care-period.startedOn', level: 'L0', transform: 'as-is', justification: 'Counts who is in care.' },
    { name: 'locality-hub.child.birthDate', level: 'L1', transform: 'month-only', justification: 'Families are approved for ages.' },
    { name: 'locality-hub.profile.firstName', level: 'L2', transform: 'as-is', justification: 'A family can call the child by name.' },
  ],
  signatures: [
    { party: SHROPSHIRE, partyName: 'Shropshire', office: 'information-owner', name: 'Theodora Clee', on: day('2026-10-01') }, { party: SHROPSHIRE, partyName: 'Shropshire', office: 'data-protection-officer', name: null, on: null },
  ],
  leftOut: [], never: ['court documents and expert reports'], allowedCommands: [], ...more,
});

export const grant = (more: Partial<Grant> = {}): Grant => ({
  id: uuid(41), side: 'received', number: 'GR-4M9T6R', reference: 'TRK-7F3K-9Q', childId: null, childsCouncil: SHROPSHIRE, childsCouncilName: 'Shropshire', askingCouncil: STOKE, askingCouncilName: 'Stoke-on-Trent', purpose: 'family-finding',
  askedBy: 'Petra Vance', mine: true, askedOn: day('2026-10-05'), state: 'requested', fields: [], decidedBy: null, decidedOn: null, expiresOn: null, refusal: null, endedOn: null, endedHow: null, allowedCommands: [], ...more,
});

export const granted: Partial<Grant> = { state: 'granted', fields: ['locality-hub.profile.firstName', 'locality-hub.profile.age'], decidedBy: 'Ruth Penhallow', decidedOn: day('2026-10-05'), expiresOn: day('2026-11-02') };

export const child = (profile: SharedChild['profile']): SharedChild => ({ reference: 'TRK-7F3K-9Q', number: 'GR-4M9T6R', authority: SHROPSHIRE, authorityName: 'Shropshire', sharedUntil: day('2026-11-02'), profile });

export const problem = (code: string, detail: string, field?: string) => ({ type: 'about:blank', title: '', status: 422, code, detail, ...(field === undefined ? {} : { errors: [{ field, sentence: detail }] }) });
