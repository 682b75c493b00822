import { type SharedField, type Storable, storableOf } from '@permanence/regional-hub/domain';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type TenantTx, prepared } from '@permanence/platform/tenant-db';

/** What a council shares now: the fields of the version in force, none where no version is. */
export type SharedBy = Readonly<{ agreementId: Uuid | null; version: number | null; since: LocalDate | null; fields: readonly SharedField[] }>;

const NOTHING: SharedBy = { agreementId: null, version: null, since: null, fields: [] };

/**
 * What the council of the transaction shares, by its own row. `held` keeps it so until the transaction ends: whoever
 * stores and whoever brings another version into force wait for each other, so that nothing slips between them.
 */
export const sharedBy = async (tx: TenantTx, tenant: TenantId, { held = false } = {}): Promise<SharedBy> => {
  const [found] = await prepared<SharedBy>(
    tx, `select agreement_id as "agreementId", version, since, fields from sharing_in_force where tenant_id = $1 ${held ? 'for share' : ''}`, [tenant],
  );
  return found ?? NOTHING;
};

/** What may be stored of the council, kept so until the transaction ends. */
export const storableFor = async (tx: TenantTx, tenant: TenantId): Promise<Storable> => storableOf((await sharedBy(tx, tenant, { held: true })).fields);

/** From now on the council shares this. */
export const setSharedBy = async (tx: TenantTx, tenant: TenantId, { agreementId, version, since, fields }: SharedBy): Promise<void> => {
  await tx.query(
    `insert into sharing_in_force (tenant_id, agreement_id, version, since, fields) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id) do update set agreement_id = excluded.agreement_id, version = excluded.version, since = excluded.since, fields = excluded.fields`,
    [tenant, agreementId, version, since, JSON.stringify(fields)],
  );
};
