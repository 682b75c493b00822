import { LocalDate, TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import type { AgreementEvent, AgreementTerms } from './agreement.js';
import { OFFICES } from './agreement.js';
import { FieldName, type SharedField } from './shared-field.js';

const ROOT = Uuid('5b0e5a3c-63c2-4b0f-9d31-2f6f0a3c7d11');

export const SHROPSHIRE = TenantId('E06000051');
export const STOKE = TenantId('E06000021');
export const TELFORD = TenantId('E06000020');
export const person = (name: string): Uuid => derivedId(ROOT, name);

export const field = (name: string, more: Partial<SharedField> = {}): SharedField => ({ name: FieldName(`locality-hub.${name}`), level: 'L0', transform: 'as-is', justification: 'Figures are counted from it.', ...more });

/** An agreement of two councils, from 1 October 2026 on. */
export const terms = (more: Partial<AgreementTerms> = {}): AgreementTerms => ({
  version: 2, title: 'Sharing', parties: [SHROPSHIRE, STOKE], purposes: ['tracking'], lawfulBasis: 'Public task', specialCategoryCondition: 'Substantial public interest', startsOn: LocalDate('2026-10-01'),
  reviewOn: LocalDate('2027-10-01'), retentionRule: 'Erased when no agreement names it.', fields: [field('child.birthDate'), field('child.sex')], ...more,
});

export const drafted = (more: Partial<AgreementTerms> = {}): AgreementEvent => ({ type: 'sharing-agreement-drafted', on: LocalDate('2026-09-01'), terms: terms(more) });

/** Everybody's signatures, each of another person. */
export const signedByAll = (): AgreementEvent[] =>
  terms().parties.flatMap((party) => OFFICES.map((office): AgreementEvent => ({ type: 'sharing-agreement-signed', on: LocalDate('2026-09-10'), party, office, person: person(`${party} ${office}`) })));
