import { type Instant, type LocalDate, type Month, type TenantId, type Uuid, dayInEngland, monthEnd } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import { knownThenOn } from '../figures/as-known.js';

/** A case that stood behind a figure when it was frozen: whether it counted for the own figure, and for the region's. */
export type PackCase = Readonly<{ id: Uuid; childId: Uuid; counted: boolean; inRegion: boolean }>;

/** One council's part of one indicator in a pack. `cases` are there where the pack is the council's own or the region's. */
export type PackFigure = Readonly<{ indicator: string; authority: TenantId; numerator: number; regionalNumerator: number; denominator: number; cases: readonly PackCase[] | null }>;

/** What is sealed with a pack: whose, which month, known when, and every figure. */
export type PackContents = Readonly<{ authority: TenantId; month: Month; knownAt: Instant; figures: readonly PackFigure[] }>;

export type PackState = Readonly<{ status: 'open' } | { status: 'frozen'; frozenAt: Instant }>;

export type PackEvent = Readonly<{ type: 'indicator-pack-frozen'; authority: TenantId; month: Month; knownAt: Instant; dueOn: LocalDate; late: boolean }>;

/** A month's pack is due the tenth working day after the month (regional-hub clock RH-C15): the day that "known then" falls on while there is no pack. */
export const packDueOn = (month: Month): LocalDate => knownThenOn(month);

type Freeze = Readonly<{ authority: TenantId; month: Month; at: Instant }>;

/** Freezes a month: once, after its end, and only where there is something to freeze. */
export const freezePack = (state: PackState, { authority, month, at }: Freeze, facts: Readonly<{ isHeld: boolean }>): Decision<PackEvent> => {
  const today = dayInEngland(at);
  if (state.status === 'frozen') return refuse('PACK_FROZEN', 'The pack of this month is frozen and does not change. What is learned later goes to the next pack as a restatement.', 'regional-hub.39');
  if (today <= monthEnd(month)) return refuse('MONTH_NOT_ENDED', 'This month is not over yet. Freeze its pack once it is.', 'regional-hub.RH-C15', 'month');
  if (!facts.isHeld) return refuse('PACK_EMPTY', 'Nothing is held of this month, so there is nothing to freeze. Load the files of the month first.', 'kpi.13', 'month');
  const dueOn = packDueOn(month);
  return decided({ type: 'indicator-pack-frozen', authority, month, knownAt: at, dueOn, late: today > dueOn });
};

/** Folds what was decided: a frozen pack stays frozen. */
export const evolvePack = (_state: PackState, { knownAt }: PackEvent): PackState => ({ status: 'frozen', frozenAt: knownAt });

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A pack as one text, the same whatever the order in which its parts were read: what its hash is taken of. */
export const packText = ({ authority, month, knownAt, figures }: PackContents): string =>
  JSON.stringify([
    authority, month, knownAt,
    [...figures].sort((a, b) => byText(a.indicator, b.indicator) || byText(a.authority, b.authority)).map((figure) => [
      figure.indicator, figure.authority, figure.numerator, figure.regionalNumerator, figure.denominator,
      figure.cases === null ? null : [...figure.cases].sort((a, b) => byText(a.id, b.id)).map(({ id, childId, counted, inRegion }) => [id, childId, counted, inRegion]),
    ]),
  ]);
