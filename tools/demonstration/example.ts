import { LocalDate } from '@permanence/kernel/values';
import { type DemonstrationCouncil, makeCouncilOf } from './council.js';
import { type Council, councilOf } from './councils.js';

/** A small council in the place of Telford & Wrekin, with codes and registrations that no council of the demonstration has. */
const EXAMPLE: Council = {
  ...councilOf('E06000020'),
  name: 'Example',
  prefix: 'EXA',
  workerDigit: 9,
  staying: 1,
  signIn: [{ registration: 'SW900001', forename: 'Morgan', surname: 'Ellery' }, { registration: 'SW900002', forename: 'Dilys', surname: 'Harte' }],
};

/** What `examples/ssda903` holds: two complete collections of some sixty children. */
export const makeExample = (): DemonstrationCouncil =>
  makeCouncilOf(EXAMPLE, { seed: 'example', today: LocalDate('2026-04-01'), lookedAfterNow: 34, years: [2025, 2026] });
