import { CODE_TABLES, type Code } from './code-tables.js';

/** A column of the SSDA903 that has a code list. */
export type CodedColumn = keyof typeof CODE_TABLES;

const BY_COLUMN: ReadonlyMap<string, ReadonlyMap<string, Code>> = new Map(
  Object.entries(CODE_TABLES).map(([column, codes]) => [column, new Map(codes.map((entry) => [entry.code, entry]))]),
);

/** The code with its label and years, or undefined where no year's list of the column has it. */
export const codeOf = (column: CodedColumn, code: string): Code | undefined => BY_COLUMN.get(column)?.get(code);

/** Whether the list of a collection year (the year in which it ends) has the code. */
export const isCodeOfYear = (entry: Code, year: number): boolean => (entry.from === undefined || entry.from <= year) && (entry.to === undefined || year <= entry.to);

/** The codes of a column in a collection year, in the order of the DfE's list. */
export const codesIn = (column: CodedColumn, year: number): readonly Code[] => CODE_TABLES[column].filter((entry: Code) => isCodeOfYear(entry, year));

/** What a page says for a code: its label whatever its year, the code itself where no list has it, and "not recorded" where the cell is empty. */
export const labelOf = (column: CodedColumn, code: string): string => (code === '' ? 'not recorded' : (codeOf(column, code)?.label ?? code));
