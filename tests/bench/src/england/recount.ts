import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@permanence/embedded/runtime';
import { LocalDate, type TenantId } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';
import { type TenantDb, type TenantTx, connect } from '@permanence/platform/tenant-db';
import pg from 'pg';
import { median, seconds } from '../messaging.sample.js';
import { LOADED_ON, type BenchRegion } from './england.sample.js';

type Counts = Readonly<{ tenant: TenantId; numerator: number }>;
type Counting = Readonly<{
  joinSets: (tx: TenantTx) => Promise<void>;
  countsOfEach: (tx: TenantTx, indicator: unknown, days: readonly LocalDate[], asked: Readonly<{ tenants: readonly TenantId[]; asKnownOn: LocalDate }>) => Promise<Counts[]>;
}>;

const ROUNDS = 5;
const DAY = LocalDate('2026-10-31');
const ASKED = { tenants: [] as readonly TenantId[], asKnownOn: LocalDate(LOADED_ON) };

/** What was known at the end of `$2`. */
const known = (alias: string): string => `${alias}.known_from < ($2::date + 1)::timestamp at time zone 'Europe/London' and (${alias}.known_to is null or ${alias}.known_to >= ($2::date + 1)::timestamp at time zone 'Europe/London')`;

/** Figures of all councils on `$1`, as somebody writes them who wants just these: no tenants to keep apart, one pass. */
const BY_HAND: Readonly<Record<string, string>> = {
  'cla-number-looked-after': `select s.tenant_id as tenant, count(distinct s.child_id)::int as numerator from regional_hub.care_period s left join regional_hub.care_period_end e on e.period_id = s.period_id and ${known('e')}
    where ${known('s')} and s.started_on <= $1 and (e.ended_on is null or e.ended_on > $1) group by s.tenant_id`,
  'ado-children-adopted': `select a.tenant_id as tenant, count(distinct a.child_id)::int as numerator from regional_hub.adoption_fact a
    where ${known('a')} and a.fact = 'adoption.order-made' and a.happened_on between make_date(extract(year from $1::date - interval '3 months')::int, 4, 1) and $1 group by a.tenant_id`,
};

const code = async <Module>(...path: readonly string[]): Promise<Module> => (await import(projectFile('libs', 'regional-hub', 'service', 'src', ...path))) as Module;

const asText = (counts: readonly Counts[]): string => JSON.stringify(counts.filter(({ numerator }) => numerator > 0).map(({ tenant, numerator }) => `${tenant} ${numerator}`).sort());

/** The product's count of all councils / the same by hand, arms in turn. @throws Error when the two do not come to the same */
export const recountRatio = async ({ folder }: BenchRegion): Promise<Readonly<{ ratio: number; counted: readonly string[] }>> => {
  const { joinSets, countsOfEach } = await code<Counting>('figures', 'counts.store.ts');
  const { indicatorOf } = await code<{ indicatorOf: (id: string) => unknown }>('indicators', 'indicators.ts');
  const { councils } = JSON.parse(readFileSync(join(folder, 'partnership.json'), 'utf8')) as { councils: { code: TenantId }[] };
  const tenants = councils.map((council) => council.code) as [TenantId, ...TenantId[]];
  const database = await openDatabase(folder);
  const db: TenantDb = await connect({ url: database.urlsOf('regional_hub').appUrl, applicationName: 'bench' });
  // Row-level security binds its owner too, so the floor is an administrator's.
  const floor = new pg.Client({ connectionString: administratorAt(database.urlsOf('regional_hub').appUrl, folder) });
  await floor.connect();
  const arms = {
    ours: () => db.inTenants({ id: 'bench', tenants }, async (tx) => {
      await joinSets(tx);
      const found: string[] = [];
      for (const id of Object.keys(BY_HAND)) found.push(asText(await countsOfEach(tx, indicatorOf(id), [DAY], { ...ASKED, tenants })));
      return found;
    }),
    hand: async () => {
      const found: string[] = [];
      for (const sql of Object.values(BY_HAND)) found.push(asText((await floor.query<Counts>(sql, [DAY, LOADED_ON])).rows));
      return found;
    },
  };
  const [ours, hand]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found: string[][] = [];
    hand.push(await seconds(async () => found.push(await arms.hand())));
    ours.push(await seconds(async () => found.push(await arms.ours())));
    if (JSON.stringify(found[0]) !== JSON.stringify(found[1])) throw new Error('what is counted by hand is not what the product counts');
  }
  await floor.end();
  await db.close();
  return { ratio: median(ours) / median(hand), counted: Object.keys(BY_HAND) };
};

const administratorAt = (appUrl: string, folder: string): string =>
  Object.assign(new URL(appUrl), { username: 'postgres', password: readFileSync(join(folder, 'postgres', 'superuser'), 'utf8').trim() }).href;
