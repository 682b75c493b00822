import { type LocalDate, TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import { MODULES, type ModuleName, type StatedRow, childRecords, factsOf, keyOf } from '@permanence/locality-hub/domain';
import type { RecordToWrite, WrittenCollection } from '@permanence/locality-hub/service';
import { type CouncilFile, type CouncilYear, type DemonstrationCouncil, makeCouncilOf } from '../council.js';
import type { CouncilOfEngland } from './councils-of-england.js';

/** What a benchmark is about: who, where and when reviewed. */
const FILES: Readonly<Record<string, ModuleName>> = { 'header.csv': 'Header', 'episodes.csv': 'Episodes', 'reviews.csv': 'Reviews' };

const YEARS = 2;

const CHILDREN = Uuid('c0f3a9d2-1b7e-4b5a-9d64-8e2f70a1c355');

/** A council of England with its last collection and the year so far, the same every time. */
export const councilLike = ({ authority, like, lookedAfterNow }: CouncilOfEngland, today: LocalDate): DemonstrationCouncil => {
  const running = Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0);
  return makeCouncilOf(like, { seed: `england ${authority}`, today, lookedAfterNow, years: Array.from({ length: YEARS }, (_, back) => running - back) });
};

/** The collections that it has loaded. */
export const collectionsOf = ({ years }: DemonstrationCouncil): WrittenCollection[] =>
  years.map(({ year, asAt }) => ({ year, modules: Object.values(FILES), completeTo: asAt ?? (`${year}-03-31` as LocalDate), complete: asAt === undefined }));

const rowsIn = (module: ModuleName, year: number, { csv }: CouncilFile): StatedRow[] => {
  const [, ...lines] = [...csv()];
  return lines.map((line) => {
    const values = line.trimEnd().split(',');
    const cells = Object.fromEntries(MODULES[module].map((column, at) => [column, values[at] ?? '']));
    const keyed = keyOf(module, cells, year);
    if (!('key' in keyed)) throw new Error(`a row of ${module} has no key`);
    return { module, year, key: keyed.key, cells };
  });
};

const rowsOf = ({ year, files }: CouncilYear): StatedRow[] =>
  files.flatMap((file) => {
    const module = FILES[file.name];
    return module === undefined ? [] : rowsIn(module, year, file);
  });

/** The council's records, child by child, as its files would have made them. */
export function* recordsOf(authority: string, { years }: DemonstrationCouncil): Iterable<RecordToWrite> {
  const byCode = new Map<string, StatedRow[]>();
  for (const row of years.flatMap(rowsOf)) {
    const code = row.cells['CHILD'] ?? '';
    const mine = byCode.get(code);
    if (mine === undefined) byCode.set(code, [row]);
    else mine.push(row);
  }
  const tenant = TenantId(authority);
  for (const [code, rows] of byCode) {
    const [record] = childRecords(rows);
    if (record === undefined) continue;
    const childId = derivedId(CHILDREN, `${authority} ${code}`);
    yield { childId, code, facts: factsOf(record, childId, { tenant, postcodes: new Map(), siblingGroupOwner: CHILDREN }) };
  }
}
