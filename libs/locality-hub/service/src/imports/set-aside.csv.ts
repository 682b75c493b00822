import { Readable } from 'node:stream';
import type { Uuid } from '@permanence/kernel/values';
import { MODULES, type ModuleName, columnsOf } from '@permanence/locality-hub/domain';
import type { Actor, TenantDb } from '@permanence/platform/tenant-db';
import { stringify } from 'csv-stringify';

type Row = Readonly<{ file: string; fileNumber: number; module: ModuleName; row: number; column: string; code: string; reason: string; cells: Record<string, string> | string[] }>;

const ROWS_A_READ = 1000;

const MARKS = ['ROW', 'COLUMN', 'CODE', 'REASON'];

/** A spreadsheet takes a cell that begins so for a formula, and would run it. */
export const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** The module's own cells; a row of a wrong shape keeps what was there, as far as it goes. */
const ownCells = (module: ModuleName, cells: Row['cells']): string[] => (Array.isArray(cells) ? [...MODULES[module].map((_, at) => cells[at] ?? '')] : columnsOf(module).map((column) => cells[column] ?? ''));

const marks = ({ row, column, code, reason }: Row): string[] => [String(row), column, code, reason];

async function* rowsOf(db: TenantDb, who: Actor, tenant: string, importId: Uuid, module: string | undefined): AsyncGenerator<Row> {
  for (let after: readonly [number, number] = [0, 0]; ; ) {
    const [fileNumber, row] = after;
    const rows = await db.inTenants(who, (tx) =>
      tx.query<Row[]>(
        `select i.name as file, i.number as "fileNumber", i.module, s.row, s.column_name as "column", s.code, s.reason, s.cells
         from set_aside_row s join import_file i on i.tenant_id = s.tenant_id and i.import_id = s.import_id and i.number = s.file_number
         where s.tenant_id = $1 and s.import_id = $2 and ($3::text is null or i.module = $3) and (s.file_number, s.row) > ($4, $5) order by s.file_number, s.row limit $6`,
        [tenant, importId, module ?? null, fileNumber, row, ROWS_A_READ],
      ),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_READ) return;
    after = [last.fileNumber, last.row];
  }
}

/** The header and rows of one module: its own columns, ready to be mended and sent again, and why each was set aside. */
async function* moduleLines(rows: AsyncGenerator<Row>, module: ModuleName): AsyncGenerator<string[]> {
  yield [...columnsOf(module), ...MARKS];
  for await (const row of rows) yield [...ownCells(module, row.cells), ...marks(row)].map(inert);
}

/** One list over all modules. */
async function* listLines(rows: AsyncGenerator<Row>): AsyncGenerator<string[]> {
  yield ['FILE', 'MODULE', ...MARKS];
  for await (const row of rows) yield [row.file, row.module, ...marks(row)].map(inert);
}

/** Rows set aside as CSV, read a thousand at a time. */
export const setAsideCsv = (db: TenantDb, who: Actor, tenant: string, importId: Uuid, module: ModuleName | undefined): Readable => {
  const rows = rowsOf(db, who, tenant, importId, module);
  return Readable.from(module ? moduleLines(rows, module) : listLines(rows)).pipe(stringify({ record_delimiter: 'windows' }));
};
