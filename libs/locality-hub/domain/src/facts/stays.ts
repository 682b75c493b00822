import type { LocalDate } from '@permanence/kernel/values';
import { isTemporary } from './timeline.js';
import type { CarePeriod, Episode, Segment } from './timeline.js';

/** One stay of the child in one placement, from the rows that decide. Stays of a child never overlap. */
export type Stay = Readonly<{
  from: LocalDate;
  to?: LocalDate;
  /** The row that began it. */
  first: Episode;
  /** The row that decides on its last day. */
  last: Episode;
  /** Start of the stay that this one carries on. */
  continues?: LocalDate;
  /** Start of the stay to which the child is to return (T0 to T4). */
  returnsTo?: LocalDate;
  /** Why it ended; absent while open or not stated. */
  reasonPlaceChange?: string;
}>;

/** A row whose RNE says something about the placement that its cells do not bear out (rule 3). */
export type RneDisagreement = Readonly<{ episode: Episode; says: string; cellsSay: 'moved' | 'stayed' }>;

/** The stays of a care period in order, and the rows whose RNE the cells overruled. */
export const staysOf = (period: CarePeriod): { stays: Stay[]; disagreements: RneDisagreement[] } => {
  const stays: Open[] = [];
  const disagreements: RneDisagreement[] = [];
  const entered = new Set<Episode>();
  for (const segment of period.segments) {
    const last = stays.at(-1);
    const entering = !entered.has(segment.row);
    entered.add(segment.row);
    if (last === undefined) stays.push({ from: segment.from, to: segment.to, first: segment.row, last: segment.row });
    else enter(stays, last, segment, entering ? disagreements : undefined);
  }
  return { stays: stays.map((stay) => closed(stay, period)), disagreements };
};

type Open = { -readonly [K in keyof Stay]: Stay[K] };

const enter = (stays: Open[], last: Open, segment: Segment, disagreements: RneDisagreement[] | undefined): void => {
  const { row } = segment;
  const moved = isMove(last.last, row);
  const says = disagreements === undefined ? undefined : placementClaim(row.rne);
  if (says !== undefined && (says === 'stayed') === moved) disagreements?.push({ episode: row, says: row.rne as string, cellsSay: moved ? 'moved' : 'stayed' });
  if (!moved) {
    last.to = segment.to;
    last.last = row;
    return;
  }
  stays.push({ from: segment.from, to: segment.to, first: row, last: row, ...linkOf(stays, last, row, disagreements !== undefined) });
};

/** What the cells tell: the four that rules 434 to 436 compare. */
const isMove = (before: Episode, after: Episode): boolean =>
  before.place !== after.place || before.provider !== after.provider || before.urn !== after.urn || before.postcode !== after.postcode;

/** What an RNE claims of the placement; undefined where it is empty or says nothing. An `S` inside a period starts a stay like a `P`. */
const placementClaim = (rne: string | undefined): 'moved' | 'stayed' | undefined => {
  if (rne === 'L') return 'stayed';
  return rne !== undefined && 'SPBTU'.includes(rne) ? 'moved' : undefined;
};

/** How a new stay hangs together with those before it. */
const linkOf = (stays: readonly Open[], last: Open, row: Episode, entering: boolean): Pick<Stay, 'continues' | 'returnsTo'> => {
  const main = isTemporary(last.first.place) ? stays.find((stay) => stay.from === last.returnsTo) : last;
  if (main === undefined) return {};
  if (isTemporary(row.place)) return { returnsTo: main.from };
  if (main !== last) return isMove(main.last, row) ? {} : { continues: main.from };
  if (entering) return keepsCarer(last.last, row) ? { continues: last.from } : {};
  return backIn(stays, row);
};

/** T and U keep the carer. An L whose cells show a move keeps it where the address is the same: a status of the placement changed, not the home. */
const keepsCarer = (before: Episode, after: Episode): boolean => {
  if (after.rne === 'T' || after.rne === 'U') return true;
  return !startsAfresh(after.rne) && sameAddress(before, after);
};

const startsAfresh = (rne: string | undefined): boolean => rne === 'S' || rne === 'P' || rne === 'B';

/** The row goes on after one that another collection laid over it: the same placement again, not another. */
const backIn = (stays: readonly Open[], row: Episode): Pick<Stay, 'continues'> => {
  const earlier = stays.findLast((stay) => !isMove(stay.last, row));
  return earlier === undefined ? {} : { continues: earlier.from };
};

const sameAddress = (before: Episode, after: Episode): boolean => after.postcode !== undefined && before.postcode === after.postcode;

/** The reason stands on the row that decides last in the stay, unless that row decides again after an overlap. */
const closed = (stay: Open, period: CarePeriod): Stay => {
  const { to, last } = stay;
  if (to === undefined || last.reasonPlaceChange === undefined) return stay;
  return period.segments.some((segment) => segment.row === last && segment.from >= to) ? stay : { ...stay, reasonPlaceChange: last.reasonPlaceChange };
};
