import { LocalDate } from '@permanence/kernel/values';
import { type Cells, MODULES, type ModuleName, type StatedRow, type UploadRow } from './modules.js';
import type { ChildOutcome, ChildUpload } from './outcome.js';
import { outcomesOf } from './outcomes.js';

/** Rows as specs write them: only the cells that matter, everything else is empty. */
const TYPICAL: Readonly<Partial<Record<ModuleName, Cells>>> = {
  Header: { CHILD: 'K1', SEX: '1', DOB: '15/03/2012', ETHNIC: 'WBRI', UPN: 'UN4' },
  Episodes: { CHILD: 'K1', DECOM: '01/05/2020', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', HOME_POST: 'ST16 2LH', PL_POST: 'ST17 4JX', URN: 'SC000001' },
  Reviews: { CHILD: 'K1', DOB: '15/03/2012', REVIEW: '20/05/2020', REVIEW_CODE: 'PN1' },
};

/** A row of a module: a typical one of child K1 with these cells changed, in row 2 of its file unless said otherwise. */
export const aRow = (module: ModuleName, cells: Cells = {}, row = 2): UploadRow => ({
  module,
  file: `${module}.csv`,
  row,
  cells: { ...Object.fromEntries(MODULES[module].map((column) => [column, ''])), CHILD: 'K1', ...TYPICAL[module], ...cells },
});

type Load = Partial<Omit<ChildUpload, 'uploaded' | 'year'>>;

/** Loads rows as the collection that ends in a year; today is 1 June 2026. */
export const load = (year: number, uploaded: readonly UploadRow[], with_: Load = {}): ChildOutcome =>
  outcomesOf({ held: [], today: LocalDate('2026-06-01'), whole: new Set(), completeEpisodeYears: new Set(), ...with_, uploaded, year });

/** Loads several collections one after the other. */
export const loadAll = (...collections: readonly (readonly [year: number, rows: readonly UploadRow[]])[]): readonly StatedRow[] =>
  collections.reduce<readonly StatedRow[]>((held, [year, rows]) => load(year, rows, { held }).statedAfter, []);

/** The outcomes in the order of the rows; a row set aside by its code. */
export const words = ({ outcomes }: ChildOutcome): string[] => outcomes.map((each) => (each.outcome === 'setAside' ? each.code : each.outcome));
