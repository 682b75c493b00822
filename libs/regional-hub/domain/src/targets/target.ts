import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** What a board set for one indicator and one council or the region, and the days that it holds for (kpi.md convention 16). `to` is the last day; null while it is open. */
export type Target = Readonly<{ id: Uuid; indicator: string; authority: TenantId; value: number; from: LocalDate; to: LocalDate | null; reference: string }>;

export type TargetEvent =
  | (Readonly<{ type: 'target-set' }> & Target)
  | Readonly<{ type: 'target-ended'; id: Uuid; to: LocalDate }>;

/** The id comes with the command; `reference` says where the board's decision is written down, such as a minute's number. */
export type SetTarget = Target;

type Indicator = Pick<IndicatorDefinition, 'measure' | 'polarity'>;

const RULE = 'kpi.16';

/** A value that the indicator can take: a share from 0 to 100 with one decimal place, a count in whole numbers. */
const valueRefusal = (value: number, { measure, polarity }: Indicator): Decision<never> | undefined => {
  if (polarity === 'context') return refuse('TARGET_HAS_NO_DIRECTION', 'For this figure neither more nor less is better. A target could not be judged.', RULE, 'indicator');
  if (measure === 'percentage' && (value > 100 || value < 0)) return refuse('TARGET_NOT_A_SHARE', 'This figure is a share. Give a target from 0 to 100.', RULE, 'value');
  if (measure === 'percentage' && Math.round(value * 10) !== value * 10) return refuse('TARGET_TOO_FINE', 'A share has one decimal place. Give a target such as 95 or 92.5.', RULE, 'value');
  if (measure === 'count' && (value < 0 || !Number.isInteger(value))) return refuse('TARGET_NOT_A_COUNT', 'This figure is a count. Give a whole number.', RULE, 'value');
  return undefined;
};

const holdsWithin = (target: Target, from: LocalDate, to: LocalDate | null): boolean => (to === null || target.from <= to) && (target.to === null || from <= target.to);

/** A target from a day on. @param set what is set already; an other place's or indicator's does not matter */
export const setTarget = (set: readonly Target[], target: SetTarget, indicator: Indicator): Decision<TargetEvent> => {
  const wrong = valueRefusal(target.value, indicator);
  if (wrong !== undefined) return wrong;
  if (target.to !== null && target.to < target.from) return refuse('TARGET_ENDS_BEFORE_IT_BEGINS', 'The last day of a target cannot be before its first. Change one of the days.', RULE, 'to');
  const same = set.filter(({ indicator: id, authority }) => id === target.indicator && authority === target.authority);
  if (same.some((each) => holdsWithin(each, target.from, target.to)))
    return refuse('TARGET_DATES_OVERLAP', 'A target is set already for some of these days. End that one first, or choose other days.', RULE, 'from');
  return decided({ type: 'target-set', ...target });
};

/** Ends a target: the day given is the last that it holds for. */
export const endTarget = (target: Target, to: LocalDate): Decision<TargetEvent> => {
  if (to < target.from) return refuse('TARGET_ENDS_BEFORE_IT_BEGINS', 'The last day of a target cannot be before its first. Change one of the days.', RULE, 'to');
  if (target.to !== null && to > target.to) return refuse('TARGET_ENDED_ALREADY', 'This target ends earlier. Set a new one for the days after it.', RULE, 'to');
  return decided({ type: 'target-ended', id: target.id, to });
};

/** Folds what was decided into the list of targets. */
export const evolveTargets = (targets: readonly Target[], event: TargetEvent): readonly Target[] => {
  if (event.type === 'target-ended') return targets.map((target) => (target.id === event.id ? { ...target, to: event.to } : target));
  const { type: _type, ...target } = event;
  return [...targets, target];
};

/** The target that holds for a place on a day. None set, none judged. */
export const targetOn = (targets: readonly Target[], of: Readonly<{ indicator: string; authority: TenantId }>, day: LocalDate): Target | undefined =>
  targets.find((target) => target.indicator === of.indicator && target.authority === of.authority && target.from <= day && (target.to === null || day <= target.to));

/** By how much a figure misses its target, in points or cases; 0 where it is met. */
export const shortfallOf = (value: number, target: number, polarity: IndicatorDefinition['polarity']): number => {
  const short = polarity === 'lower' ? value - target : target - value;
  return polarity === 'context' || short <= 0 ? 0 : Math.round(short * 10) / 10;
};
