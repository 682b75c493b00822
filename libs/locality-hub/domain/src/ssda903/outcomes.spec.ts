import { LocalDate } from '@permanence/kernel/values';
import { aRow, load, loadAll, words } from './rows.fixture.js';

const codes = (findings: readonly { code: string; column: string }[]): string[] => findings.map(({ code, column }) => `${code} ${column}`);

describe('a row that states something new', () => {
  it('is applied', () => {
    const result = load(2021, [aRow('Header'), aRow('Episodes')]);
    expect(words(result)).toEqual(['applied', 'applied']);
    expect(result.changed).toEqual(result.statedAfter);
    expect(result.statedAfter.map(({ key }) => key)).toEqual(['K1', 'K1|2020-05-01']);
    expect(result.cellFindings).toEqual([]);
  });

  it('is applied when it only fills a cell that was empty', () => {
    const held = loadAll([2021, [aRow('Header', { ETHNIC: '' })]]);
    expect(words(load(2021, [aRow('Header')], { held }))).toEqual(['applied']);
  });

  it('is applied when it ends an open episode, whatever reasons stood beside the empty end', () => {
    const held = loadAll([2021, [aRow('Episodes', { REC: 'E7', REASON_PLACE_CHANGE: 'OTHER' })]]);
    expect(words(load(2022, [aRow('Episodes', { DEC: '02/06/2021', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' })], { held }))).toEqual(['applied']);
  });

  it('is applied once for each year where the module speaks of a year', () => {
    const held = loadAll([2021, [aRow('OC2', { CONVICTED: '0' })]]);
    expect(words(load(2022, [aRow('OC2', { CONVICTED: '1' })], { held }))).toEqual(['applied']);
  });
});

describe('a row that states nothing new', () => {
  it('is unchanged: the same file again', () => {
    const rows = [aRow('Header'), aRow('Episodes'), aRow('Reviews')];
    const again = load(2021, rows, { held: loadAll([2021, rows]) });
    expect(words(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(again.changed).toEqual([]);
  });

  it('is unchanged but stored when a newer collection repeats it', () => {
    const again = load(2022, [aRow('Episodes')], { held: loadAll([2021, [aRow('Episodes')]]) });
    expect(words(again)).toEqual(['unchanged']);
    expect(again.changed.map(({ year }) => year)).toEqual([2022]);
    expect(again.statedAfter).toHaveLength(2);
  });

  it('is unchanged as an exact repeat in the file', () => {
    expect(words(load(2021, [aRow('Episodes'), aRow('Episodes', {}, 3)]))).toEqual(['applied', 'unchanged']);
  });

  it('is unchanged when only the writing differs: sex 1 is M, mother 1.0 is 1', () => {
    const held = loadAll([2021, [aRow('Header', { SEX: '2', MOTHER: '1.0' })]]);
    expect(words(load(2025, [aRow('Header', { SEX: 'F', MOTHER: '1' })], { held }))).toEqual(['unchanged']);
  });

  it('is unchanged when only a reason beside an empty end differs', () => {
    const held = loadAll([2021, [aRow('Episodes', { REC: 'E7' })]]);
    expect(words(load(2021, [aRow('Episodes', { REC: 'X1' })], { held }))).toEqual(['unchanged']);
  });

  it('is unchanged when a newer year overrides it, with a finding for each cell that differs', () => {
    const held = loadAll([2022, [aRow('Episodes', { PLACE: 'U4', CIN: '' })]]);
    const older = load(2021, [aRow('Episodes')], { held });
    expect(words(older)).toEqual(['unchanged']);
    expect(codes(older.cellFindings)).toEqual(['NEWER_YEAR_HOLDS CIN', 'NEWER_YEAR_HOLDS PLACE']);
    expect(older.cellFindings[1]).toMatchObject({ file: 'Episodes.csv', row: 2, written: 'U6', sentence: 'PLACE is “U6” here, a newer return says “U4”. The newer one holds.' });
    expect(older.changed.map(({ year }) => year)).toEqual([2021]);
  });

  it('is unchanged without a finding when the newer year only filled a cell since', () => {
    const held = loadAll([2022, [aRow('Episodes', { DEC: '02/06/2021', REC: 'X1' })]]);
    const older = load(2021, [aRow('Episodes', { REC: 'E7' })], { held });
    expect(words(older)).toEqual(['unchanged']);
    expect(older.cellFindings).toEqual([]);
  });
});

describe('a row that changes what was stated', () => {
  it('is corrected by a newer collection, and says what was first stated when', () => {
    const held = loadAll([2020, [aRow('Episodes')]], [2021, [aRow('Episodes')]]);
    const [outcome] = load(2022, [aRow('Episodes', { PLACE_PROVIDER: 'PR4' })], { held }).outcomes;
    expect(outcome).toMatchObject({ outcome: 'corrected', key: 'K1|2020-05-01', changes: [{ column: 'PLACE_PROVIDER', was: 'PR1', now: 'PR4', statedIn: 2020 }] });
  });

  it('is corrected by the same collection, also when it empties a value', () => {
    const held = loadAll([2021, [aRow('Episodes', { DEC: '01/02/2021', REC: 'E4A' })]]);
    const [outcome] = load(2021, [aRow('Episodes')], { held }).outcomes;
    expect(outcome).toMatchObject({ outcome: 'corrected', changes: [{ column: 'DEC', was: '01/02/2021', now: '' }, { column: 'REC', was: 'E4A', now: '' }] });
  });

  it('is corrected when it fills one cell and changes another', () => {
    const held = loadAll([2021, [aRow('Episodes')]]);
    const [outcome] = load(2022, [aRow('Episodes', { DEC: '01/06/2021', REC: 'E4A', LS: 'E1' })], { held }).outcomes;
    expect(outcome).toMatchObject({ outcome: 'corrected', changes: [{ column: 'LS', was: 'C2', now: 'E1' }] });
  });
});

describe('the header, cell by cell', () => {
  it('keeps birth date, sex and ethnic group of an older year where the newer cell is empty or unreadable', () => {
    const held = loadAll([2021, [aRow('Header')]]);
    const newer = load(2022, [aRow('Header', { DOB: '32/01/2012', ETHNIC: '' })], { held });
    expect(words(newer)).toEqual(['unchanged']);
    expect(codes(newer.cellFindings)).toEqual(['CELL_UNREADABLE DOB']);
  });

  it('takes an older year’s ethnic group where the newer year has none', () => {
    const held = loadAll([2022, [aRow('Header', { ETHNIC: '' })]]);
    expect(words(load(2021, [aRow('Header')], { held }))).toEqual(['applied']);
  });

  it('finds another birth date or sex in another module', () => {
    const result = load(2021, [aRow('Reviews', { DOB: '16/03/2012' }), aRow('Header'), aRow('UASC', { SEX: '2', DOB: '15/03/2012' })]);
    expect(codes(result.cellFindings)).toEqual(['OTHER_THAN_HEADER DOB', 'OTHER_THAN_HEADER SEX']);
  });
});

describe('a row that cannot be a fact', () => {
  it.each([
    ['KEY_EMPTY', 'CHILD', { CHILD: '' }],
    ['KEY_EMPTY', 'DECOM', { DECOM: '' }],
    ['KEY_UNREADABLE', 'CHILD', { CHILD: '1.23E+15' }],
    ['DATE_UNREADABLE', 'DECOM', { DECOM: '2020-05-01' }],
    ['DATE_UNREADABLE', 'DEC', { DEC: '31/02/2021' }],
    ['CODE_UNKNOWN', 'PLACE', { PLACE: 'FC' }],
    ['CODE_UNKNOWN', 'LS', { LS: '' }],
    ['END_NOT_AFTER_START', 'DEC', { DEC: '01/05/2020' }],
    ['DATE_IN_FUTURE', 'DEC', { DEC: '02/06/2026' }],
    ['DATE_IN_FUTURE', 'DECOM', { DECOM: '02/06/2026' }],
  ])('%s: an episode with a bad %s', (code, column, cells) => {
    const result = load(2026, [aRow('Episodes', cells)]);
    expect(result.outcomes[0]).toMatchObject({ outcome: 'setAside', code, column });
    expect(result.statedAfter).toEqual([]);
    expect(result.cellFindings).toEqual([]);
  });

  it('says what is wrong and how to mend it', () => {
    expect(load(2026, [aRow('Reviews', { REVIEW: '2026-02-31' })]).outcomes[0]).toMatchObject({ reason: 'The date cannot be read: REVIEW “2026-02-31”. Write dates as 31/12/2025.' });
    expect(load(2026, [aRow('Header', { CHILD: '' })]).outcomes[0]).toMatchObject({ reason: 'The child has no number: CHILD is empty. Add the child’s number from the case system.' });
  });

  it('is the earlier of two different rows with one key; the last holds', () => {
    const result = load(2021, [aRow('Episodes', { PLACE: 'U4' }), aRow('Episodes', {}, 3)]);
    expect(words(result)).toEqual(['DUPLICATE_ROW', 'applied']);
    expect(result.statedAfter.map(({ cells }) => cells['PLACE'])).toEqual(['U6']);
  });

  it('is no duplicate of a row that is itself set aside', () => {
    expect(words(load(2021, [aRow('Episodes'), aRow('Episodes', { PLACE: 'FC' }, 3)]))).toEqual(['applied', 'CODE_UNKNOWN']);
  });

  it('leaves the row held before as it is', () => {
    const held = loadAll([2021, [aRow('Episodes')]]);
    const result = load(2021, [aRow('Episodes', { DEC: '30/02/2021' })], { held, whole: new Set(['Episodes'] as const) });
    expect(result.statedAfter).toEqual(held);
    expect(result.cellFindings).toEqual([]);
  });
});

describe('findings of the import', () => {
  it('keeps what a bad cell says, and leaves it empty in the record', () => {
    const result = load(2021, [aRow('Episodes', { CIN: 'N9' })]);
    expect(words(result)).toEqual(['applied']);
    expect(result.statedAfter[0]?.cells['CIN']).toBe('');
    expect(result.cellFindings).toMatchObject([{ code: 'CELL_UNREADABLE', column: 'CIN', written: 'N9', row: 2, sentence: 'CIN “N9” cannot be read. It is empty in the record.' }]);
  });

  it('names a code of another year and keeps it', () => {
    const result = load(2026, [aRow('Episodes', { PLACE: 'H5' })]);
    expect(words(result)).toEqual(['applied']);
    expect(result.statedAfter[0]?.cells['PLACE']).toBe('H5');
    expect(codes(result.cellFindings)).toEqual(['CODE_OF_ANOTHER_YEAR PLACE']);
    expect(load(2022, [aRow('Episodes', { PLACE: 'H5' })]).cellFindings).toEqual([]);
  });

  it('names sex by number in a collection that has letters', () => {
    expect(codes(load(2025, [aRow('Header', { SEX: '1' })]).cellFindings)).toEqual(['CODE_OF_ANOTHER_YEAR SEX']);
  });

  it('names a date after today that is not of the key', () => {
    expect(codes(load(2026, [aRow('UASC', { SEX: 'M', DUC: '02/06/2026' })]).cellFindings)).toEqual(['DATE_AFTER_TODAY DUC']);
  });

  it.each([
    ['before its first day', '31/03/2020', []],
    ['on its first day', '01/04/2020', undefined],
    ['on its last day', '31/03/2021', undefined],
    ['after its last day', '01/04/2021', []],
  ])('names a review %s of the collection', (_, REVIEW, found) => {
    expect(codes(load(2021, [aRow('Reviews', { REVIEW })]).cellFindings)).toEqual(found === undefined ? [] : ['DATE_OUTSIDE_COLLECTION REVIEW']);
  });

  it('takes the declared day as the end of a year in progress', () => {
    const result = load(2027, [aRow('Reviews', { REVIEW: '20/05/2026' })], { completeTo: LocalDate('2026-04-30') });
    expect(codes(result.cellFindings)).toEqual(['DATE_OUTSIDE_COLLECTION REVIEW']);
  });

  it('lets an episode start long before the collection', () => {
    expect(load(2026, [aRow('Episodes')]).cellFindings).toEqual([]);
  });
});

describe('names and siblings', () => {
  const names = (cells: Record<string, string>) => aRow('Names', { FORENAME: 'Isla', SURNAME: 'Brereton', ...cells });

  it('keeps the sibling group when a file has no such column', () => {
    const held = loadAll([2021, [names({ SIBLING_GROUP: 'A' })]]);
    expect(words(load(2021, [names({})], { held }))).toEqual(['unchanged']);
    expect(words(load(2022, [names({})], { held }))).toEqual(['unchanged']);
  });

  it('takes the sibling group away where the column is there and empty', () => {
    const held = loadAll([2021, [names({ SIBLING_GROUP: 'A' })]]);
    expect(words(load(2022, [names({ SIBLING_GROUP: '' })], { held }))).toEqual(['corrected']);
  });
});
