import { TenantId, Uuid } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import { keyOf } from '../ssda903/keys.js';
import type { ModuleName, StatedRow } from '../ssda903/modules.js';
import { childRecords } from './child-records.js';
import type { FactsContext } from './context.js';
import { factsOfType } from './fact.js';
import type { Fact, FactOf, FactType } from './fact.js';
import { factsOf } from './facts-of.js';

/** Rows as a worked case states them. Every case is about the council's code 1234. */
type Cells = Readonly<Record<string, string>>;

export const CHILD_ID = Uuid('11111111-2222-4333-8444-555555555555');

export const CONTEXT: FactsContext = {
  tenant: TenantId('E10000028'),
  postcodes: new Map([
    ['ST162LH', { localAuthorityCode: 'E10000028', easting: 392000, northing: 323000 }],
    ['ST174JX', { localAuthorityCode: 'E10000028', easting: 393000, northing: 321000 }],
    ['ST51AA', { localAuthorityCode: 'E10000028', easting: 384800, northing: 346200 }],
    ['ST15AA', { localAuthorityCode: 'E06000021', easting: 388100, northing: 347300 }],
  ]),
  siblingGroupOwner: Uuid('99999999-2222-4333-8444-555555555555'),
};

/** A row of any module, stated in the collection that ends in `year`. */
export const row = (module: ModuleName, year: number, cells: Cells): StatedRow => {
  const whole = { CHILD: '1234', ...cells };
  const keyed = keyOf(module, whole, year);
  if (!('key' in keyed)) throw new TypeError(`${module} row without a key: ${keyed.column}`);
  return { module, year, key: keyed.key, cells: whole };
};

/** An episode: an own foster carer under section 20, unless the cells say otherwise. */
export const episode = (year: number, DECOM: string, cells: Cells = {}): StatedRow =>
  row('Episodes', year, {
    DECOM, RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '', HOME_POST: 'ST16 2LH', PL_POST: 'ST17 4JX', URN: 'SC000001', ...cells,
  });

/** The facts of the only record that the rows come to. */
export const factsFrom = (...rows: StatedRow[]): Fact[] => {
  const [record] = childRecords(rows);
  if (record === undefined) throw new TypeError('no record');
  return factsOf(record, CHILD_ID, CONTEXT);
};

/** Facts of one type. */
export const only = <T extends FactType>(type: T, ...rows: StatedRow[]): FactOf<T>[] => factsOfType(factsFrom(...rows), type);

export const day = (text: string): LocalDate => text as LocalDate;
