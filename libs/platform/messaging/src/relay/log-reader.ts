import { LOGGED_EVENT_COLUMNS, type LoggedEvent } from '@permanence/platform/tenant-db';
import type pg from 'pg';

/** A place in the log: events are sent in the order of their transactions, then of their positions. Both are text, for a JavaScript number cannot hold every xid8. */
export type Cursor = Readonly<{ transactionId: string; position: string }>;

/** An event of the log and the place to stand at once it is sent. */
export type Read = Readonly<{ event: LoggedEvent; cursor: Cursor }>;

/** What stands between the cursor and the end of the log. `xmin` is the oldest transaction still open in the cluster, `xmax` the next one to come. */
export type Horizon = Readonly<{ heldBack: boolean; xmin: string; xmax: string }>;

type Row = LoggedEvent & { transactionId: string; positionText: string };

/** Reads a service's log as its relay, and keeps the cursors. Every place goes in as a parameter: joined to its table the plan walks the log from the start. */
export class LogReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly schema: string,
  ) {}

  async cursorOf(outlet: string): Promise<Cursor> {
    await this.pool.query(`insert into ${this.schema}.relay_cursor (outlet) values ($1) on conflict do nothing`, [outlet]);
    const { rows } = await this.pool.query<Cursor>(`select transaction_id::text as "transactionId", position::text as position from ${this.schema}.relay_cursor where outlet = $1`, [outlet]);
    if (!rows[0]) throw new Error(`The relay of ${this.schema} has no cursor ${outlet}.`);
    return rows[0];
  }

  /** The next events below the horizon: no transaction that is still open can come before them. */
  async after({ transactionId, position }: Cursor, limit: number): Promise<readonly Read[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'relay-next',
      text: `select ${LOGGED_EVENT_COLUMNS}, transaction_id::text as "transactionId", position::text as "positionText"
             from ${this.schema}.event_log
             where (transaction_id, position) > ($1::xid8, $2::bigint) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             order by event_log.transaction_id, event_log.position limit $3`,
      values: [transactionId, position, limit],
    });
    return rows.map(({ transactionId: at, positionText, ...event }) => ({ event, cursor: { transactionId: at, position: positionText } }));
  }

  /** Whether committed events wait above the horizon. Nobody notifies when the transaction that holds them back ends. */
  async horizon({ transactionId, position }: Cursor): Promise<Horizon> {
    const { rows } = await this.pool.query<Horizon>(
      `select exists (select from ${this.schema}.event_log where (transaction_id, position) > ($1::xid8, $2::bigint)) as "heldBack",
              pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax`,
      [transactionId, position],
    );
    return rows[0] as Horizon;
  }

  /** Moves a cursor forward, never back: a relay that lost its lock without knowing cannot undo its successor's work. */
  async moveTo(outlet: string, { transactionId, position }: Cursor): Promise<void> {
    await this.pool.query({
      name: 'relay-move',
      text: `update ${this.schema}.relay_cursor set transaction_id = $2::xid8, position = $3::bigint
             where outlet = $1 and (transaction_id, position) < ($2::xid8, $3::bigint)`,
      values: [outlet, transactionId, position],
    });
  }

  async rewind(outlet: string): Promise<void> {
    await this.pool.query(`update ${this.schema}.relay_cursor set transaction_id = '0', position = 0 where outlet = $1`, [outlet]);
  }

  /** The last committed event, or undefined when the log is empty. */
  async end(): Promise<Cursor | undefined> {
    const { rows } = await this.pool.query<Cursor>(
      `select transaction_id::text as "transactionId", position::text as position from ${this.schema}.event_log order by event_log.transaction_id desc, event_log.position desc limit 1`,
    );
    return rows[0];
  }

  async hasPassed(outlet: string, { transactionId, position }: Cursor): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from ${this.schema}.relay_cursor where outlet = $1 and (transaction_id, position) >= ($2::xid8, $3::bigint)`,
      [outlet, transactionId, position],
    );
    return rowCount === 1;
  }

  /** When the first event that is not yet sent was recorded; undefined when all is sent. */
  async waitingSince(outlet: string): Promise<string | undefined> {
    const { transactionId, position } = await this.cursorOf(outlet);
    const { rows } = await this.pool.query<{ recordedAt: string }>(
      `select recorded_at as "recordedAt" from ${this.schema}.event_log where (transaction_id, position) > ($1::xid8, $2::bigint)
       order by event_log.transaction_id, event_log.position limit 1`,
      [transactionId, position],
    );
    return rows[0]?.recordedAt;
  }
}
