import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type Asked, parametersOf } from '../figures/counts.store.js';
import type { Indicator } from '../indicators/indicator.js';

/** A case behind a figure. `on` is the day for which it counts, `facts` dates and codes that say why. */
export type CaseRow = Readonly<{ id: Uuid; childId: Uuid; inNumerator: boolean; on: LocalDate | null; facts: Readonly<Record<string, string | number | null>> }>;

/** Which of an indicator's cases are listed, and for whom. */
export type Listing = Readonly<{ day: LocalDate; part: 'numerator' | 'denominator'; who: Who; today: LocalDate }>;

/**
 * The children whose cases open to a worker (own) or a manager (the team's, and those that no worker has), by the allocations that are believed now.
 * `$1` the authority, `$2` today, `$3` the person's id, `$4` their registration, `$5` their team.
 */
const WHOSE = `
  select a.child_id, bool_or(a.worker_id = $3::uuid or a.sw_registration = $4) as own, bool_or(w.team = $5) as team
  from allocation a left join worker w on w.tenant_id = $1 and w.known_to is null and (w.worker_id = a.worker_id or w.sw_registration = a.sw_registration)
  left join allocation_end e on e.tenant_id = $1 and e.allocation_id = a.allocation_id and e.known_to is null
  where a.tenant_id = $1 and a.known_to is null and a.allocated_from <= $2::date and (e.allocated_to is null or e.allocated_to > $2::date)
  group by a.child_id`;

/** The ids of the children whose cases the person may see; undefined for all of the authority. */
export const openTo = async (tx: TenantTx, tenant: TenantId, { who, today }: Listing): Promise<((childId: Uuid) => boolean) | undefined> => {
  const reach = who.capabilities.get('kpi:drill-to-case');
  if (reach === 'authority') return undefined;
  const rows = await tx.query<{ child_id: Uuid; own: boolean | null; team: boolean | null }[]>(WHOSE, [tenant, today, who.id, who.swRegistration ?? null, who.team ?? null]);
  const allocated = new Map(rows.map(({ child_id, own, team }) => [child_id, reach === 'own' ? own : own === true || team === true]));
  return (childId) => allocated.get(childId) ?? (reach === 'team' && !allocated.has(childId));
};

/** Every case of an indicator on a day, in the order of its id. */
export const casesOn = (tx: TenantTx, indicator: Indicator, { day, part }: Listing, asked: Asked): Promise<CaseRow[]> =>
  tx.query<CaseRow[]>(
    `select case_id as id, child_id as "childId", in_numerator as "inNumerator", happened_on as on, facts from (${indicator.rows}) r ${part === 'numerator' ? 'where in_numerator' : ''} order by case_id`,
    [...parametersOf(indicator, [day], asked)],
  );
