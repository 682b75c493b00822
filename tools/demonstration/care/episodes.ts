import type { Day } from '../calendar.js';
import type { CarePlan } from './plan.js';
import type { Stay } from './stays.js';

/** An episode as it truly was; the files tell of it what was known at their time. */
export type Episode = Readonly<{ from: Day; to: Day; newReason: string; status: string; need: string; stay: Stay; ceased: string; moveReason: string }>;

/** A new episode at every change of legal status or placement; changes of one day make one row (returns.md 2.6). */
export const episodesOf = (plan: CarePlan, stays: readonly Stay[], leavingCode: string): readonly Episode[] => {
  const days = [...new Set([...plan.legal.map(({ from }) => from), ...stays.map(({ from }) => from)])].filter((day) => day < plan.end).sort((a, b) => a - b);
  return days.map((from, index) => {
    const next = days[index + 1];
    const stay = lastUpTo(stays, from);
    const nextStay = next === undefined ? undefined : stays.find((each) => each.from === next);
    return {
      from,
      to: next ?? plan.end,
      newReason: index === 0 ? 'S' : changeOn(from, plan, stays),
      status: lastUpTo(plan.legal, from).status,
      need: plan.need,
      stay,
      ceased: next === undefined ? leavingCode : 'X1',
      moveReason: nextStay?.reason ?? '',
    };
  });
};

const changeOn = (day: Day, plan: CarePlan, stays: readonly Stay[]): string => {
  const moved = stays.find(({ from }) => from === day);
  const status = plan.legal.some(({ from }) => from === day);
  if (moved === undefined) return 'L';
  if (moved.sameCarer) return status ? 'U' : 'T';
  return status ? 'B' : 'P';
};

const lastUpTo = <T extends { from: Day }>(items: readonly T[], day: Day): T => {
  const found = items.filter(({ from }) => from <= day).at(-1);
  if (found === undefined) throw new RangeError('A period of care has nothing on its first day.');
  return found;
};
