import type { Day } from '../calendar.js';
import type { CarePlan } from './plan.js';

/** A stretch of a period of care in which the plan says what kind of placement it is. */
export type Phase = Readonly<{ kind: 'open' | 'early' | 'adoptive' | 'parents'; from: Day; to: Day }>;

export const phasesOf = (plan: CarePlan): readonly Phase[] => {
  const marks = marksOf(plan).filter(({ from }) => from > plan.start && from < plan.end).sort((a, b) => a.from - b.from);
  const starts = [{ kind: 'open' as const, from: plan.start }, ...marks];
  return starts.map((mark, index) => ({ ...mark, to: starts[index + 1]?.from ?? plan.end }));
};

type Mark = Omit<Phase, 'to'>;

const marksOf = ({ adoption, parents }: CarePlan): Mark[] => {
  const marks: Mark[] = [];
  const mark = (kind: Phase['kind'], from: Day | undefined): void => void (from !== undefined && marks.push({ kind, from }));
  mark('early', adoption?.earlyFrom);
  mark('adoptive', adoption?.placedOn);
  mark('open', adoption?.disruptedOn);
  if (adoption?.earlyFrom !== undefined) mark('open', adoption.reversed?.on);
  mark('parents', parents?.from);
  mark('open', parents?.to);
  return marks;
};
