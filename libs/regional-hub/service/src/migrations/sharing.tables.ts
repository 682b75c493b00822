import { OFFICES } from '@permanence/regional-hub/domain';
import { type LocalDate, REGION, type TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import { APPEND_ONLY, type Migration, tenantOwned } from '@permanence/platform/tenant-db';
import { FIRST_AGREEMENT } from '../sharing/first-agreement.js';

/** Version 1, as it was signed before this service held agreements. */
const AGREEMENT = Uuid('6f0b7a52-3a0e-4c39-9d6c-4b8f0a2f7c11');
const SIGNED_ON = '2026-03-25' as LocalDate;

const SIGNATORIES: Readonly<Record<string, readonly [owner: string, officer: string]>> = {
  E10000028: ['Philippa Drayson', 'Sunil Braithe'], E06000021: ['Marguerite Bourne', 'Magnus Peverell'],
  E06000051: ['Theodora Clee', 'Isobel Wrekin-Hart'], E06000020: ['Beatrix Dawley', 'Fenella Drax'],
};

type Signed = Readonly<{ party: TenantId; office: string; person: Uuid; name: string }>;

const SIGNATURES: readonly Signed[] = FIRST_AGREEMENT.parties.flatMap((party) =>
  OFFICES.map((office, at) => ({ party, office, person: derivedId(AGREEMENT, `${party} ${office}`), name: SIGNATORIES[party]?.[at] ?? '' })));

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const json = (value: unknown): string => `${literal(JSON.stringify(value))}::jsonb`;
const list = (values: readonly string[]): string => `ARRAY[${values.map(literal).join(', ')}]::text[]`;

/** What happened to version 1, in order, as the log of a version's own stream. */
const HISTORY: readonly Readonly<{ type: string; on: string; data: object }>[] = [
  { type: 'sharing-agreement-drafted', on: SIGNED_ON, data: { version: 1 } },
  ...SIGNATURES.map(({ party, office, person }) => ({ type: 'sharing-agreement-signed', on: SIGNED_ON, data: { version: 1, party, office, person } })),
  { type: 'sharing-agreement-in-force', on: FIRST_AGREEMENT.startsOn, data: { version: 1 } },
];

const tables = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.sharing_agreement (
     tenant_id text NOT NULL CHECK (tenant_id = '${REGION}'), id uuid NOT NULL, version int NOT NULL, title text NOT NULL, parties text[] NOT NULL, purposes text[] NOT NULL,
     lawful_basis text NOT NULL, special_category_condition text NOT NULL, starts_on date NOT NULL, review_on date NOT NULL, ends_on date, retention_rule text NOT NULL,
     state text NOT NULL CHECK (state IN ('draft', 'signed', 'in-force', 'ended')), in_force_on date, ended_on date, ending text CHECK (ending IN ('replaced', 'by-party', 'expired', 'discarded')),
     PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, version), CHECK ((state = 'ended') = (ended_on IS NOT NULL)))`,
  `CREATE UNIQUE INDEX sharing_agreement_one_in_force ON ${schema}.sharing_agreement (tenant_id) WHERE state = 'in-force'`,
  `CREATE UNIQUE INDEX sharing_agreement_one_open ON ${schema}.sharing_agreement (tenant_id) WHERE state IN ('draft', 'signed')`,
  `CREATE TABLE ${schema}.shared_field (
     tenant_id text NOT NULL, agreement_id uuid NOT NULL, place int NOT NULL, context text NOT NULL, entity text NOT NULL, field text NOT NULL, level text NOT NULL CHECK (level IN ('L0', 'L1', 'L2')),
     transform text NOT NULL CHECK (transform IN ('as-is', 'age-band', 'month-only', 'broad-group', 'ref-only')), justification text NOT NULL,
     PRIMARY KEY (tenant_id, agreement_id, context, entity, field, level), FOREIGN KEY (tenant_id, agreement_id) REFERENCES ${schema}.sharing_agreement)`,
  // A council's own: who signed for it. Nothing of it is changed or removed.
  `CREATE TABLE ${schema}.agreement_signature (
     tenant_id text NOT NULL, agreement_id uuid NOT NULL, office text NOT NULL CHECK (office IN ('information-owner', 'data-protection-officer')), person_id uuid NOT NULL, person_name text NOT NULL, signed_on date NOT NULL,
     PRIMARY KEY (tenant_id, agreement_id, office))`,
  // A council's own: what it shares now. The consumer reads this in the council's transaction and holds it until it has stored.
  `CREATE TABLE ${schema}.sharing_in_force (tenant_id text PRIMARY KEY, agreement_id uuid, version int, since date, fields jsonb NOT NULL, CHECK ((agreement_id IS NULL) = (version IS NULL)))`,
  `CREATE TABLE ${schema}.tracker_reference (tenant_id text NOT NULL, child_id uuid NOT NULL, reference text NOT NULL UNIQUE, PRIMARY KEY (tenant_id, child_id))`,
];

/** One grant, as each of the two councils keeps it. */
const GRANT_COLUMNS = `tenant_id text NOT NULL, id uuid NOT NULL, number text NOT NULL, reference text NOT NULL, other_tenant text NOT NULL, purpose text NOT NULL,
  asked_by uuid NOT NULL, asked_by_name text NOT NULL, asked_on date NOT NULL, state text NOT NULL CHECK (state IN ('requested', 'granted', 'refused', 'ended')), fields text[] NOT NULL DEFAULT '{}',
  decided_by uuid, decided_by_name text, decided_on date, expires_on date, refusal text, ended_on date, ended_how text CHECK (ended_how IN ('expired', 'revoked')),
  PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, number), CHECK (tenant_id <> other_tenant)`;

const grantTables = (schema: string): readonly string[] => [
  // The child's council's: whose profile it is.
  `CREATE TABLE ${schema}.disclosure (${GRANT_COLUMNS}, child_id uuid NOT NULL)`,
  `CREATE INDEX disclosure_asked ON ${schema}.disclosure (tenant_id, asked_on DESC, id DESC)`,
  `CREATE INDEX disclosure_due ON ${schema}.disclosure (tenant_id, expires_on) WHERE state = 'granted'`,
  // The receiving council's: what it may know, which is not who the child is.
  `CREATE TABLE ${schema}.disclosure_received (${GRANT_COLUMNS})`,
  `CREATE INDEX disclosure_received_asked ON ${schema}.disclosure_received (tenant_id, asked_on DESC, id DESC)`,
];

/** Version 1 with its fields, its signatures, its history, and what each council shares by it: written by the owner before the tables are closed, and once into the log that is. */
const seed = (schema: string): readonly string[] => {
  const { version, title, parties, purposes, lawfulBasis, specialCategoryCondition, startsOn, reviewOn, retentionRule, fields } = FIRST_AGREEMENT;
  return [
    `INSERT INTO ${schema}.sharing_agreement (tenant_id, id, version, title, parties, purposes, lawful_basis, special_category_condition, starts_on, review_on, retention_rule, state, in_force_on)
     VALUES ('${REGION}', '${AGREEMENT}', ${version}, ${literal(title)}, ${list(parties)}, ${list(purposes)}, ${literal(lawfulBasis)}, ${literal(specialCategoryCondition)}, '${startsOn}', '${reviewOn}', ${literal(retentionRule)}, 'in-force', '${startsOn}')`,
    `INSERT INTO ${schema}.shared_field (tenant_id, agreement_id, place, context, entity, field, level, transform, justification)
     SELECT '${REGION}', '${AGREEMENT}', at, split_part(f->>'name', '.', 1), split_part(f->>'name', '.', 2), split_part(f->>'name', '.', 3), f->>'level', f->>'transform', f->>'justification'
     FROM jsonb_array_elements(${json(fields)}) WITH ORDINALITY AS each(f, at)`,
    `INSERT INTO ${schema}.agreement_signature (tenant_id, agreement_id, office, person_id, person_name, signed_on)
     SELECT party, '${AGREEMENT}', office, person::uuid, name, '${SIGNED_ON}' FROM jsonb_to_recordset(${json(SIGNATURES)}) AS s(party text, office text, person text, name text)`,
    `INSERT INTO ${schema}.sharing_in_force (tenant_id, agreement_id, version, since, fields) SELECT party, '${AGREEMENT}', ${version}, '${startsOn}', ${json(fields)} FROM unnest(${list(parties)}) AS party`,
    `ALTER TABLE ${schema}.event_log NO FORCE ROW LEVEL SECURITY`,
    `INSERT INTO ${schema}.event_log (tenant_id, event_id, stream_id, type, effective_on, recorded_at, actor, correlation_id, data)
     SELECT '${REGION}', gen_random_uuid(), '${AGREEMENT}', h->>'type', (h->>'on')::date, (h->>'on')::date + time '09:00' AT TIME ZONE 'UTC', coalesce(h->'data'->>'person', 'partnership'), 'first-agreement', h->'data'
     FROM jsonb_array_elements(${json(HISTORY)}) WITH ORDINALITY AS each(h, at) ORDER BY at`,
    `ALTER TABLE ${schema}.event_log FORCE ROW LEVEL SECURITY`,
  ];
};

const closed = (schema: string): readonly string[] => [
  ...['sharing_agreement', 'shared_field', 'sharing_in_force', 'tracker_reference', 'disclosure', 'disclosure_received'].flatMap((table) => tenantOwned(schema, table)),
  ...tenantOwned(schema, 'agreement_signature', APPEND_ONLY),
];

/** What leaves a council, who signed for it, and who may see the profile of whose child. */
export const sharing: Migration = { name: '004-sharing', statements: (schema) => [...tables(schema), ...grantTables(schema), ...seed(schema), ...closed(schema)] };
