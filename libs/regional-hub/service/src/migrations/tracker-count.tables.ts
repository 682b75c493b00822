import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';

const KEY = 'tenant_id, status, restricted';

/** Adds what a statement changed: children who came to a status count one more, those who went one less. Who stays where they were is not written. */
const add = (schema: string, changes: string): string => `
  INSERT INTO ${schema}.tracker_count AS c (${KEY}, children) SELECT ${KEY}, sum(more) FROM (${changes}) change GROUP BY ${KEY} HAVING sum(more) <> 0 ORDER BY ${KEY}
  ON CONFLICT (${KEY}) DO UPDATE SET children = c.children + excluded.children;`;

const CAME = `SELECT ${KEY}, 1 AS more FROM came`;
const WENT = `SELECT ${KEY}, -1 AS more FROM went`;

const EVENTS = [
  { event: 'INSERT', tables: 'NEW TABLE AS came' },
  { event: 'UPDATE', tables: 'OLD TABLE AS went NEW TABLE AS came' },
  { event: 'DELETE', tables: 'OLD TABLE AS went' },
] as const;

/**
 * How many children of a council are in each status, kept by the statement that moves them: the tracker opens with their number, and counting all of England's
 * each time would take longer than its first page. With the indexes that give the first rows without a look at the others.
 */
export const trackerCounts: Migration = {
  name: 'tracker-counts',
  statements: (schema) => [
    `CREATE TABLE ${schema}.tracker_count (tenant_id text NOT NULL, status text NOT NULL, restricted boolean NOT NULL, children int NOT NULL, PRIMARY KEY (${KEY}))`,
    `ALTER TABLE ${schema}.tracker_entry NO FORCE ROW LEVEL SECURITY`,
    `INSERT INTO ${schema}.tracker_count SELECT ${KEY}, count(*) FROM ${schema}.tracker_entry GROUP BY ${KEY}`,
    `ALTER TABLE ${schema}.tracker_entry FORCE ROW LEVEL SECURITY`,
    `CREATE FUNCTION ${schema}.count_tracked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF TG_OP = 'INSERT' THEN ${add(schema, CAME)} ELSIF TG_OP = 'DELETE' THEN ${add(schema, WENT)} ELSE ${add(schema, `${CAME} UNION ALL ${WENT}`)} END IF;
       RETURN NULL;
     END $$`,
    ...EVENTS.map(({ event, tables }) => `CREATE TRIGGER tracker_count_${event.toLowerCase()} AFTER ${event} ON ${schema}.tracker_entry REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.count_tracked()`),
    `CREATE INDEX tracker_entry_in_status ON ${schema}.tracker_entry (status, since, child_id)`,
    ...tenantOwned(schema, 'tracker_count'),
  ],
};
