import { type Month, addMonthsTo } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** What somebody with a name says of one figure: where it is going, why, and what is being done (kpi.md convention 12). */
export type Commentary = Readonly<{ trend: string; reason: string; action: string }>;

/** A month's commentary of one indicator and place, as far as a decision needs it. */
export type CommentaryState = Readonly<{ version: number; frozen: boolean; latest: Commentary | undefined }>;

export type CommentaryEvent = Readonly<{ type: 'commentary-written'; version: number }> & Commentary;

/**
 * The periods that a figure is held against: the three months before; for a figure that starts anew each April, the same months of the three years before,
 * since its own months before always stand lower.
 */
export const periodsBefore = (period: IndicatorDefinition['period'], month: Month): readonly Month[] => [3, 2, 1].map((back) => addMonthsTo(month, -back * (period === 'ytd' ? 12 : 1)));

const MOVED = 0.1;

/** Whether a figure moved by more than 10 % of the mean of the last three periods. It cannot be said where one of them is not there. */
export const asksForCommentary = (now: number | null, before: readonly (number | null)[]): boolean => {
  const known = before.filter((value) => value !== null);
  if (now === null || known.length < 3 || known.length < before.length) return false;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  // In whole steps of a tenth of a hundredth, or 11 against a mean of 10 would be a little more than 10 %.
  return Math.round(Math.abs(now - mean) * 1000) > Math.round(mean * MOVED * 1000);
};

const same = (a: Commentary, b: Commentary): boolean => a.trend === b.trend && a.reason === b.reason && a.action === b.action;

/** Writes a version of a commentary. After the freeze the pack stands as it is. */
export const writeCommentary = ({ version, frozen, latest }: CommentaryState, said: Commentary, dated: Readonly<{ month: Month; thisMonth: Month }>): Decision<CommentaryEvent> => {
  if (dated.month > dated.thisMonth) return refuse('MONTH_TO_COME', 'There are no figures yet for a month to come. Choose this month or an earlier one.', 'kpi.14', 'month');
  if (frozen) return refuse('PACK_FROZEN', 'The pack of this month is frozen and does not change. Say it in the next pack, as a restatement.', 'regional-hub.39');
  if (latest !== undefined && same(latest, said)) return decided();
  return decided({ type: 'commentary-written', version: version + 1, ...said });
};

/** Folds what was written. */
export const evolveCommentary = (state: CommentaryState, { version, trend, reason, action }: CommentaryEvent): CommentaryState => ({ ...state, version, latest: { trend, reason, action } });
