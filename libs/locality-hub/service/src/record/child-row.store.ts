import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { StatutoryClock } from '@permanence/statutory-clocks/catalogue';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';
import { newReference } from './reference.js';

/** A child's line in lists, computed from the facts: never typed. What is absent is "not recorded". */
export type ChildRow = Readonly<{
  id: Uuid;
  forename?: string | undefined;
  surname?: string | undefined;
  birthDate?: LocalDate | undefined;
  sex?: string | undefined;
  ethnicity?: string | undefined;
  unaccompanied: boolean;
  siblingGroups: readonly Uuid[];
  lookedAfter: boolean;
  inCareSince?: LocalDate | undefined;
  inCareSinceKnown?: boolean | undefined;
  legalStatus?: string | undefined;
  placement?: string | undefined;
  provider?: string | undefined;
  place?: string | undefined;
  homeSince?: LocalDate | undefined;
  missingSince?: LocalDate | undefined;
  workerRegistration?: string | undefined;
  workerId?: Uuid | undefined;
  reviewingOfficerId?: Uuid | undefined;
  nextClock?: string | undefined;
  nextDue?: LocalDate | undefined;
  asAt: LocalDate | null;
}>;

export type NewChild = Readonly<{ id: Uuid; code: string; recordNo: number }>;

/** Makes records, each with a reference of its own; one that is taken is drawn again. */
export const createChildren = async (tx: TenantTx, tenant: string, children: readonly NewChild[]): Promise<void> => {
  for (let missing = children; missing.length > 0; ) {
    const made = await tx.query<{ id: Uuid }[]>(
      `insert into child (tenant_id, id, reference, council_code, record_no) select $1, id, reference, code, "recordNo"
       from jsonb_to_recordset($2::jsonb) as r(id uuid, reference text, code text, "recordNo" int) on conflict (tenant_id, reference) do nothing returning id`,
      [tenant, JSON.stringify(missing.map((child) => ({ ...child, reference: newReference() })))],
    );
    const done = new Set(made.map(({ id }) => id));
    missing = missing.filter(({ id }) => !done.has(id));
  }
};

/** Puts the children's lines in agreement with their facts. A registration that a person of the council has makes the child theirs. */
export const updateChildren = (tx: TenantTx, tenant: string, rows: readonly ChildRow[]): void => {
  if (rows.length === 0) return;
  alongside(
    tx,
    `update child c set forename = r.forename, surname = r.surname, birth_date = r."birthDate", sex = r.sex, ethnicity = r.ethnicity, unaccompanied = r.unaccompanied,
       sibling_groups = coalesce((select array_agg(g::uuid) from jsonb_array_elements_text(r."siblingGroups") g), '{}'), looked_after = r."lookedAfter", in_care_since = r."inCareSince", in_care_since_known = r."inCareSinceKnown",
       legal_status = r."legalStatus", placement = r.placement, provider = r.provider, place = r.place, home_since = r."homeSince", missing_since = r."missingSince",
       worker_registration = r."workerRegistration", worker_id = coalesce(r."workerId", w.id), reviewing_officer_id = r."reviewingOfficerId", next_clock = r."nextClock", next_due = r."nextDue", as_at = greatest(c.as_at, r."asAt"), version = c.version + 1
     from jsonb_to_recordset($2::jsonb) as r(id uuid, forename text, surname text, "birthDate" date, sex text, ethnicity text, unaccompanied boolean, "siblingGroups" jsonb, "lookedAfter" boolean,
       "inCareSince" date, "inCareSinceKnown" boolean, "legalStatus" text, placement text, provider text, place text, "homeSince" date, "missingSince" date, "workerRegistration" text, "workerId" uuid, "reviewingOfficerId" uuid,
       "nextClock" text, "nextDue" date, "asAt" date)
     left join worker w on w.tenant_id = $1 and w.registration = r."workerRegistration"
     where c.tenant_id = $1 and c.id = r.id`,
    [tenant, JSON.stringify(rows)],
  );
};

export type ClocksOfChild = Readonly<{ childId: Uuid; clocks: readonly StatutoryClock[] }>;

/** Starts, meets and voids the children's clocks in the transaction of the events that do so. A clock that is as it was is left alone. */
export const replaceClocks = (tx: TenantTx, tenant: string, children: readonly ClocksOfChild[]): void => {
  if (children.length === 0) return;
  const rows = children.flatMap(({ childId, clocks }) =>
    clocks.map((clock) => ({ childId, clockId: clock.clockId, startedOn: clock.startedOn, dueOn: clock.dueOn, metOn: 'metOn' in clock ? clock.metOn : null, isVoid: clock.status === 'void' })),
  );
  alongside(
    tx,
    `delete from clock c where tenant_id = $1 and child_id = any($2) and not exists (
       select from jsonb_to_recordset($3::jsonb) as r("childId" uuid, "clockId" text, "startedOn" date) where r."childId" = c.child_id and r."clockId" = c.clock_id and r."startedOn" = c.started_on)`,
    [tenant, children.map(({ childId }) => childId), JSON.stringify(rows)],
  );
  alongside(
    tx,
    `insert into clock (tenant_id, child_id, clock_id, started_on, due_on, met_on, void)
     select $1, "childId", "clockId", "startedOn", "dueOn", "metOn", "isVoid" from jsonb_to_recordset($2::jsonb) as r("childId" uuid, "clockId" text, "startedOn" date, "dueOn" date, "metOn" date, "isVoid" boolean)
     on conflict (tenant_id, child_id, clock_id, started_on) do update set due_on = excluded.due_on, met_on = excluded.met_on, void = excluded.void
     where (clock.due_on, clock.met_on, clock.void) is distinct from (excluded.due_on, excluded.met_on, excluded.void)`,
    [tenant, JSON.stringify(rows)],
  );
};
