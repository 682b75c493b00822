import type { Month } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Counts, shareOf } from '../figures/figure.js';

/** A figure with the ids of the cases that it counts. */
export type CountedCases<Id extends string = string> = Readonly<{ counts: Counts; cases: readonly Id[] }>;

/** What a frozen figure would be now, and why it differs, case by case (kpi.md convention 6). */
export type Restatement<Id extends string = string> = Readonly<{ former: Counts; restated: Counts; added: readonly Id[]; removed: readonly Id[]; asksForReason: boolean }>;

/** Beyond these a restatement is put before the Operational Management Group with a reason. */
export type RestatementLimits = Readonly<{ cases: number; points: number }>;

export const RESTATEMENT_LIMITS: RestatementLimits = { cases: 2, points: 2 };

type Measure = IndicatorDefinition['measure'];

const shareOrNull = (counts: Counts): number | null => (counts.denominator === 0 ? null : shareOf(counts));

/** By how much a figure moved: cases of a count, points of a share. A share that was or became one of nobody moved beyond any limit. */
export const movedBy = (measure: Measure, former: Counts, restated: Counts): number => {
  if (measure === 'count') return restated.numerator - former.numerator;
  const [before, after] = [shareOrNull(former), shareOrNull(restated)];
  if (before === null || after === null) return before === after ? 0 : Infinity;
  return Math.round((after - before) * 10) / 10;
};

/** Compares a figure as frozen with the same figure as known now. @returns undefined where figure and cases are the same */
export const restatementOf = <Id extends string>(measure: Measure, former: CountedCases<Id>, restated: CountedCases<Id>, limits: RestatementLimits = RESTATEMENT_LIMITS): Restatement<Id> | undefined => {
  const [before, after] = [new Set(former.cases), new Set(restated.cases)];
  const added = restated.cases.filter((id) => !before.has(id));
  const removed = former.cases.filter((id) => !after.has(id));
  const [was, is] = [comparable(measure, former.counts), comparable(measure, restated.counts)];
  if (added.length === 0 && removed.length === 0 && was.numerator === is.numerator && was.denominator === is.denominator) return undefined;
  const most = measure === 'count' ? limits.cases : limits.points;
  return { former: former.counts, restated: restated.counts, added, removed, asksForReason: Math.abs(movedBy(measure, was, is)) > most };
};

/** A count's cohort is no part of it. */
const comparable = (measure: Measure, { numerator, denominator }: Counts): Counts => ({ numerator, denominator: measure === 'count' ? 0 : denominator });

export type RestatementEvent = Readonly<{ type: 'indicator-restated'; indicator: string; month: Month; former: Counts; restated: Counts; added: number; removed: number; reason: string }>;

/** Records why a frozen figure has changed. @param found what comparing came to; undefined where nothing has changed */
export const recordRestatement = (about: Readonly<{ indicator: string; month: Month; reason: string }>, found: Restatement | undefined, last: Pick<RestatementEvent, 'restated' | 'reason'> | undefined): Decision<RestatementEvent> => {
  if (found === undefined) return refuse('NOTHING_RESTATED', 'This figure is the same as in the frozen pack. There is nothing to give a reason for.', 'kpi.6');
  const { former, restated, added, removed } = found;
  if (last !== undefined && last.reason === about.reason && JSON.stringify(last.restated) === JSON.stringify(restated)) return decided();
  return decided({ type: 'indicator-restated', ...about, former, restated, added: added.length, removed: removed.length });
};
