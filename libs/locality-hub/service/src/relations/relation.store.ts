import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { Relation, RelationEvent, RelationKind } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';

export type RelationLine = Readonly<{
  id: Uuid; personId: Uuid; personName: string; personRole: string; team: string | null; reference: string; kind: RelationKind; status: Relation['status'];
  declaredAt: Instant; confirmedByName: string | null; confirmedAt: Instant | null; withdrawnAt: Instant | null;
}>;

const LINES = `select r.id, r.person_id as "personId", r.person_name as "personName", r.person_role as "personRole", r.team, r.reference, r.kind, r.status,
    r.declared_at as "declaredAt", r.confirmed_by_name as "confirmedByName", r.confirmed_at as "confirmedAt", r.withdrawn_at as "withdrawnAt" from declared_relation r`;

/** What a manager decides: their team's, and of the council that of people without a team and of other managers, whose own team has nobody else. `$2` is the team. */
const IN_REACH = `(r.team = $2 or r.team is null or r.person_role = 'team-manager')`;

type Wanted = Readonly<{ cursor?: Uuid | undefined; limit: number }>;

/** A page of what a person declared, newest first, one more than the limit. */
export const ownRelations = (tx: TenantTx, who: Who, { cursor, limit }: Wanted): Promise<RelationLine[]> =>
  tx.query<RelationLine[]>(
    `${LINES} where r.tenant_id = $1 and r.person_id = $2 and ($3::uuid is null or (r.declared_at, r.id) < (select declared_at, id from declared_relation where tenant_id = $1 and id = $3)) order by r.declared_at desc, r.id desc limit $4`,
    [who.authority, who.id, cursor ?? null, limit + 1],
  );

/** A page of what others declared and a manager decides on: what stands, newest first, one more than the limit. */
export const relationsForManager = (tx: TenantTx, who: Who, { cursor, limit }: Wanted): Promise<RelationLine[]> =>
  tx.query<RelationLine[]>(
    `${LINES} where r.tenant_id = $1 and r.person_id <> $3 and ${IN_REACH} and r.status <> 'withdrawn'
       and ($4::uuid is null or (r.declared_at, r.id) < (select declared_at, id from declared_relation where tenant_id = $1 and id = $4)) order by r.declared_at desc, r.id desc limit $5`,
    [who.authority, who.team ?? null, who.id, cursor ?? null, limit + 1],
  );

/** All that a person has declared and that stands, held until the end: two declarations come one after the other. */
export const standingOf = async (tx: TenantTx, who: Who): Promise<RelationLine[]> => {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`relations ${who.authority} ${who.id}`]);
  return tx.query<RelationLine[]>(`${LINES} where r.tenant_id = $1 and r.person_id = $2 and r.status <> 'withdrawn'`, [who.authority, who.id]);
};

/** A relation that is the person's own, or that they decide on where they are a manager. */
export const findRelation = async (tx: TenantTx, who: Who, id: Uuid): Promise<RelationLine | undefined> =>
  (await tx.query<RelationLine[]>(`${LINES} where r.tenant_id = $1 and r.id = $3 and (r.person_id = $4 or ($5 and ${IN_REACH})) for update`, [who.authority, who.team ?? null, id, who.id, who.capabilities.has('relation:confirm')]))[0];

/** As the rules know it. */
export const relationOf = ({ id, personId, reference, kind, status }: RelationLine): Relation => ({ relationId: id, by: personId, reference, kind, status });

/** Keeps what an event says. */
export const keepRelation = async (tx: TenantTx, tenant: TenantId, who: Who, event: RelationEvent): Promise<void> => {
  if (event.type === 'relation-declared')
    await tx.query(
      `insert into declared_relation (tenant_id, id, person_id, person_name, person_role, team, reference, kind, status, declared_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'declared', $9)`,
      [tenant, event.relationId, who.id, who.name, who.roles[0] ?? '', who.team ?? null, event.reference, event.kind, event.at],
    );
  else if (event.type === 'relation-confirmed')
    await tx.query(`update declared_relation set status = 'confirmed', confirmed_by = $3, confirmed_by_name = $4, confirmed_at = $5 where tenant_id = $1 and id = $2`, [tenant, event.relationId, who.id, who.name, event.at]);
  else await tx.query(`update declared_relation set status = 'withdrawn', withdrawn_at = $3 where tenant_id = $1 and id = $2`, [tenant, event.relationId, event.at]);
};
