import { CODE_TABLES, type Code } from './code-tables.js';
import { codeOf, type CodedColumn, codesIn, isCodeOfYear, labelOf } from './codes.js';

const columns = Object.keys(CODE_TABLES) as CodedColumn[];
const codes = (column: CodedColumn, year: number): string[] => codesIn(column, year).map(({ code }) => code);

describe('code lists', () => {
  it.each(columns)('%s names each code once, with a label, in years that follow each other', (column) => {
    const entries: readonly Code[] = CODE_TABLES[column];
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    for (const { label, from = 0, to = 9999 } of entries) {
      expect(label.length).toBeGreaterThan(1);
      expect(from).toBeLessThanOrEqual(to);
    }
  });

  it('change placements as the DfE did', () => {
    const changing = ['H5', 'K3', 'P2', 'Z1', 'Z11', 'Z14'];
    const listed = (year: number) => changing.filter((code) => codes('PLACE', year).includes(code));
    expect(listed(2018)).toEqual(['H5', 'P2', 'Z1']);
    expect(listed(2023)).toEqual(['H5', 'P2', 'Z1']);
    expect(listed(2024)).toEqual(['H5', 'K3', 'P2', 'Z1']);
    expect(listed(2025)).toEqual(['H5', 'K3', 'Z1']);
    expect(listed(2026)).toEqual(['K3', 'Z11', 'Z14']);
  });

  it('write sex by number until 2024, by letter since', () => {
    expect(codes('SEX', 2024)).toEqual(['1', '2']);
    expect(codes('SEX', 2025)).toEqual(['M', 'F', 'U']);
  });

  it('know a code of any year, and which years have it', () => {
    const other = codeOf('PLACE', 'Z1') as Code;
    expect([2025, 2026].map((year) => isCodeOfYear(other, year))).toEqual([true, false]);
    expect(codeOf('PLACE', 'FC')).toBeUndefined();
    expect(codeOf('ACCOM', 'S1')).toBeUndefined();
    expect(codeOf('ACCOM', 'S2')?.label).toBe('No fixed abode, unsuitable');
  });

  it('say what a page says', () => {
    expect(labelOf('LS', 'C2')).toBe('Care order');
    expect(labelOf('PLACE', 'U4')).toBe('Foster carer, long term');
    expect(labelOf('LS', '')).toBe('not recorded');
    expect(labelOf('LS', 'XX')).toBe('XX');
  });
});
