import { BROAD_GROUPS, type Storable, type Transform } from '@permanence/regional-hub/domain';
import type { TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { FACT_COLUMNS, type FactTable } from '../projections/fact-table.js';
import { FACT_TABLES } from '../projections/fact-tables.js';
import { refreshEntries } from '../tracker/refresh-entries.js';
import { mayStore } from './keep-named.js';
import { storedColumnsOf } from './stored-columns.js';

/** What a stored column becomes under a form of sharing, and which of its values are not so yet; undefined: it may stay. */
const coarsened = (column: string, type: string, transform: Transform | undefined): Readonly<{ becomes: string; where: string }> | undefined => {
  if (transform === 'as-is' || transform === 'ref-only') return undefined;
  if (transform === 'month-only' && type === 'date') return { becomes: `date_trunc('month', ${column})::date`, where: `${column} <> date_trunc('month', ${column})` };
  // A finer value cannot be made coarse here without knowing what it means: it goes, and a rebuild brings the coarse one.
  if (transform === 'broad-group' && type === 'text') return { becomes: 'null', where: `${column} <> all('{${BROAD_GROUPS.join(',')}}')` };
  return { becomes: 'null', where: `${column} is not null` };
};

const eraseFrom = async (tx: TenantTx, tenant: TenantId, storable: Storable, table: FactTable): Promise<void> => {
  if (!mayStore(storable, table)) {
    await tx.query(`delete from ${table.name} where tenant_id = $1`, [tenant]);
    return;
  }
  const { columns } = storedColumnsOf(table);
  const types: Readonly<Record<string, string>> = { ...FACT_COLUMNS, ...table.columns };
  for (const [column, name] of Object.entries(columns)) {
    const change = coarsened(column, types[column] ?? '', storable.get(name));
    if (change !== undefined) await tx.query(`update ${table.name} set ${column} = ${change.becomes} where tenant_id = $1 and ${change.where}`, [tenant]);
  }
};

/** Takes out of a council's read model whatever may no longer be stored of it, at once (regional-hub 3.2). */
export const eraseUnnamed = async (tx: TenantTx, tenant: TenantId, storable: Storable): Promise<void> => {
  for (const table of FACT_TABLES) await eraseFrom(tx, tenant, storable, table);
  await refreshEntries(tx, tenant, 'all');
  const child = storedColumnsOf({ name: 'child' }).columns['child_id'];
  if (child === undefined || !storable.has(child)) await tx.query('delete from tracker_reference where tenant_id = $1', [tenant]);
};
