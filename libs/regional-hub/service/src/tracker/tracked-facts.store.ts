import type { AdoptionStep, PlanTold, TimeInCare, TrackedChild } from '@permanence/regional-hub/domain';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** What is known of a child beside the way: each part as the newest that anybody stated. */
export type Characteristics = Readonly<{ birthDate: LocalDate | null; sex: string | null; ethnicity: string | null; siblingGroup: string | null; disabilities: readonly string[]; statedReasons: readonly string[]; restricted: boolean }>;

export type Tracked = TrackedChild & Characteristics & Readonly<{ childId: Uuid }>;

const knownOf = (alias: string): string => `${alias}.tenant_id = $1 and ${alias}.child_id = i.child_id and ${alias}.known_to is null`;

/** The newest value of a column that was stated. */
const newest = (column: string): string => `(select c.${column} from child c where ${knownOf('c')} and c.${column} is not null order by c.stated_on desc nulls last, c.known_from desc, c.event_id limit 1)`;

const list = (select: string): string => `coalesce((select jsonb_agg(row_to_json(r) order by r."on") from (${select}) r), '[]')`;

const CARE = `coalesce((select jsonb_agg(jsonb_build_object('startedOn', s.started_on, 'endedOn', e.ended_on, 'reason', e.reason) order by s.started_on) from care_period s
  left join care_period_end e on e.tenant_id = $1 and e.period_id = s.period_id and e.known_to is null where s.tenant_id = $1 and s.child_id = i.child_id and s.known_to is null), '[]')`;

const PLANS = [
  list(`select 'set' as kind, agreed_on as "on", primary_route as "primary", coalesce(parallels, '{}') as parallels, coalesce(milestones, '[]') as milestones from plan_set where ${knownOf('plan_set')} and agreed_on is not null and primary_route is not null`),
  list(`select 'changed' as kind, changed_on as "on", primary_route as "primary", coalesce(parallels, '{}') as parallels from plan_change where ${knownOf('plan_change')} and changed_on is not null`),
  list(`select 'milestone' as kind, told_on as "on", milestone as code, due_on as "dueOn", done_on as "doneOn" from plan_milestone where ${knownOf('plan_milestone')} and told_on is not null`),
  list(`select case when broken_down_cause is null then 'achieved' else 'broken-down' end as kind, ended_on as "on" from plan_end where ${knownOf('plan_end')} and ended_on is not null`),
].join(' || ');

const STEPS = list(`select fact, happened_on as "on" from adoption_fact where ${knownOf('adoption_fact')} and happened_on is not null`);

/** The stay that lasts, or began last. */
const PLACEMENT = `(select jsonb_build_object('type', s.placement_type, 'provider', s.provider, 'authority', s.local_authority) from stay s
  left join stay_end e on e.tenant_id = $1 and e.stay_id = s.stay_id and e.known_to is null
  where s.tenant_id = $1 and s.child_id = i.child_id and s.known_to is null and s.placement_type not like 'T%' order by e.ended_on desc nulls first, s.started_on desc limit 1)`;

type Row = Characteristics & Readonly<{ childId: Uuid; care: TimeInCare[]; plans: (PlanTold & { milestones?: { code: string; dueOn?: LocalDate; doneOn?: LocalDate }[] })[]; steps: AdoptionStep[]; placement: TrackedChild['placement'] }>;

const childToTracked = ({ plans, ...row }: Row): Tracked => ({
  ...row,
  plans: plans.map((told) => (told.kind === 'set' ? { ...told, milestones: told.milestones.map(({ code, dueOn, doneOn }) => ({ code, dueOn: dueOn ?? null, doneOn: doneOn ?? null })) } : told)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
});

/** What the tracker stands on, as known now, of some children of a council: one query. */
export const trackedFacts = async (tx: TenantTx, tenant: TenantId, children: readonly Uuid[]): Promise<readonly Tracked[]> => {
  const rows = await tx.query<Row[]>(
    `select i.child_id as "childId", ${newest('birth_date')} as "birthDate", ${newest('sex')} as sex, ${newest('ethnicity')} as ethnicity, (${newest('sibling_groups')})[1] as "siblingGroup",
       coalesce(${newest('disability_codes')}, '{}') as disabilities, coalesce(${newest('harder_reasons')}, '{}') as "statedReasons",
       coalesce((select r.restricted from restriction r where ${knownOf('r')} order by r.changed_on desc nulls last, r.known_from desc limit 1), false) as restricted,
       ${CARE} as care, ${PLANS} as plans, ${STEPS} as steps, ${PLACEMENT} as placement
     from unnest($2::uuid[]) as i(child_id)`,
    [tenant, children],
  );
  return rows.map(childToTracked);
};
