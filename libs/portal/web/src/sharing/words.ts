import type { Agreement, Grant, SharedField, SharingLevel, SharingTransform } from '../api/sharing.js';
import { fullDate, longDate } from '../words/dates.js';
import { sentence } from '../words/numbers.js';

type Words = Readonly<Record<string, string>>;

export const LEVELS: readonly (readonly [level: SharingLevel, heading: string, about: string])[] = [
  ['L0', 'For figures', 'Counted, and shown to nobody as it is.'],
  ['L1', 'For the tracker', 'Shown as a row without a name, an exact birth date, an address or a school.'],
  ['L2', 'For the profile of one child', "Read in the child's own council, under a grant. Never stored in the region."],
];

const TRANSFORMS: Readonly<Record<SharingTransform, string>> = { 'as-is': 'As it is', 'age-band': 'As a band of ages', 'month-only': 'The month only', 'broad-group': 'As a broad group', 'ref-only': 'As a random reference' };
export const transformWords = (transform: SharingTransform): string => TRANSFORMS[transform];
export const TRANSFORM_CHOICES = Object.entries(TRANSFORMS).map(([value, text]) => ({ value, text }));

const PROFILE: Words = {
  firstName: 'First name', age: 'Age in years', sex: 'Boy or girl', ethnicGroup: 'Broad ethnic group', siblings: 'Brothers and sisters', placement: 'Where the child lives now', needs: 'Needs', plan: 'Plan in outline', education: 'School in outline',
  health: 'Health in outline',
};

/** `locality-hub.care-period.startedOn` as `Care period: started on`; a field of the profile by its own words. */
export const fieldWords = (name: string): string => {
  const [, entity = '', field = ''] = name.split('.');
  if (entity === 'profile' && PROFILE[field] !== undefined) return PROFILE[field];
  return `${sentence(entity.replaceAll('-', ' '))}: ${field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
};

export const keyOf = ({ level, name }: Pick<SharedField, 'level' | 'name'>): string => `${level} ${name}`;

const OFFICES: Words = { 'information-owner': 'Information owner', 'data-protection-officer': 'Data protection officer' };
export const officeWords = (office: string): string => OFFICES[office] ?? office;

const ENDINGS: Words = { replaced: 'replaced by another version', 'by-party': 'ended by a council', expired: 'its last day passed', discarded: 'discarded' };

/** Where a version stands, in one sentence. */
export const stateWords = ({ state, signed, signaturesNeeded, startsOn, inForceOn, endedOn, ending }: Pick<Agreement, 'state' | 'signed' | 'signaturesNeeded' | 'startsOn' | 'inForceOn' | 'endedOn' | 'ending'>): string => {
  switch (state) {
    case 'draft': return `Waits for signatures: ${String(signed)} of ${String(signaturesNeeded)} are there.`;
    case 'signed': return `Signed by all. It starts on ${fullDate(startsOn)}.`;
    case 'in-force': return `In force since ${longDate(inForceOn ?? startsOn)}.`;
    case 'ended': return endedOn === null ? 'Ended.' : `Ended on ${longDate(endedOn)}: ${ENDINGS[ending ?? ''] ?? 'ended'}.`;
  }
};

const PURPOSES: Words = {
  'family-finding': 'To find a family', matching: 'To match the child with a family we know', 'brothers-and-sisters': 'To keep brothers and sisters together', support: 'To plan support',
  tracking: 'Tracking children who wait', performance: 'Figures', audit: 'Audit',
};
export const purposeWords = (purpose: string): string => PURPOSES[purpose] ?? 'Another purpose';
export const ASK_PURPOSES = ['family-finding', 'matching', 'brothers-and-sisters', 'support'] as const;

const REFUSALS: Words = { 'not-needed': 'It is not needed for this purpose', 'not-ready': 'The profile is not ready yet', 'child-said-no': 'The child does not want it', 'other-way-agreed': 'We agreed another way' };
export const refusalWords = (reason: string | null): string => REFUSALS[reason ?? ''] ?? 'No reason was given';
export const REFUSAL_CHOICES = Object.entries(REFUSALS).map(([value, text]) => ({ value, text }));

/** Where a grant stands, in one sentence. */
export const grantState = ({ state, expiresOn, endedOn, endedHow, refusal, decidedOn }: Grant): string => {
  switch (state) {
    case 'requested': return 'Waits for an answer';
    case 'granted': return expiresOn === null ? 'Shared' : `Shared until ${longDate(expiresOn)}`;
    case 'refused': return `Not shared: ${refusalWords(refusal).toLowerCase()}`;
    case 'ended': return `${endedHow === 'revoked' ? 'Ended early' : 'Ran out'} on ${longDate(endedOn ?? decidedOn ?? expiresOn ?? ('' as never))}`;
  }
};
