import { checkChild, factFindings, childRecords, KEY_COLUMNS, type ModuleName, outcomesOf, rulesInForce, type StatedRow, type UploadRow } from '@permanence/locality-hub/domain';
import { LocalDate } from '@permanence/kernel/values';
import { type CouncilYear, makeCouncil } from './council.js';
import { postcodeBook } from './postcodes.js';
import { COUNCILS } from './councils.js';
import { byChild, byModule, iso, rowsOfYear } from './reading.fixture.js';

const TODAY = LocalDate('2026-11-24');
const council = makeCouncil({ authority: 'E06000021', seed: 1, today: TODAY, lookedAfterNow: 160 });
const years = council.years.map((year) => ({ ...year, rows: rowsOfYear(year) }));

type Year = CouncilYear & { rows: readonly UploadRow[] };

const cellsBefore = (rows: readonly UploadRow[] = []): Partial<Record<ModuleName, UploadRow['cells'][]>> =>
  Object.fromEntries(Object.entries(byModule(rows)).map(([module, mine]) => [module, mine.map(({ cells }) => cells)]));

const findingsOf = (year: Year, before: ReadonlyMap<string, UploadRow[]>): string[] => {
  const uploaded = new Set(year.rows.map(({ module }) => module));
  return [...byChild(year.rows)].flatMap(([code, rows]) =>
    checkChild({ now: byModule(rows), uploaded, before: cellsBefore(before.get(code)) }, year.year, rulesInForce(year.year))
      .map(({ rule, module, row, column }) => `${year.year} ${rule} ${module} row ${row} ${column} of ${code}`));
};

describe('the files of a council', () => {
  it('break none of the rules that we run', () => {
    const found = years.flatMap((year, index) => findingsOf(year, byChild(years[index - 1]?.rows ?? [])));
    expect(found).toEqual([]);
  });

  it('would be found out if they did', () => {
    const [year] = years;
    const spoilt = year?.rows.map((row) => (row.module === 'Episodes' ? { ...row, cells: { ...row.cells, LS: 'C9' } } : row)) ?? [];
    expect(findingsOf({ year: 2021, files: [], rows: spoilt }, new Map()).filter((finding) => finding.startsWith('2021 144 Episodes'))).toHaveLength(spoilt.filter(({ module }) => module === 'Episodes').length);
  });

  it('have no key twice in a year', () => {
    for (const { rows } of years) {
      const keys = rows.map(({ module, cells }) => [module, ...KEY_COLUMNS[module].map((column) => cells[column])].join('|'));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('tell of nothing after the year’s end', () => {
    for (const { year, asAt, rows } of years) {
      const dates = rows.flatMap(({ cells }) => Object.values(cells)).filter((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell)).map(iso);
      expect(dates.filter((date) => date > (asAt ?? `${year}-03-31`))).toEqual([]);
    }
  });

  it('never have two episodes of one child on one day, and chain them by X1', () => {
    for (const { rows } of years) {
      for (const episodes of byChild(rows.filter(({ module }) => module === 'Episodes')).values()) {
        const told = episodes.map(({ cells }) => cells).sort((a, b) => (iso(a['DECOM']) < iso(b['DECOM']) ? -1 : 1));
        told.slice(1).forEach((next, index) => {
          const before = told[index] ?? {};
          expect(iso(before['DEC']) !== '' && iso(before['DEC']) <= iso(next['DECOM'])).toBe(true);
          expect(before['REC'] === 'X1').toBe(before['DEC'] === next['DECOM']);
        });
      }
    }
  });

  it('name only postcodes that exist, most of them in the council’s area', () => {
    const book = postcodeBook();
    const area = new Set(book.inAuthority('E06000021'));
    const around = new Set(COUNCILS.flatMap(({ authority, neighbours }) => [authority, ...neighbours.map(([neighbour]) => neighbour)]).flatMap((authority) => book.inAuthority(authority)));
    const episodes = years.flatMap(({ rows }) => rows).filter(({ module }) => module === 'Episodes').map(({ cells }) => cells);
    const placed = episodes.map(({ PL_POST = '' }) => PL_POST).filter((post) => post !== '');
    expect(placed.filter((post) => !around.has(post))).toEqual([]);
    expect(episodes.filter(({ HOME_POST = '' }) => HOME_POST !== '' && !area.has(HOME_POST))).toEqual([]);
    expect(placed.filter((post) => area.has(post)).length / placed.length).toBeGreaterThan(0.6);
  });
});

describe('the files of a council, loaded year after year', () => {
  const held = new Map<string, readonly StatedRow[]>();
  const outcomes = years.flatMap(({ year, rows, asAt }, index) =>
    [...byChild(rows)].flatMap(([code, uploaded]) => {
      const completeEpisodeYears = new Set(years.slice(0, index + 1).map((each) => each.year));
      const result = outcomesOf({ held: held.get(code) ?? [], uploaded, year, today: TODAY, completeTo: asAt, whole: new Set(uploaded.map(({ module }) => module)), completeEpisodeYears });
      held.set(code, result.statedAfter);
      return result.outcomes;
    }));

  it('state nothing that is set aside, and correct about one episode in a hundred', () => {
    expect(outcomes.filter(({ outcome }) => outcome === 'setAside')).toEqual([]);
    const corrected = outcomes.filter((each) => each.outcome === 'corrected' && each.row.module === 'Episodes');
    const honest = corrected.filter((each) => each.outcome === 'corrected' && each.changes.some(({ column }) => column === 'PLACE_PROVIDER' || column === 'URN'));
    const episodes = [...held.values()].flat().filter(({ module }) => module === 'Episodes').length;
    expect(honest.length / episodes).toBeGreaterThan(0.002);
    expect(honest.length / episodes).toBeLessThan(0.03);
  });

  it('contradict themselves nowhere', () => {
    expect([...held.values()].flatMap((rows) => factFindings(childRecords(rows)))).toEqual([]);
  });
});
