import { Instant, type LocalDate, type TenantId, type Uuid } from '@permanence/kernel/values';
import { type Fact, NO_PLAN, PLAN_EVENT_TYPES, type PermanencePlan, type PlanEvent, type PlanFactType, evolvePlan } from '@permanence/locality-hub/domain';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';

/** A plan and how many events it is the fold of. */
export type HeldPlan = Readonly<{ plan: PermanencePlan; version: number }>;

export const NOTHING_HELD: HeldPlan = { plan: NO_PLAN, version: 0 };

/** The plan after more has happened. */
export const foldedOn = ({ plan, version }: HeldPlan, events: readonly PlanEvent[]): HeldPlan => ({ plan: events.reduce(evolvePlan, plan), version: version + events.length });

type LoggedPlanEvent = PlanEvent & Readonly<{ childId: Uuid }>;

/** Children's plans as the log tells them: what is true of each whatever the rows say. A child of whom nothing was ever planned is not among them. */
export const plansInLog = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, HeldPlan>> => {
  const events = await tx.query<LoggedPlanEvent[]>(
    `select stream_id as "childId", type, effective_on as "effectiveOn", data from event_log
     where tenant_id = $1 and stream_id = any($2::uuid[]) and type = any($3) and not withdrawn order by recorded_at, position`,
    [tenant, childIds, PLAN_EVENT_TYPES],
  );
  const plans = new Map<Uuid, HeldPlan>();
  for (const { childId, ...event } of events) plans.set(childId, foldedOn(plans.get(childId) ?? NOTHING_HELD, [event as PlanEvent]));
  return plans;
};

/** A plan as one event left it, and who recorded that event when; version 0 is no plan, which nobody recorded. */
export type PlanVersion = HeldPlan & Readonly<{ what: PlanFactType | null; at: Instant | null; by: Readonly<{ name: string; role: string }> | null }>;

type RecordedPlanEvent = PlanEvent & Readonly<{ recordedAt: Instant; name: string; role: string | null }>;

/** All versions of a child's plan, oldest first. */
export const planVersions = async (tx: TenantTx, tenant: TenantId, childId: Uuid): Promise<readonly PlanVersion[]> => {
  const events = await tx.query<RecordedPlanEvent[]>(
    `select e.type, e.effective_on as "effectiveOn", e.data, e.recorded_at as "recordedAt", concat_ws(' ', a.forename, a.surname) as name, a.role from event_log e
     left join lateral (select forename, surname, role from worker w where w.tenant_id = $1 and (w.person_id::text = e.actor or w.id::text = e.actor) limit 1) a on true
     where e.tenant_id = $1 and e.stream_id = $2 and e.type = any($3) and not e.withdrawn order by e.recorded_at, e.position`,
    [tenant, childId, PLAN_EVENT_TYPES],
  );
  const versions: PlanVersion[] = [{ ...NOTHING_HELD, what: null, at: null, by: null }];
  for (const { recordedAt, name, role, ...event } of events) {
    versions.push({ ...foldedOn(versions.at(-1) ?? NOTHING_HELD, [event as PlanEvent]), what: event.type, at: Instant(new Date(recordedAt).toISOString()), by: role === null ? null : { name, role } });
  }
  return versions;
};

/** Children's plans as their rows have them. */
export const plansHeld = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, HeldPlan>> => {
  const rows = await tx.query<(HeldPlan & { childId: Uuid })[]>('select child_id as "childId", plan, version from permanence_plan where tenant_id = $1 and child_id = any($2::uuid[])', [tenant, childIds]);
  return new Map(rows.map(({ childId, ...held }) => [childId, held]));
};

export const keepPlans = (tx: TenantTx, tenant: TenantId, plans: readonly (HeldPlan & Readonly<{ childId: Uuid }>)[]): void => {
  if (plans.length === 0) return;
  alongside(
    tx,
    `insert into permanence_plan (tenant_id, child_id, status, plan, version)
     select $1, "childId", plan->>'status', plan, version from jsonb_to_recordset($2::jsonb) as r("childId" uuid, plan jsonb, version int)
     on conflict (tenant_id, child_id) do update set status = excluded.status, plan = excluded.plan, version = excluded.version`,
    [tenant, JSON.stringify(plans)],
  );
};

type FactRow = Fact & Readonly<{ childId: Uuid }>;

/** All facts of children, of files and made here, by child. */
export const factsByChild = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Fact[]>> => {
  const rows = await tx.query<FactRow[]>('select child_id as "childId", key, type, effective_on as "effectiveOn", data from fact where tenant_id = $1 and child_id = any($2::uuid[])', [tenant, childIds]);
  const facts = new Map<Uuid, Fact[]>(childIds.map((childId) => [childId, []]));
  for (const { childId, ...fact } of rows) facts.get(childId)?.push(fact as Fact);
  return facts;
};

/** Children whose plan may have to follow: without a line in the tracker, with events that the row does not count, or at home with a plan that time alone achieves. */
export const childrenToFollow = async (tx: TenantTx, tenant: TenantId): Promise<Uuid[]> => {
  const rows = await tx.query<{ id: Uuid }[]>(
    `with logged as (select stream_id as child_id, count(*)::int as events from event_log where tenant_id = $1 and type = any($2) and not withdrawn group by stream_id)
     select c.id from child c
     left join tracker_row t on t.tenant_id = c.tenant_id and t.child_id = c.id
     left join permanence_plan p on p.tenant_id = c.tenant_id and p.child_id = c.id
     left join logged l on l.child_id = c.id
     where c.tenant_id = $1 and ((c.looked_after and t.child_id is null) or coalesce(p.version, 0) <> coalesce(l.events, 0) or (p.status = 'agreed' and not c.looked_after)) order by c.id`,
    [tenant, PLAN_EVENT_TYPES],
  );
  return rows.map(({ id }) => id);
};

/** Children in care in the year before their 15th birthday of whom no date of a pathway plan is listed yet, and those of whom one is listed before that year: time alone brings the date (C37). */
export const childrenOfPathwayAge = async (tx: TenantTx, tenant: TenantId, today: LocalDate): Promise<Uuid[]> => {
  const rows = await tx.query<{ id: Uuid }[]>(
    `select c.id from child c
     left join lateral (select max(k.due_on) filter (where k.clock_id = 'C37') as due, count(*) as listed from clock k where k.tenant_id = c.tenant_id and k.child_id = c.id and k.clock_id in ('C37', 'C39') and k.met_on is null) k on true
     where c.tenant_id = $1 and c.looked_after and ((c.birth_date between ($2::date - interval '15 years') and ($2::date - interval '14 years') and k.listed = 0) or k.due > $2::date + interval '1 year') order by c.id`,
    [tenant, today],
  );
  return rows.map(({ id }) => id);
};

/** Holds children until the end of the transaction, always in one order. */
export const holdChildren = (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<unknown> =>
  tx.query('select 1 from child where tenant_id = $1 and id = any($2::uuid[]) order by id for update', [tenant, childIds]);
