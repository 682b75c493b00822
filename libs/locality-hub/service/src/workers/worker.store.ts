import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** A person of the council as the record knows them. */
export type WorkerLine = Readonly<{ id: Uuid; registration: string | null; forename: string; surname: string; role: string; team: string | null; children: number }>;

/** All people of the council, by surname, each with the children in care who are theirs: whose worker they are, or whose cases they review. */
export const workersWithChildren = (tx: TenantTx, tenant: TenantId): Promise<WorkerLine[]> =>
  tx.query<WorkerLine[]>(
    `select w.id, w.registration, w.forename, w.surname, w.role, w.team, coalesce(k.children, 0) as children from worker w
     left join (
       select t.id, count(*)::int as children from child c, unnest(array[c.worker_id, c.reviewing_officer_id]) as t(id) where c.tenant_id = $1 and c.looked_after and t.id is not null group by t.id) k on k.id = w.id
     where w.tenant_id = $1 order by w.surname, w.forename, w.id`,
    [tenant],
  );

export type StaffMember = Readonly<{ registration: string; forename: string; surname: string; role: string; team?: string; id?: string }>;

/** Takes a staff list: whoever is here already, by registration or by id, is brought up to date and keeps their id. */
export const takeStaff = async (tx: TenantTx, tenant: TenantId, members: readonly StaffMember[]): Promise<void> => {
  await tx.query(
    `with given as (select distinct on (registration) * from jsonb_to_recordset($2::jsonb) as r(registration text, forename text, surname text, role text, team text, id uuid)),
     known as (
       select distinct on (g.registration) g.*, w.id as worker_id from given g
       join worker w on w.tenant_id = $1 and (w.registration = g.registration or w.id = g.id) order by g.registration, (w.registration = g.registration) desc nulls last),
     changed as (
       update worker w set registration = k.registration, forename = k.forename, surname = k.surname, role = k.role, team = k.team, person_id = coalesce(k.id, w.person_id)
       from known k where w.tenant_id = $1 and w.id = k.worker_id returning w.id)
     insert into worker (tenant_id, id, registration, forename, surname, role, team, person_id)
     select $1, coalesce(g.id, gen_random_uuid()), g.registration, g.forename, g.surname, g.role, g.team, g.id from given g
     where not exists (select 1 from known k where k.registration = g.registration)`,
    [tenant, JSON.stringify(members)],
  );
};

export type PersonHere = Readonly<{ id: Uuid; registration: string | null; forename: string; surname: string; role: string; team: string | null }>;

/** Makes the person who signed in known as a worker: the one with their registration, or with their account, else a new one with their account's id. @returns whether anything about them is new. */
export const knowPerson = async (tx: TenantTx, tenant: TenantId, { id, registration, forename, surname, role, team }: PersonHere): Promise<boolean> => {
  const parameters = [tenant, id, registration, forename, surname, role, team];
  const [known] = await tx.query<{ id: Uuid; isSame: boolean }[]>(
    `select id, (person_id, registration, forename, surname, role, team) is not distinct from ($2::uuid, coalesce($3::text, registration), $4::text, $5::text, $6::text, $7::text) as "isSame"
     from worker where tenant_id = $1 and (registration = $3 or person_id = $2 or id = $2) order by (registration = $3) desc nulls last, id limit 1`,
    parameters,
  );
  if (known === undefined) {
    await tx.query(`insert into worker (tenant_id, id, person_id, registration, forename, surname, role, team) values ($1, $2, $2, $3, $4, $5, $6, $7) on conflict do nothing`, parameters);
  } else if (!known.isSame) {
    await tx.query(
      `update worker set person_id = $2, registration = coalesce($3, registration), forename = $4, surname = $5, role = $6, team = $7 where tenant_id = $1 and id = $8`, [...parameters, known.id],
    );
  }
  return !known?.isSame;
};

/** Gives their children to workers who came after the file that names their registration. */
export const claimChildren = (tx: TenantTx, tenant: TenantId): Promise<unknown> =>
  tx.query(
    `update child c set worker_id = w.id, version = c.version + 1 from worker w
     where c.tenant_id = $1 and c.worker_id is null and w.tenant_id = $1 and w.registration = c.worker_registration`,
    [tenant],
  );
