import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import type { Fact } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { ClockId } from '@permanence/statutory-clocks/catalogue';
import { type TenantTx, prepared } from '@permanence/platform/tenant-db';
import { WITH_VIEWER, type Seen, seenColumns, viewerOf } from './visibility.js';

export type WorkerOfChild = Readonly<{ id: Uuid; registration: string | null; forename: string; surname: string }>;
export type NamedWorker = WorkerOfChild & Readonly<{ role: string; team: string | null; children: number }>;
export type SiblingLine = Seen & Readonly<{
  id: Uuid; reference: string; forename: string | null; surname: string | null; birthDate: LocalDate | null; lookedAfter: boolean; placement: string | null; place: string | null;
  postcode: string | null; workerForename: string | null; workerSurname: string | null;
}>;
export type ClockLine = Readonly<{ clock: ClockId; dueOn: LocalDate; metOn: LocalDate | null; running: boolean }>;
export type FindingLine = Readonly<{ id: Uuid; rule: string; sentence: string; module: string; year: number; column: string | null }>;
export type LoggedLine = Readonly<{
  eventId: Uuid; type: string; effectiveOn: LocalDate; recordedAt: Instant; corrects: Uuid | null; withdrawn: boolean; position: number; data: Readonly<Record<string, unknown>>;
  byName: string | null; byRole: string | null; importedBy: string | null; files: readonly Readonly<{ module: string; name: string }>[] | null;
}>;

/** What is read about one child. All parts asked for come in one query, however many they are. */
export type Parts = {
  facts: readonly Fact[];
  /** Those who are or were the child's worker, as far as they are people of the council. */
  workers: readonly WorkerOfChild[];
  named: readonly NamedWorker[];
  clocks: readonly ClockLine[];
  siblings: readonly SiblingLine[];
  findings: readonly FindingLine[];
  entries: number;
  /** The last entries of the chronology, with all corrections. */
  latest: readonly LoggedLine[];
  chronology: readonly LoggedLine[];
};

const LATEST = 5;

const list = (select: string): string => `(select coalesce(json_agg(r), '[]'::json) from (${select}) r)`;

const OF_CHILD = `tenant_id = $1 and child_id = $5`;
/** Emergency access is told by who has looked, not here. */
const LOG = `event_log where tenant_id = $1 and stream_id = $5 and type not like 'emergency-access-%'`;

/** Entries of the log with who recorded each and the files of the import that it came with. */
const logged = (roots: string): string => list(
  `select e.event_id as "eventId", e.type, e.effective_on as "effectiveOn", e.recorded_at as "recordedAt", e.corrects, e.withdrawn, e.position, e.data,
     concat_ws(' ', a.forename, a.surname) as "byName", a.role as "byRole", i.started_by_name as "importedBy",
     (select json_agg(json_build_object('module', f.module, 'name', f.name) order by f.number) from import_file f where f.tenant_id = $1 and f.import_id = i.id and f.module is not null) as files
   from (${roots} union all (select * from ${LOG} and corrects is not null)) e
   left join import i on i.tenant_id = $1 and i.id = case when e.correlation_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.correlation_id::uuid end
   left join lateral (select forename, surname, role from worker wk where wk.tenant_id = $1 and (wk.person_id::text = e.actor or wk.id::text = e.actor) limit 1) a on true
   order by e.position`,
);

const partsFor = (who: Who): Readonly<Record<keyof Parts, string>> => ({
  facts: list(`select key, type, effective_on as "effectiveOn", data from fact where ${OF_CHILD} order by effective_on, key`),
  workers: list(
    `select id, registration, forename, surname from worker where tenant_id = $1 and (
       registration in (select data->>'swRegistration' from fact where ${OF_CHILD} and type = 'social-worker-allocated')
       or id in (select (data->>'workerId')::uuid from fact where ${OF_CHILD} and type = 'social-worker-allocated'))`,
  ),
  named: list(
    `select wk.id, wk.registration, wk.forename, wk.surname, wk.role, wk.team, (select count(*)::int from child k where k.tenant_id = $1 and k.worker_id = wk.id and k.looked_after) as children
     from restriction_named n join worker wk on wk.tenant_id = n.tenant_id and wk.id = n.worker_id where n.tenant_id = $1 and n.child_id = $5 order by wk.surname, wk.forename, wk.id`,
  ),
  clocks: list(`select clock_id as clock, due_on as "dueOn", met_on as "metOn", met_on is null and not void as running from clock where ${OF_CHILD} order by due_on, clock_id`),
  siblings: list(
    `select c.id, c.reference, c.forename, c.surname, c.birth_date as "birthDate", c.looked_after as "lookedAfter", c.placement, c.place,
       (select f.data->>'postcode' from fact f where f.tenant_id = $1 and f.child_id = c.id and f.type = 'placement-started' order by f.effective_on desc limit 1) as postcode,
       w.forename as "workerForename", w.surname as "workerSurname", ${seenColumns(who)}
     from child c left join worker w on w.tenant_id = c.tenant_id and w.id = c.worker_id
     where c.tenant_id = $1 and c.id <> $5 and c.sibling_groups && (select sibling_groups from child where tenant_id = $1 and id = $5) order by c.birth_date, c.id`,
  ),
  findings: list(
    `select f.id, f.rule, f.sentence, f.module, f.year, f.column_name as "column" from child_finding f
     where f.tenant_id = $1 and f.child_code = (select council_code from child where tenant_id = $1 and id = $5) order by f.year desc, f.rule, f.module, f.id`,
  ),
  entries: `(select count(*)::int from ${LOG} and corrects is null)`,
  latest: logged(`(select * from ${LOG} and corrects is null order by effective_on desc, position desc limit ${LATEST})`),
  chronology: logged(`(select * from ${LOG} and corrects is null)`),
});

/** Reads the named parts of a child's record in one query. */
export const partsOf = async <P extends keyof Parts>(tx: TenantTx, who: Who, childId: Uuid, ...names: readonly P[]): Promise<Pick<Parts, P>> => {
  const parts = partsFor(who);
  const [row] = await prepared<Pick<Parts, P>>(tx, `${WITH_VIEWER} select ${names.map((name) => `${parts[name]} as "${name}"`).join(', ')}`, [...viewerOf(who), childId]);
  if (row === undefined) throw new Error('a query without a condition gave no row');
  return row;
};
