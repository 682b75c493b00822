import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TenantId, Uuid, addMonthsTo, derivedId, monthEnd } from '@permanence/kernel/values';
import type { LocalDate, Month } from '@permanence/kernel/values';
import { outcomesOf } from '../ssda903/outcomes.js';
import type { ModuleName, StatedRow, UploadRow } from '../ssda903/modules.js';
import { carePeriods, spanOn, stays } from './as-of.js';
import { childRecords } from './child-records.js';
import { factsOf } from './facts-of.js';
import type { Fact } from './fact.js';

const FOLDER = fileURLToPath(new URL('../../../../../tests/fixtures/ssda903-sample/', import.meta.url));
const YEARS = [2018, 2019, 2020, 2021, 2022];
const FILES: Partial<Record<ModuleName, string>> = {
  Header: 'header', Episodes: 'episodes', Reviews: 'reviews', UASC: 'uasc', OC2: 'oc2', OC3: 'oc3', PrevPerm: 'previous_permanence', Missing: 'missing',
};
const MODULES_READ = Object.keys(FILES) as ModuleName[];
const TODAY = '2026-09-30' as LocalDate;
const OWNER = Uuid('6f1c2d3e-4a5b-4c6d-8e7f-0a1b2c3d4e5f');

const read = (year: number, module: ModuleName): UploadRow[] => {
  const [header = '', ...lines] = readFileSync(`${FOLDER}${year}-${FILES[module]}.csv`, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line, index) => {
    const values = line.split(',');
    return { module, file: `${year}-${FILES[module]}.csv`, row: index + 2, cells: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) };
  });
};

const byChild = (rows: readonly UploadRow[]): Map<string, UploadRow[]> => {
  const groups = new Map<string, UploadRow[]>();
  for (const row of rows) groups.set(row.cells['CHILD'] ?? '', [...(groups.get(row.cells['CHILD'] ?? '') ?? []), row]);
  return groups;
};

const uploads = new Map(YEARS.map((year) => [year, byChild(MODULES_READ.flatMap((module) => read(year, module)))]));
const codes = [...new Set([...uploads.values()].flatMap((upload) => [...upload.keys()]))];

/** Everything held of each code after the years were loaded in this order. */
const load = (years: readonly number[]): Map<string, readonly StatedRow[]> => {
  const held = new Map<string, readonly StatedRow[]>();
  const loaded = new Set<number>();
  for (const year of years) {
    loaded.add(year);
    for (const [code, uploaded] of uploads.get(year) ?? []) {
      const { statedAfter } = outcomesOf({ held: held.get(code) ?? [], uploaded, year, today: TODAY, whole: new Set(MODULES_READ), completeEpisodeYears: loaded });
      held.set(code, statedAfter);
    }
  }
  return held;
};

const factsOfRows = (code: string, rows: readonly StatedRow[]): Fact[][] =>
  childRecords(rows).map((record) =>
    factsOf(record, derivedId(OWNER, `${code}/${record.recordNo}`), { tenant: TenantId('E10000028'), postcodes: new Map(), siblingGroupOwner: OWNER }));

const MONTH_ENDS = Array.from({ length: 60 }, (_, index) => monthEnd(addMonthsTo('2017-04' as Month, index)));

/** Straight from the files, without any of the product's code: the newest year's row of each CHILD and DECOM that covers the day and is not V3 or V4. */
const countedFromFiles = (day: LocalDate): number => {
  const iso = (text: string): string => text.split('/').reverse().join('-');
  const children = new Set<string>();
  for (const cells of newestRows) {
    const ends = cells['DEC'] ? iso(cells['DEC']) : '9999-12-31';
    if (!/^V[34]$/.test(cells['LS'] ?? '') && iso(cells['DECOM'] ?? '') <= day && ends > day) children.add(cells['CHILD'] ?? '');
  }
  return children.size;
};

const newestRows = [...new Map(YEARS.flatMap((year) => read(year, 'Episodes')).map(({ cells }) => [`${cells['CHILD']} ${cells['DECOM']}`, cells])).values()];

describe('the five-year sample', () => {
  const held = load(YEARS);
  const all = [...held].flatMap(([code, rows]) => factsOfRows(code, rows));

  it('counts at each of the 60 months’ ends as many children as the files do, by care periods and by stays', () => {
    const byPeriods = all.map(carePeriods);
    const byStays = all.map(stays);
    const counted = MONTH_ENDS.map((day) => [day, byPeriods.filter((spans) => spanOn(spans, day)).length, byStays.filter((spans) => spanOn(spans, day)).length]);
    expect(counted).toEqual(MONTH_ENDS.map((day) => [day, countedFromFiles(day), countedFromFiles(day)]));
  });

  it.each([[[2022, 2021, 2020, 2019, 2018]], [[2020, 2022, 2018, 2021, 2019]]])('comes to the same facts when loaded in the order %j', (years) => {
    const other = load(years);
    const differing = codes.filter((code) => JSON.stringify(factsOfRows(code, other.get(code) ?? [])) !== JSON.stringify(factsOfRows(code, held.get(code) ?? [])));
    expect(differing).toEqual([]);
  });

  it('has four children whose code goes on after an adoption, each a record of its own', () => {
    expect([...held.values()].map((rows) => childRecords(rows).length).filter((records) => records > 1)).toEqual([2, 2, 2, 2]);
  });

  it('has no two stays of a child on one day', () => {
    for (const facts of all) {
      const homes = stays(facts);
      homes.forEach(({ to }, at) => {
        const next = homes[at + 1];
        if (next !== undefined) expect(to !== undefined && to <= next.from).toBe(true);
      });
    }
  });
});
