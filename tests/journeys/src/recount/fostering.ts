import { ageOn } from './days.js';
import { type Counter, oneIf, within } from './counter.js';
import type { Life, Stay } from './life.js';
import { careOn, firstWithSameCarers, fosterHomeOn, isFosterCare, stayOn } from './where.js';

/** Whose carers a child lives with: the council's own, an agency's, or a partner council's, who count in the region. */
const fosteredBy = (isCounted: (stay: Stay) => boolean, isShared = (_stay: Stay, _council: Parameters<Counter>[2]): boolean => false): Counter => (life, { on }, council) => {
  const home = fosterHomeOn(life, on);
  if (home === undefined) return { of: 0, all: 0 };
  const of = isCounted(home) ? 1 : 0;
  return { of, all: 1, shared: of === 1 || isShared(home, council) ? 1 : 0 };
};

const byOwn = fosteredBy(({ provider }) => provider === 'PR1', ({ provider, area = '' }, { code, partners }) => provider === 'PR2' && area !== code && partners.has(area));
const byAgency = fosteredBy(({ provider }) => provider === 'PR4' || provider === 'PR5');

const settled: Counter = (life, { on, back }) => {
  const home = fosterHomeOn(life, on);
  const care = careOn(life, on);
  const isLong = care !== undefined && care.from <= back(30) && (life.born === undefined || ageOn(life.born, on) < 16);
  return oneIf(home !== undefined && isLong, home !== undefined && life.born !== undefined && firstWithSameCarers(life, home).from <= back(24));
};

/** The different foster homes of a child from 1 April to D. Who was somewhere on any day was there on 1 April or came on a later one. */
const fosterHomes = (life: Life, first: string, on: string): number => {
  const days = [first, ...life.stays.map(({ from }) => from).filter((from) => from > first && from <= on)];
  const homes = days.map((day) => stayOn(life, day)).filter((stay) => stay !== undefined && isFosterCare(stay));
  return new Set(homes.map((stay) => firstWithSameCarers(life, stay as Stay).id)).size;
};

const threeOrMoreHomes: Counter = (life, { on, year }) => oneIf(careOn(life, on) !== undefined, fosterHomes(life, year, on) >= 3);

const ended = ({ stays }: Life, period: Parameters<Counter>[1]): readonly Stay[] => stays.filter((stay) => isFosterCare(stay) && within(stay.to, period.year, period));

const endedByCarers: Counter = (life, period) => {
  const of = ended(life, period).filter(({ byCarer }) => byCarer).length;
  return { of, all: of };
};

/** That it ended is in the files, how it ended in the record. */
const endedOtherwise: Counter = (life, period) => {
  const of = ended(life, period).filter(({ id, byCarer }) => !byCarer && life.moves.findLast(({ stayId, part }) => stayId === id && part === 'end')?.endKind === 'unplanned-other').length;
  return { of, all: of };
};

const isEarly = (stay: Stay | undefined): boolean => stay?.type === 'U2' || stay?.type === 'U5';

/** A placement that goes on with the same carers is counted once. */
const earlyPermanence: Counter = ({ stays }, period) => {
  const of = stays.filter((stay) => isEarly(stay) && within(stay.from, period.year, period) && !isEarly(stays.find(({ id }) => id === stay.continues))).length;
  return { of, all: of };
};

/** Each start and each end of the month, by whether it was written down in time; one that the record has not counts below the line. */
const writtenInTime: Counter = ({ changes, moves }, period) => {
  const made = changes.filter(({ on }) => within(on, period.month, period));
  const inTime = made.filter((change) => moves.findLast(({ stayId, part }) => stayId === change.stayId && part === change.part)?.late === false);
  return { of: inTime.length, all: made.length };
};

/** Where children live, how often they move, and how that is recorded. */
export const FOSTERING: Readonly<Record<string, Counter>> = {
  'fos-in-house-count': byOwn,
  'fos-in-house-percentage': byOwn,
  'fos-agency-count': byAgency,
  'fos-agency-percentage': byAgency,
  'fos-stability-long-term-percentage': settled,
  'fos-three-or-more-placements-percentage': threeOrMoreHomes,
  'fos-unplanned-endings-carer-request': endedByCarers,
  'fos-unplanned-endings-other': endedOtherwise,
  'reg-early-permanence-placements': earlyPermanence,
  'rec-placement-change-24h-percentage': writtenInTime,
};
