import type { Cells, ModuleName, UploadRow } from '../ssda903/modules.js';
import { RULES } from './catalogue.js';
import { checkChild } from './check-child.js';
import type { ChildRows, RowsByModule } from './rule.js';

const HEADER: Cells = { CHILD: 'K1', SEX: 'F', DOB: '15/09/2013', ETHNIC: 'WBRI', UPN: 'UN4', MOTHER: '', MC_DOB: '' };

const EPISODE: Cells = {
  CHILD: 'K1', DECOM: '01/05/2025', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '',
  HOME_POST: 'ST16 2LH', PL_POST: 'ST17 4JX', URN: 'SC000001',
};

/** A header that breaks no rule in the collection of 2026, with these cells changed. */
export const header = (cells: Cells = {}): Cells => ({ ...HEADER, ...cells });
/** An open episode that breaks no rule in the collection of 2026, with these cells changed. */
export const episode = (cells: Cells = {}): Cells => ({ ...EPISODE, ...cells });
/** An episode that ended with a move on 1 June 2025. */
export const first = (cells: Cells = {}): Cells => episode({ DEC: '01/06/2025', REC: 'X1', ...cells });
/** The episode after the move. */
export const second = (cells: Cells = {}): Cells => episode({ DECOM: '01/06/2025', RNE: 'P', PL_POST: 'ST5 1AA', ...cells });

const rows = (module: ModuleName, cells: readonly Cells[]): UploadRow[] => cells.map((of, at) => ({ module, file: `${module}.csv`, row: at + 2, cells: of }));

/** One child's rows; modules not named were not uploaded. */
export const child = (modules: Readonly<Partial<Record<ModuleName, readonly Cells[]>>>): ChildRows => {
  const named = Object.entries(modules) as [ModuleName, readonly Cells[]][];
  return { now: Object.fromEntries(named.map(([module, cells]) => [module, rows(module, cells)])) as RowsByModule, uploaded: new Set(named.map(([module]) => module)), before: {} };
};

const ofRule = (code: string) => RULES.filter((rule) => rule.code === code);

/** The rows that a rule finds in a child, such as `Episodes 2`. */
export const found = (code: string, rowsOfChild: ChildRows, year = 2026): string[] => checkChild(rowsOfChild, year, ofRule(code)).map(({ module, row }) => `${module} ${row}`);

/** The rows of these episodes that a rule finds, counted from 1, beside a header without fault. */
export const foundIn = (code: string, episodes: readonly Cells[], year = 2026): number[] =>
  found(code, child({ Header: [header()], Episodes: episodes }), year).map((row) => Number(row.slice('Episodes '.length)) - 1);
