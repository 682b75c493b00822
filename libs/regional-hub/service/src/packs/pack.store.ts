import type { PackCase, PackFigure } from '@permanence/regional-hub/domain';
import type { Instant, LocalDate, Month, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { BY_COLUMNS, type By, COUNCILS, byValues } from './people.js';

/** What a pack tells of an earlier one: a figure that has changed since that was frozen. */
export type RestatedSince = Readonly<{ month: Month; indicator: string; former: Readonly<{ numerator: number; denominator: number }>; restated: Readonly<{ numerator: number; denominator: number }>; added: number; removed: number }>;

/** A frozen pack without its figures. */
export type PackRow = Readonly<{ authority: TenantId; month: Month; knownAt: Instant; knownOn: LocalDate; dueOn: LocalDate; late: boolean; hash: string; restated: readonly RestatedSince[]; byName: string; byRole: string }>;

const COLUMNS = `tenant_id as authority, month, at as "knownAt", known_on as "knownOn", due_on as "dueOn", late, hash, restated, by_name as "byName", by_role as "byRole"`;

/** The packs of an authority, the newest first. */
export const packsOf = (tx: TenantTx, authority: TenantId): Promise<PackRow[]> => tx.query<PackRow[]>(`select ${COLUMNS} from pack where tenant_id = $1 order by month desc`, [authority]);

export const packOf = async (tx: TenantTx, authority: TenantId, month: Month): Promise<PackRow | undefined> =>
  (await tx.query<PackRow[]>(`select ${COLUMNS} from pack where tenant_id = $1 and month = $2`, [authority, month]))[0];

type FigureRow = Omit<PackFigure, 'cases'> & Readonly<{ month: Month; ids: Uuid[] | null; children: Uuid[] | null; counted: boolean[] | null; inRegion: boolean[] | null }>;

const FIGURE = 'month, indicator, tenant_id as authority, numerator, regional_numerator as "regionalNumerator", denominator';

/** The cases of a row: four lists of one length. */
export const casesOf = ({ ids, children, counted, inRegion }: Pick<FigureRow, 'ids' | 'children' | 'counted' | 'inRegion'>): PackCase[] | null =>
  ids === null ? null : ids.map((id, at) => ({ id, childId: children?.[at] ?? id, counted: counted?.[at] ?? false, inRegion: inRegion?.[at] ?? false }));

/** Every figure of a pack with its cases, where the transaction may see them. */
export const packFigures = async (tx: TenantTx, authority: TenantId, month: Month): Promise<PackFigure[]> => {
  const rows = await tx.query<FigureRow[]>(
    `select ${FIGURE}, case_ids as ids, child_ids as children, counted, in_region as "inRegion" from pack_figure where tenant_id = any($1::text[]) and pack_of = $2 and month = $3`,
    [COUNCILS, authority, month],
  );
  return rows.map(({ indicator, authority: of, numerator, regionalNumerator, denominator, ...row }) => ({ indicator, authority: of, numerator, regionalNumerator, denominator, cases: casesOf(row) }));
};

/** A figure of a pack without its cases. */
export type PackCounts = Omit<PackFigure, 'cases'> & Readonly<{ month: Month }>;

/** The counts of an authority's packs over some months. */
export const packCounts = (tx: TenantTx, authority: TenantId, asked: Readonly<{ indicators: readonly string[]; from: Month; to: Month }>): Promise<PackCounts[]> =>
  tx.query<PackCounts[]>(
    `select ${FIGURE} from pack_figure where tenant_id = any($1::text[]) and pack_of = $2 and indicator = any($3::text[]) and month between $4 and $5`,
    [COUNCILS, authority, asked.indicators, asked.from, asked.to],
  );

/** Waits for everybody else who writes about an authority's month, to the end of the transaction: nothing is said of a month while it is frozen. */
export const holdMonth = async (tx: TenantTx, authority: TenantId, month: Month): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`pack ${authority} ${month}`]);
};

/** Writes a pack. @returns whether it was written: somebody else may have been first */
export const keepPack = async (tx: TenantTx, { authority, month, knownOn, dueOn, late, hash, restated }: Omit<PackRow, 'knownAt' | 'byName' | 'byRole'>, figures: readonly PackFigure[], by: By): Promise<boolean> => {
  const written = await tx.query<unknown[]>(
    `insert into pack (tenant_id, month, known_on, due_on, late, hash, restated, ${BY_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11) on conflict do nothing returning month`,
    [authority, month, knownOn, dueOn, late, hash, JSON.stringify(restated), ...byValues(by)],
  );
  if (written.length === 0) return false;
  await tx.query(
    `insert into pack_figure (tenant_id, pack_of, month, indicator, numerator, regional_numerator, denominator, case_ids, child_ids, counted, in_region)
     select authority, $2, $3, indicator, numerator, "regionalNumerator", denominator, ids, children, counted, "inRegion"
     from jsonb_to_recordset($1::jsonb) as f(authority text, indicator text, numerator int, "regionalNumerator" int, denominator int, ids uuid[], children uuid[], counted boolean[], "inRegion" boolean[])`,
    [JSON.stringify(figures.map(rowOf)), authority, month],
  );
  return true;
};

const rowOf = ({ cases, ...figure }: PackFigure): object => ({
  ...figure,
  ...(cases === null ? {} : { ids: cases.map(({ id }) => id), children: cases.map(({ childId }) => childId), counted: cases.map(({ counted }) => counted), inRegion: cases.map(({ inRegion }) => inRegion) }),
});
