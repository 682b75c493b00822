import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type LocalDate, type Month, REGION, type TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { Indicator } from '../indicators/indicator.js';

/** Whole counts of one authority on one day: for its own figure, and what it brings to the region's. */
export type DayCounts = Readonly<{ day: LocalDate; numerator: number; regionalNumerator: number; denominator: number }>;

/** The same, of one of several authorities. */
export type TenantCounts = DayCounts & Readonly<{ tenant: TenantId }>;

/** Whose facts are counted, and as they were known at the end of which day. */
export type Asked = Readonly<{ tenant: TenantId; asKnownOn: LocalDate }>;

/** A month and the day that it is counted on. */
export type CountedMonth = Readonly<{ month: Month; day: LocalDate }>;

/** What is believed now, or what was believed when the month was reported. */
export type Basis = 'now' | 'then';

const PARTNERS = AUTHORITIES.map(({ code }) => code);

/** The parameters of an indicator's query. */
export const parametersOf = ({ partners }: Indicator, days: readonly LocalDate[], { tenant, asKnownOn }: Asked): readonly unknown[] =>
  [days, asKnownOn, tenant, ...(partners ? [PARTNERS] : [])];

/**
 * Has PostgreSQL join whole sets for the rest of the transaction. Just after an import it has no statistics of the tables,
 * takes them for empty, and would go through them row by row: minutes instead of seconds.
 */
export const joinSets = async (tx: TenantTx): Promise<void> => {
  await tx.query(`set local enable_nestloop = off`);
  await tx.query(`set local work_mem = '32MB'`);
};

const countsSql = ({ rows, denominator = 'count(r.case_id)::int' }: Indicator): string => `
  select asked.day, count(*) filter (where r.in_numerator)::int as numerator, count(*) filter (where r.in_region)::int as "regionalNumerator", ${denominator} as denominator
  from unnest($1::date[]) as asked(day) left join (${rows}) r on r.day = asked.day group by asked.day`;

/** The counts of an indicator on each of some days. */
export const countsOn = (tx: TenantTx, indicator: Indicator, days: readonly LocalDate[], asked: Asked): Promise<DayCounts[]> =>
  tx.query<DayCounts[]>(countsSql(indicator), [...parametersOf(indicator, days, asked)]);

/** A query of one authority, `$3`, asked of each of a list: planned once, and each runs through the index of its own rows. */
const ofEach = (sql: string): string => `select council.tenant, counted.* from unnest($3::text[]) as council(tenant) cross join lateral (${sql.replaceAll(/\$3(?!\d)/g, 'council.tenant')}) counted`;

/** The same counts of each of some authorities: one query, whatever their number. */
export const countsOfEach = (tx: TenantTx, indicator: Indicator, days: readonly LocalDate[], { tenants, asKnownOn }: Readonly<{ tenants: readonly TenantId[]; asKnownOn: LocalDate }>): Promise<TenantCounts[]> =>
  tx.query<TenantCounts[]>(ofEach(countsSql(indicator)), [days, asKnownOn, tenants, ...(indicator.partners ? [PARTNERS] : [])]);

/** Keeps what the months of an indicator come to. */
export const keepCounts = async (tx: TenantTx, indicator: Indicator, months: readonly CountedMonth[], asked: Asked, basis: Basis): Promise<void> => {
  if (months.length === 0) return;
  const parameters = parametersOf(indicator, months.map(({ day }) => day), asked);
  const at = parameters.length;
  await tx.query(
    `insert into figure (tenant_id, indicator, month, basis, counted_on, numerator, regional_numerator, denominator)
     select $3, $${at + 1}, m.month, $${at + 2}, c.day, c.numerator, c."regionalNumerator", c.denominator
     from (${countsSql(indicator)}) c join unnest($${at + 3}::text[], $1::date[]) as m(month, day) on m.day = c.day
     on conflict (tenant_id, indicator, month, basis) do update
       set counted_on = excluded.counted_on, numerator = excluded.numerator, regional_numerator = excluded.regional_numerator, denominator = excluded.denominator`,
    [...parameters, indicator.definition.id, basis, months.map(({ month }) => month)],
  );
};

/** Drops the kept figures of months that are no longer held. */
export const dropOtherMonths = async (tx: TenantTx, { definition }: Indicator, months: readonly CountedMonth[], tenant: TenantId): Promise<void> => {
  await tx.query(`delete from figure where tenant_id = $1 and indicator = $2 and basis = 'now' and not month = any($3::text[])`, [tenant, definition.id, months.map(({ month }) => month)]);
};

/** Drops every kept figure of an authority; for a rebuild. */
export const dropFigures = async (tx: TenantTx, tenant: TenantId): Promise<void> => {
  await tx.query('delete from figure where tenant_id = $1', [tenant]);
  await tx.query('delete from figure_refresh where tenant_id = $1', [tenant]);
};

/** A kept figure. */
export type KeptCounts = DayCounts & Readonly<{ tenant: TenantId; indicator: string; month: Month }>;

/** Kept figures of some authorities and indicators, from one month to another. */
export const keptCounts = (tx: TenantTx, asked: Readonly<{ tenants: readonly TenantId[]; indicators: readonly string[]; from: Month; to: Month; basis: Basis }>): Promise<KeptCounts[]> =>
  tx.query<KeptCounts[]>(
    `select tenant_id as tenant, indicator, month, counted_on as day, numerator, regional_numerator as "regionalNumerator", denominator
     from figure where tenant_id = any($1::text[]) and indicator = any($2::text[]) and month between $3 and $4 and basis = $5`,
    [asked.tenants, asked.indicators, asked.from, asked.to, asked.basis],
  );

/**
 * Keeps the region's sums beside the councils' figures, as the figures of the partnership's own tenant: who asks for the region reads as many rows
 * as who asks for one council. The transaction is everybody's. What has not changed is not written.
 */
export const keepRegion = async (tx: TenantTx, councils: readonly TenantId[]): Promise<void> => {
  await tx.query(
    `insert into figure as f (tenant_id, indicator, month, basis, counted_on, numerator, regional_numerator, denominator)
     select $1, indicator, month, basis, max(counted_on), sum(numerator), sum(regional_numerator), sum(denominator) from figure where tenant_id = any($2::text[]) group by indicator, month, basis
     on conflict (tenant_id, indicator, month, basis) do update
       set counted_on = excluded.counted_on, numerator = excluded.numerator, regional_numerator = excluded.regional_numerator, denominator = excluded.denominator
       where (f.counted_on, f.numerator, f.regional_numerator, f.denominator) is distinct from (excluded.counted_on, excluded.numerator, excluded.regional_numerator, excluded.denominator)`,
    [REGION, councils],
  );
  await tx.query(
    `delete from figure r where r.tenant_id = $1 and not exists (
       select from figure f where f.tenant_id = any($2::text[]) and f.indicator = r.indicator and f.month = r.month and f.basis = r.basis)`,
    [REGION, councils],
  );
};
