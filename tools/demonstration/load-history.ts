import { loaderUrlIn } from '@permanence/embedded/runtime';
import { type Instant, type LocalDate, TenantId, type Uuid, addMonths } from '@permanence/kernel/values';
import { type HistoryProgress, writeHistory } from '@permanence/locality-hub/service';
import { type TenantDb, connect } from '@permanence/platform/tenant-db';
import { historyOf } from './history/history.js';
import type { Hands } from './history/past.js';

/** For how long the councils have kept their records here. */
const KEPT_MONTHS = 72;

const KINDS = ['visits', 'health', 'education', 'moves', 'disability', 'plans', 'leaving-care'] as const;

/** Opens the record of a data folder's database as the role that writes history: no route has it. */
export const openAsLoader = async (dataFolder: string): Promise<TenantDb> => connect({ url: await loaderUrlIn(dataFolder), connections: 2, applicationName: 'demonstration history' });

type WorkerRow = Readonly<{ id: Uuid; registration: string | null; role: string }>;

const handsOf = async (db: TenantDb, tenant: TenantId): Promise<Hands> => {
  const rows = await db.inTenants({ id: 'history', tenants: [tenant] }, (tx) => tx.query<WorkerRow[]>('select id, registration, role from worker where tenant_id = $1 order by registration, id', [tenant]));
  const ofRole = (role: string): Uuid[] => rows.filter((row) => row.role === role).map(({ id }) => id);
  return {
    workers: new Map(rows.flatMap(({ id, registration, role }) => (registration === null || role !== 'locality-social-worker' ? [] : [[registration, id] as const]))),
    managers: ofRole('team-manager'), officers: ofRole('reviewing-officer'),
  };
};

/** What is loaded: one council, as of a day. */
export type HistoryWish = Readonly<{ authority: string; seed: string; today: LocalDate; now: Instant; told: (progress: HistoryProgress) => void }>;

/** Writes what a council recorded here beside its files, over the years up to yesterday. A child who has it already is left alone. */
export const loadHistory = async (db: TenantDb, { authority, seed, today, now, told }: HistoryWish): Promise<HistoryProgress> => {
  const tenant = TenantId(authority);
  const keptFrom = addMonths(today, -KEPT_MONTHS);
  const setting = { tenant, seed, today, keptFrom, hands: await handsOf(db, tenant) };
  return writeHistory(db, { tenant, today, now, kept: new Map(KINDS.map((kind) => [kind, keptFrom])), historyOf: historyOf(setting), told });
};
