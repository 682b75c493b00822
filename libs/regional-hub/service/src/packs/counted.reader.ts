import { Injectable } from '@nestjs/common';
import { type PackFigure, dayCounted, isHeldOn } from '@permanence/regional-hub/domain';
import type { LocalDate, Month, TenantId, Uuid } from '@permanence/kernel/values';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { joinSets, parametersOf } from '../figures/counts.store.js';
import { heldOf } from '../figures/held.store.js';
import type { Indicator } from '../indicators/indicator.js';
import { DEFINITIONS, type Definition, indicatorOf } from '../indicators/indicators.js';
import { casesOf } from './pack.store.js';

/** A figure of one month with its cases, all from one query (kpi.md convention 9). */
export type Counted = PackFigure & Readonly<{ month: Month }>;

type Row = Readonly<{ day: LocalDate; numerator: number; regionalNumerator: number; denominator: number; ids: Uuid[]; children: Uuid[]; counted: boolean[]; inRegion: boolean[] }>;

const list = (column: string, type: string): string => `coalesce(array_agg(r.${column} order by r.case_id) filter (where r.case_id is not null), '{}'::${type}[])`;

const casesSql = ({ rows, denominator = 'count(r.case_id)::int' }: Indicator): string => `
  select asked.day, count(*) filter (where r.in_numerator)::int as numerator, count(*) filter (where r.in_region)::int as "regionalNumerator", ${denominator} as denominator,
    ${list('case_id', 'uuid')} as ids, ${list('child_id', 'uuid')} as children, ${list('in_numerator', 'boolean')} as counted, ${list('in_region', 'boolean')} as "inRegion"
  from unnest($1::date[]) as asked(day) left join (${rows}) r on r.day = asked.day group by asked.day`;

/** Counts figures from facts, with the cases behind them: what a pack is frozen from and compared with. */
@Injectable()
export class CountedReader {
  constructor(private readonly db: TenantDb) {}

  /** Every figure that some councils hold of some months, as known at the end of a day. Councils are read side by side, each in a transaction that writes nothing. */
  async counted(councils: readonly TenantId[], months: readonly Month[], asKnownOn: LocalDate, indicators: readonly Pick<Definition, 'id'>[] = DEFINITIONS): Promise<readonly Counted[]> {
    const all = await Promise.all(councils.map((tenant) => this.db.inTenants({ id: 'regional-hub', tenants: [tenant] }, (tx) => countedOf(tx, tenant, months, asKnownOn, indicators.map(({ id }) => indicatorOf(id))))));
    return all.flat();
  }
}

const countedOf = async (tx: TenantTx, tenant: TenantId, months: readonly Month[], asKnownOn: LocalDate, indicators: readonly Indicator[]): Promise<readonly Counted[]> => {
  await joinSets(tx);
  const held = await heldOf(tx, tenant, asKnownOn);
  const found: Counted[] = [];
  for (const indicator of indicators) {
    const days = new Map(months.map((month) => [dayCounted(month, asKnownOn), month]));
    const asked = [...days.keys()].filter((day) => isHeldOn(held, indicator.definition, day));
    if (asked.length === 0) continue;
    for (const row of await tx.query<Row[]>(casesSql(indicator), [...parametersOf(indicator, asked, { tenant, asKnownOn })])) found.push(figureOf(indicator.definition.id, tenant, days, row));
  }
  return found;
};

const figureOf = (indicator: string, authority: TenantId, days: ReadonlyMap<LocalDate, Month>, { day, numerator, regionalNumerator, denominator, ...lists }: Row): Counted => {
  const month = days.get(day);
  if (month === undefined) throw new Error(`nobody asked for ${day}`);
  return { indicator, authority, month, numerator, regionalNumerator, denominator, cases: casesOf(lists) };
};
