import { randomInt } from 'node:crypto';
import type { TenantId, Uuid } from '@permanence/kernel/values';
import { TrackerReference } from '@permanence/regional-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** No sign that is heard or read as another one. */
const SIGNS = '234679ACDEFGHJKMPQRTWXY';

const signs = (count: number): string => Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('');

const newReference = (): TrackerReference => TrackerReference(`TRK-${signs(4)}-${signs(2)}`);

/** A number by which two councils speak of one grant, `GR-4M9T6R`. */
export const newGrantNumber = (): string => `GR-${signs(6)}`;

type Known = Readonly<{ childId: Uuid; reference: TrackerReference }>;

/** A few references can be taken already: of four councils together there are far more than they need. */
const TRIES = 20;

/**
 * The tracker references of children of the council whose transaction this is; made where there is none yet. A reference
 * is random and stays with the child through every rebuild.
 */
export const trackerReferences = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, TrackerReference>> => {
  const wanted = [...new Set(childIds)].sort();
  const known = new Map<Uuid, TrackerReference>();
  for (let tries = 0; known.size < wanted.length; tries += 1) {
    if (tries > TRIES) throw new Error('no tracker reference is free');
    for (const { childId, reference } of await referencesOf(tx, tenant, wanted)) known.set(childId, reference);
    await make(tx, tenant, wanted.filter((id) => !known.has(id)));
  }
  return known;
};

const referencesOf = (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<Known[]> =>
  tx.query<Known[]>('select child_id as "childId", reference from tracker_reference where tenant_id = $1 and child_id = any($2::uuid[])', [tenant, childIds]);

/** Where a reference is taken, by a council whose rows this transaction does not see, none is made: the next try draws another. */
const make = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<void> => {
  if (childIds.length === 0) return;
  await tx.query(
    'insert into tracker_reference (tenant_id, child_id, reference) select $1, * from unnest($2::uuid[], $3::text[]) on conflict do nothing',
    [tenant, childIds, childIds.map(newReference)],
  );
};

/** Whose child a reference stands for; among the councils of the transaction. */
export const childBehind = async (tx: TenantTx, reference: TrackerReference): Promise<Readonly<{ tenant: TenantId; childId: Uuid }> | undefined> =>
  (await tx.query<{ tenant: TenantId; childId: Uuid }[]>('select tenant_id as tenant, child_id as "childId" from tracker_reference where reference = $1', [reference]))[0];
