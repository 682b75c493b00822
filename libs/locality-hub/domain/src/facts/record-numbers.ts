import type { ChildRecord } from './child-records.js';
import type { Fact } from './fact.js';

/** A record as it is known already. */
export type KnownRecord = Readonly<{ recordNo: number; facts: readonly Fact[] }>;

type Unnumbered = Omit<ChildRecord, 'recordNo'>;

/** Gives each record its number: that of the known record with which it shares most episodes, else the next free one. */
export const numbered = (records: readonly Unnumbered[], knownRecords: readonly KnownRecord[]): ChildRecord[] => {
  const left = new Map(knownRecords.map((record) => [record.recordNo, episodesOf(record)]));
  const kept = records.map((record) => take(left, record));
  const next = fromNext(Math.max(-1, ...knownRecords.map(({ recordNo }) => recordNo)));
  const given = records.map((record, at) => ({ recordNo: kept[at] ?? takeEmpty(left) ?? next(), ...record }));
  return [...given, ...[...left.keys()].map((recordNo) => ({ recordNo, rows: [] }))];
};

const episodesOf = ({ facts }: KnownRecord): ReadonlySet<string> =>
  new Set(facts.filter(({ type }) => type === 'care-episode-changed' || type === 'short-break-started').map(({ effectiveOn }) => effectiveOn));

type Left = Map<number, ReadonlySet<string>>;

const take = (left: Left, { rows }: Unnumbered): number | undefined => {
  const begun = new Set(rows.filter(({ module }) => module === 'Episodes').map(({ key }) => key.slice(-10)));
  const shared = [...left].map(([recordNo, episodes]) => ({ recordNo, count: [...begun].filter((day) => episodes.has(day)).length }));
  const best = shared.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0];
  if (best !== undefined) left.delete(best.recordNo);
  return best?.recordNo;
};

/** A record that was known without any episode is the one that gets its first. */
const takeEmpty = (left: Left): number | undefined => {
  const [recordNo] = [...left].find(([, episodes]) => episodes.size === 0) ?? [];
  if (recordNo !== undefined) left.delete(recordNo);
  return recordNo;
};

const fromNext = (highest: number): (() => number) => {
  let last = highest;
  return () => (last += 1);
};
