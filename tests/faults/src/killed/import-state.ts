import type pg from 'pg';

/** What stands in a council's record, without what is random: ids are told apart by nothing. */
export type Snapshot = Readonly<{ facts: readonly string[]; children: readonly string[]; stated: readonly string[]; clocks: readonly string[] }>;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const linesOf = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line.replaceAll(ID, 'id')).sort();

export const snapshotOf = async (client: pg.Client): Promise<Snapshot> => ({
  facts: await linesOf(client, `select concat_ws(' ', c.council_code, c.record_no, f.type, f.effective_on, f.data) as line from fact f join child c on c.tenant_id = f.tenant_id and c.id = f.child_id`),
  children: await linesOf(client, `select (to_jsonb(c) - 'id' - 'reference' - 'version')::text as line from child c`),
  stated: await linesOf(client, `select concat_ws(' ', child_code, module, year, key, cells) as line from stated_row`),
  clocks: await linesOf(client, `select concat_ws(' ', c.council_code, k.clock_id, k.started_on, k.due_on, k.met_on, k.void) as line from clock k join child c on c.tenant_id = k.tenant_id and c.id = k.child_id`),
});

/** Where the record and the log disagree: a fact without its event, an event without its fact, a child that one of them does not know. */
export const disagreements = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ what: string }>(`
    with standing as (
      select e.event_id, e.stream_id from event_log e
      where e.type <> 'collection-loaded' and not e.withdrawn and not exists (select 1 from event_log l where l.tenant_id = e.tenant_id and l.corrects = e.event_id))
    select 'fact without its event: ' || f.key as what from fact f where not exists (select 1 from standing s where s.event_id = f.event_id)
    union all select 'event without its fact: ' || s.event_id from standing s where not exists (select 1 from fact f where f.event_id = s.event_id)
    union all select 'child without events: ' || c.council_code from child c where not exists (select 1 from event_log e where e.stream_id = c.id)
    union all select 'child without rows: ' || c.council_code from child c where not exists (select 1 from stated_row r where r.tenant_id = c.tenant_id and r.child_code = c.council_code)
    union all select 'rows without a child: ' || r.child_code from stated_row r where not exists (select 1 from child c where c.tenant_id = r.tenant_id and c.council_code = r.child_code)
    union all select 'rows of a child that is not done: ' || r.child_code from stated_row r join import i on i.tenant_id = r.tenant_id and i.id = r.import_id
      where i.phase = 'applying' and (i.done_through is null or r.child_code > i.done_through)`)).rows.map(({ what }) => what);

/** Empties everything but the names of the steps: the next run begins as the first did. */
export const emptied = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(`select string_agg(c.oid::regclass::text, ', ') as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'locality_hub' and c.relkind = 'r' and c.relname not in ('migration', 'relay_cursor')`);
  await client.query(`truncate ${rows[0]?.name ?? ''}`);
};
