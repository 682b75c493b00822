import { readFileSync } from 'node:fs';
import { type Authority, NORTH_MIDLANDS, type Partnership } from '@permanence/contracts/partnership';
import { TenantId } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';
import { parse } from 'csv-parse/sync';
import { COUNCILS, type Council } from '../councils.js';
import { Random, seedOf } from '../random.js';

/** One council of England at a benchmark: `like` is the one of the four whose homes and people it borrows. */
export type CouncilOfEngland = Readonly<{ authority: string; like: Council; lookedAfterNow: number }>;

/** Children looked after. England has some 83,600 (DfE, March 2024); so many as these make less than 1.5 million events. */
const LOOKED_AFTER = 76_000;

/** The county that two councils took the place of in 2023; some postcodes still name it. */
const CUMBRIA = 'E10000006';

/** The 153 councils with children's services, each with its newest code: the four of the partnership first. */
const nameByCode = (): ReadonlyMap<string, string> => {
  const rows = parse<Readonly<{ authority: string; authorityName: string }>>(readFileSync(projectFile('data', 'postcodes', 'districts.csv'), 'utf8'), { columns: true });
  const english = rows.filter(({ authority }) => authority.startsWith('E') && authority !== CUMBRIA);
  const newest = new Map<string, string>();
  // A county that became a unitary council has a code of that kind, and a council whose borders moved a higher number of the same kind.
  for (const { authority, authorityName } of english) newest.set(authorityName, [newest.get(authorityName) ?? authority, authority].sort(byAge).at(-1) ?? authority);
  const named = [...newest].map(([name, code]) => [code, name] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...NORTH_MIDLANDS.councils.map(({ code, shortName }) => [code, shortName] as const), ...named]);
};

const isCounty = (code: string): boolean => code.startsWith('E10');

const byAge = (a: string, b: string): number => {
  if (isCounty(a) !== isCounty(b)) return isCounty(a) ? -1 : 1;
  return a < b ? -1 : 1;
};

/** Shares that are as unequal as England's: the largest has some ten times as many children as the smallest. */
const weightOf = (authority: string): number => 0.25 + 2.2 * new Random(seedOf('england', authority)).next() ** 2;

/** @throws RangeError for more than there are. */
const firstOf = <T>(all: readonly T[], count: number): readonly T[] => {
  if (!Number.isInteger(count) || count < 1 || count > all.length) throw new RangeError(`England has ${all.length} councils with children's services. Give a number from 1 to ${all.length}.`);
  return all.slice(0, count);
};

/** The first so many councils of England, each with its part of England's children. @throws RangeError for more than there are. */
export const councilsOfEngland = (count: number): readonly CouncilOfEngland[] => {
  const all = [...nameByCode().keys()];
  const whole = all.reduce((sum, authority) => sum + weightOf(authority), 0);
  return firstOf(all, count).map((authority, place) => ({
    authority, like: COUNCILS[place % COUNCILS.length] as Council, lookedAfterNow: Math.round((LOOKED_AFTER * weightOf(authority)) / whole),
  }));
};

/** The same councils as a partnership, for PARTNERSHIP_FILE. The DfE's numbers of the others are not known here and nobody reads them: they are numbered in turn. @throws RangeError for more than there are. */
export const partnershipOfEngland = (count: number): Partnership => {
  const four = new Map<string, Authority>(NORTH_MIDLANDS.councils.map((council) => [council.code, council]));
  const councils = firstOf([...nameByCode()], count).map(([code, name], at) => four.get(code) ?? { code: TenantId(code), name, shortName: name, dfeCode: String(at).padStart(3, '0') });
  return { name: `England, ${count} councils`, councils };
};
