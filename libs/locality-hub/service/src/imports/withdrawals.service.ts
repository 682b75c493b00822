import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LocalDate, Uuid } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import { type StatedRow, childRecords } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { recordChanges } from './child-batch.js';
import { type HeldChild, loadChildren } from './child-batch.store.js';
import { siblingGroupOwner } from './collection.store.js';
import { oneAtATime } from '../record/one-at-a-time.js';
import { saveRecordChanges } from './save-batch.js';

/** A row that its council no longer states, and why it is taken out of the record. */
export type Withdrawal = Readonly<{ module: string; year: number; key: string; reason: string }>;

const RULE = 'locality-hub.import.makes-2';

type Subject = Readonly<{ code: string; asAt: LocalDate | null }>;

const subjectOf = async (tx: TenantTx, who: Who, childId: Uuid): Promise<Subject> => {
  const [row] = await tx.query<Subject[]>('select council_code as code, as_at as "asAt" from child where tenant_id = $1 and id = $2 and not restricted for update', [who.authority, childId]);
  if (row === undefined) throw notFound();
  return row;
};

const isFlagged = async (tx: TenantTx, who: Who, code: string, { module, year, key }: Withdrawal): Promise<boolean> =>
  (await tx.query<unknown[]>(`select 1 from child_finding where tenant_id = $1 and child_code = $2 and rule = 'NO_LONGER_STATED' and module = $3 and year = $4 and key = $5`, [who.authority, code, module, year, key])).length > 0;

const forgetRow = async (tx: TenantTx, who: Who, code: string, { module, year, key }: Withdrawal): Promise<void> => {
  await tx.query('delete from stated_row where tenant_id = $1 and child_code = $2 and module = $3 and year = $4 and key = $5', [who.authority, code, module, year, key]);
  await tx.query(`delete from child_finding where tenant_id = $1 and child_code = $2 and module = $3 and year = $4 and key = $5`, [who.authority, code, module, year, key]);
};

const isTheRow = ({ module, year, key }: Withdrawal) => (row: StatedRow): boolean => row.module === module && row.year === year && row.key === key;

/** Takes rows out of the record that a later file of the same year no longer states: a performance officer's decision, with a reason, never the importer's. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: TenantDb,
    private readonly postcodes: PostcodeDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Withdraws a row; the facts that stood on it alone are withdrawn with it, as corrections in the log. @throws HttpProblem 404 for a child that is not theirs. */
  withdraw(who: Who, childId: Uuid, withdrawal: Withdrawal): Promise<Decision<null>> {
    return this.db.inTenants(who, async (tx) => {
      await oneAtATime(tx, who.authority);
      const subject = await subjectOf(tx, who, childId);
      if (!(await isFlagged(tx, who, subject.code, withdrawal)))
        return refuse('ROW_STILL_STATED', 'Only a row that a later file of the same year left out can be withdrawn. Mend this one at its source and send it again.', RULE);
      const [held] = await loadChildren(tx, who.authority, randomUUID() as Uuid, [subject.code]);
      if (held !== undefined) await this.recompute(tx, who, subject, held, withdrawal, childId);
      return decided(null);
    });
  }

  private async recompute(tx: TenantTx, who: Who, { code, asAt }: Subject, held: HeldChild, withdrawal: Withdrawal, childId: Uuid): Promise<void> {
    const row = held.stated.find(isTheRow(withdrawal));
    await forgetRow(tx, who, code, withdrawal);
    const stated = held.stated.filter((each) => each !== row);
    const context = { tenant: who.authority, facts: { tenant: who.authority, siblingGroupOwner: await siblingGroupOwner(tx, who.authority) }, postcodes: this.postcodes };
    const changes = recordChanges(held, childRecords(stated, held.records), context);
    const recording = { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() };
    await saveRecordChanges(tx, { ...context, today: this.clock.today(), completeTo: asAt }, recording, [changes]);
    const { module, year, key, reason } = withdrawal;
    appendEvents(tx, recording, [{ eventId: randomUUID() as Uuid, tenantId: who.authority, streamId: childId, type: 'stated-row-withdrawn', effectiveOn: this.clock.today(), data: { module, year, key, reason, cells: row?.cells ?? {} } }]);
  }
}
