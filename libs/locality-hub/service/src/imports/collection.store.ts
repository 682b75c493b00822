import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** Collection years whose whole Episodes file is held to the end of the year. */
export const completeEpisodeYears = async (tx: TenantTx, tenant: TenantId): Promise<Set<number>> =>
  new Set((await tx.query<{ year: number }[]>(`select year from collection where tenant_id = $1 and module = 'Episodes' and complete_to = make_date(year, 3, 31)`, [tenant])).map(({ year }) => year));

export type LoadedModules = Readonly<{ tenant: TenantId; year: number; modules: readonly string[]; completeTo: LocalDate; loadedAt: Instant; importId: Uuid; eventId: Uuid }>;

/** The event that last said so for each of these modules, to be corrected by the next. */
export const earlierLoads = async (tx: TenantTx, { tenant, year, modules }: LoadedModules): Promise<ReadonlyMap<string, { completeTo: LocalDate; eventId: Uuid }>> =>
  new Map(
    (await tx.query<{ module: string; completeTo: LocalDate; eventId: Uuid }[]>(
      `select module, complete_to as "completeTo", event_id as "eventId" from collection where tenant_id = $1 and year = $2 and module = any($3)`, [tenant, year, modules],
    )).map(({ module, ...rest }) => [module, rest]),
  );

/** Notes that whole files of these modules are held, to which day. A later load of the year replaces the day. */
export const keepCollection = (tx: TenantTx, { tenant, year, modules, completeTo, loadedAt, importId, eventId }: LoadedModules): Promise<unknown> =>
  tx.query(
    `insert into collection (tenant_id, year, module, complete_to, loaded_at, import_id, event_id) select $1, $2, unnest($3::text[]), $4, $5, $6, $7
     on conflict (tenant_id, year, module) do update set complete_to = excluded.complete_to, loaded_at = excluded.loaded_at, import_id = excluded.import_id, event_id = excluded.event_id`,
    [tenant, year, modules, completeTo, loadedAt, importId, eventId],
  );

/** The random id under which an authority's sibling groups get theirs. */
export const siblingGroupOwner = async (tx: TenantTx, tenant: TenantId): Promise<Uuid> => {
  await tx.query('insert into sibling_group_owner (tenant_id, id) values ($1, gen_random_uuid()) on conflict do nothing', [tenant]);
  const [row] = await tx.query<{ id: Uuid }[]>('select id from sibling_group_owner where tenant_id = $1', [tenant]);
  if (row === undefined) throw new Error('the sibling group owner was not made');
  return row.id;
};
