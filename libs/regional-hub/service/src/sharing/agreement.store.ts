import { type AgreementState, type AgreementTerms, type DraftedAgreement, type Ending, FieldName, type Office, type SharedField, type Signature, partsOfName } from '@permanence/regional-hub/domain';
import { type LocalDate, REGION, type TenantId, type Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** A version as it is stored, with its id. */
export type StoredAgreement = Readonly<{ id: Uuid; state: DraftedAgreement }>;

/** A signature with the name of the person, for the page that shows who signed. */
export type NamedSignature = Signature & Readonly<{ name: string }>;

type Row = Omit<AgreementTerms, 'fields' | 'endsOn'> & Readonly<{
  id: Uuid; endsOn: LocalDate | null; state: AgreementState; inForceOn: LocalDate | null; endedOn: LocalDate | null; ending: Ending | null;
}>;

const COLUMNS = `id, version, title, parties, purposes, lawful_basis as "lawfulBasis", special_category_condition as "specialCategoryCondition", starts_on as "startsOn", review_on as "reviewOn",
  ends_on as "endsOn", retention_rule as "retentionRule", state, in_force_on as "inForceOn", ended_on as "endedOn", ending`;

/** One at a time decides about the agreement: versions, signatures and what councils share change together. */
export const takeTurnAtAgreement = async (tx: TenantTx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtext('regional-hub sharing agreement'))`);
};

/** Every version, the newest first, whole. The transaction is the partnership's: signatures are the councils' own rows. */
export const agreements = async (tx: TenantTx): Promise<StoredAgreement[]> => {
  const rows = await tx.query<Row[]>(`select ${COLUMNS} from sharing_agreement where tenant_id = $1 order by version desc`, [REGION]);
  const stored: StoredAgreement[] = [];
  for (const row of rows) stored.push(toStored(row, await fieldsOf(tx, row.id), await signaturesOf(tx, row.id)));
  return stored;
};

const toStored = ({ id, state, inForceOn, endedOn, ending, endsOn, ...terms }: Row, fields: readonly SharedField[], signatures: readonly Signature[]): StoredAgreement => ({
  id, state: { status: state, terms: { ...terms, endsOn: endsOn ?? undefined, fields }, signatures, inForceOn: inForceOn ?? undefined, endedOn: endedOn ?? undefined, ending: ending ?? undefined },
});

const fieldsOf = async (tx: TenantTx, id: Uuid): Promise<SharedField[]> =>
  (await tx.query<(Omit<SharedField, 'name'> & { name: string })[]>(
    `select concat_ws('.', context, entity, field) as name, level, transform, justification from shared_field where tenant_id = $1 and agreement_id = $2 order by place`, [REGION, id],
  )).map((field) => ({ ...field, name: FieldName(field.name) }));

/** Who signed a version, council by council. */
export const signaturesOf = (tx: TenantTx, id: Uuid): Promise<NamedSignature[]> =>
  tx.query<NamedSignature[]>(
    `select tenant_id as party, office, person_id as person, person_name as name, signed_on as "on" from agreement_signature where agreement_id = $1 order by tenant_id, office desc`, [id],
  );

/** Keeps a version that was drafted now. */
export const addAgreement = async (tx: TenantTx, id: Uuid, { version, title, parties, purposes, lawfulBasis, specialCategoryCondition, startsOn, reviewOn, endsOn, retentionRule, fields }: AgreementTerms): Promise<void> => {
  await tx.query(
    `insert into sharing_agreement (tenant_id, id, version, title, parties, purposes, lawful_basis, special_category_condition, starts_on, review_on, ends_on, retention_rule, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft')`,
    [REGION, id, version, title, parties, purposes, lawfulBasis, specialCategoryCondition, startsOn, reviewOn, endsOn ?? null, retentionRule],
  );
  await tx.query(
    `insert into shared_field (tenant_id, agreement_id, place, context, entity, field, level, transform, justification)
     select $1, $2, place, context, entity, field, level, transform, justification
     from jsonb_to_recordset($3::jsonb) as f(place int, context text, entity text, field text, level text, transform text, justification text)`,
    [REGION, id, JSON.stringify(fields.map(({ name, level, transform, justification }, place) => ({ place, ...partsOfName(name), level, transform, justification })))],
  );
};

/** Keeps what of a version changes: its state and its days. The terms stay as they were signed. */
export const keepAgreement = async (tx: TenantTx, { id, state: { status, terms, inForceOn, endedOn, ending } }: StoredAgreement): Promise<void> => {
  await tx.query(
    'update sharing_agreement set state = $3, review_on = $4, in_force_on = $5, ended_on = $6, ending = $7 where tenant_id = $1 and id = $2',
    [REGION, id, status, terms.reviewOn, inForceOn ?? null, endedOn ?? null, ending ?? null],
  );
};

export const addSignature = async (tx: TenantTx, agreementId: Uuid, signature: Readonly<{ party: TenantId; office: Office; person: Uuid; name: string; on: LocalDate }>): Promise<void> => {
  await tx.query(
    'insert into agreement_signature (tenant_id, agreement_id, office, person_id, person_name, signed_on) values ($1, $2, $3, $4, $5, $6)',
    [signature.party, agreementId, signature.office, signature.person, signature.name, signature.on],
  );
};
