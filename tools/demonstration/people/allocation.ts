import type { Day } from '../calendar.js';
import type { CarePlan } from '../care/plan.js';
import type { Random, Weighted } from '../random.js';

/** The time that one worker is the child's: without gaps while the child is looked after. */
export type Allocation = Readonly<{ from: Day; to: Day; reason: string; worker: number }>;

/** Assessment hands over after some months, later workers stay for more than a year. `worker` is a draw, made a person when the staff is known. */
export const allocationsOf = (plan: CarePlan, random: Random): readonly Allocation[] => {
  const allocations: Allocation[] = [];
  let from = plan.start;
  while (from < plan.end) {
    const first = allocations.length === 0;
    const length = first ? 40 + random.wait(140) : 90 + random.wait(460);
    const to = from + length > plan.end - 14 ? plan.end : from + length;
    const reason = first ? 'FCONTA' : allocations.length === 1 && random.chance(0.75) ? 'TSPROC' : random.weighted(REASONS);
    allocations.push({ from, to, reason, worker: random.between(0, 1_000_000) });
    from = to;
  }
  return allocations;
};

const REASONS: Weighted<string> = [['LEFTRL', 46], ['MANAGE', 20], ['TSPROC', 12], ['ORGRST', 8], ['ABSENC', 8], ['CHCHAN', 2], ['PCCHAN', 2], ['OTHERS', 2]];
