import type { Day } from '../calendar.js';
import type { Random } from '../random.js';
import type { CarePlan } from './plan.js';
import type { Market } from './market.js';
import type { Stay } from './stays.js';

type Setting = Readonly<{ plan: CarePlan; market: Market }>;

/** What happens within a placement: a long-term match, carers who move house, the carers' holiday. */
export const withChanges = (stays: readonly Stay[], setting: Setting, random: Random): readonly Stay[] =>
  stays.flatMap((stay, index) => {
    const to = stays[index + 1]?.from ?? setting.plan.end;
    const parts = withMatch(stay, to, setting.plan, random);
    return parts.flatMap((part, place) => withinPart(part, parts[place + 1]?.from ?? to, setting, random));
  });

const withMatch = (stay: Stay, to: Day, plan: CarePlan, random: Random): readonly Stay[] => {
  const longTerm = LONG_TERM[stay.code];
  const ordered = plan.legal.find(({ status }) => status === 'C2')?.from;
  if (longTerm === undefined || ordered === undefined || !random.chance(0.55)) return [stay];
  const matched = Math.max(stay.from, ordered) + random.between(60, 420);
  return matched < to - 30 ? [stay, { ...stay, from: matched, code: longTerm, sameCarer: true, reason: 'PLACE' }] : [stay];
};

/** U6 becomes U4 and U3 becomes U1 when the match for the long term is agreed (returns.md 2.6). */
const LONG_TERM: Readonly<Record<string, string>> = { U6: 'U4', U3: 'U1' };

const withinPart = (stay: Stay, to: Day, setting: Setting, random: Random): readonly Stay[] => {
  if (!stay.code.startsWith('U') || stay.code === 'U5' || to - stay.from < 200) return [stay];
  const years = (to - stay.from) / 365;
  if (random.chance(0.012 * years)) return [stay, movedHouse(stay, to, setting.market, random)];
  return random.chance(0.02 * years) ? withHoliday(stay, to, setting, random) : [stay];
};

const movedHouse = (stay: Stay, to: Day, market: Market, random: Random): Stay => ({
  ...stay, from: random.between(stay.from + 30, to - 30), post: market.near(0.8, random), sameCarer: true, reason: 'OTHER',
});

/** T3: while the carers are away the child lives elsewhere for at most three weeks and comes back (rules 376, 383). */
const withHoliday = (stay: Stay, to: Day, { plan, market }: Setting, random: Random): readonly Stay[] => {
  const away = random.between(stay.from + 40, to - 60);
  const back = away + random.between(4, 20);
  const disturbed = plan.legal.some(({ from }) => from >= away && from <= back);
  if (disturbed || back >= to - 1) return [stay];
  return [
    stay,
    { from: away, code: 'T3', provider: '', urn: '', post: market.near(0.9, random), sameCarer: false, reason: '' },
    { ...stay, from: back, sameCarer: false, reason: '' },
  ];
};
