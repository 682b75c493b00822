import { LocalDate, TenantId, Uuid, addMonths, derivedId } from '@permanence/kernel/values';
import { type StatedRow, childRecords, factsOf, keyOf } from '@permanence/locality-hub/domain';
import type { KnownChild, RecordedFact } from '@permanence/locality-hub/service';
import { makeCouncil } from '../council.js';
import { byChild, rowsOfYear } from '../reading.fixture.js';
import { historyOf } from './history.js';
import type { PastSetting } from './past.js';

export const TODAY = LocalDate('2026-11-24');
export const TENANT = TenantId('E06000051');
const ROOT = Uuid('77777777-2222-4333-8444-555555555555');
const person = (name: string): Uuid => derivedId(ROOT, name);

export const SETTING: PastSetting = {
  tenant: TENANT, seed: 'permanence', today: TODAY, keptFrom: addMonths(TODAY, -72),
  hands: { workers: new Map([['SW300001', person('Bethan')], ['SW300002', person('Marcus')]]), managers: [person('Ruth'), person('Gethin')], officers: [person('Cordelia'), person('Padraig'), person('a third')] },
};

/** The rows that are held when every collection is loaded: of a key the newest. */
const heldRows = (lookedAfterNow: number): ReadonlyMap<string, StatedRow[]> => {
  const council = makeCouncil({ authority: TENANT, seed: 'permanence', today: TODAY, lookedAfterNow });
  const children = new Map<string, StatedRow[]>();
  for (const year of council.years) {
    for (const [code, rows] of byChild(rowsOfYear(year))) {
      const stated = rows.flatMap(({ module, cells }) => {
        const keyed = keyOf(module, cells, year.year);
        return 'key' in keyed ? [{ module, year: year.year, key: keyed.key, cells }] : [];
      });
      children.set(code, [...(children.get(code) ?? []), ...stated]);
    }
  }
  return children;
};

/** The children of a council as its files tell of them. */
export const knownChildren = (lookedAfterNow: number): KnownChild[] =>
  [...heldRows(lookedAfterNow)].flatMap(([code, rows]) =>
    childRecords(rows).map((record) => {
      const childId = person(`${code} ${record.recordNo}`);
      return { childId, code, recordNo: record.recordNo, familyCode: code, familySize: 1, facts: factsOf(record, childId, { tenant: TENANT, postcodes: new Map(), siblingGroupOwner: ROOT }) };
    }));

export type Told = Readonly<{ child: KnownChild; entries: readonly RecordedFact[] }>;

/** Every child with what was recorded. */
export const toldOf = (children: readonly KnownChild[]): Told[] => {
  const tell = historyOf(SETTING);
  return children.map((child) => ({ child, entries: tell(child) }));
};
