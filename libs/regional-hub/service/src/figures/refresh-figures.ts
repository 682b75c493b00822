import { type Held, dayCounted, holdingOf, isHeldOn, knownThenOn, monthsHeld } from '@permanence/regional-hub/domain';
import { type LocalDate, type Month, type TenantId, addMonthsTo, monthOf } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { Indicator } from '../indicators/indicator.js';
import { INDICATORS } from '../indicators/indicators.js';
import { type CountedMonth, dropOtherMonths, joinSets, keepCounts } from './counts.store.js';
import { type Behind, markRefreshed, takeTurn } from './figure-refresh.store.js';
import { heldOf } from './held.store.js';

/** Runs work in a transaction of its own, of the authority whose figures are counted. */
export type InTransaction = <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>;

/**
 * Counts every figure of an authority anew: as known now, and as known then where that day has passed since the last time or a fact of that time arrived late.
 * A transaction an indicator: one that writes for seconds would hold up every relay of the cluster (architecture, decision 5).
 */
export const refreshFigures = async (inTransaction: InTransaction, behind: Behind, today: LocalDate): Promise<void> => {
  const { tenant } = behind;
  for (const indicator of INDICATORS) await inTransaction((tx) => keepKnownNow(tx, indicator, tenant, today));
  const held = await inTransaction((tx) => heldOf(tx, tenant, today));
  for (const month of monthsReported(held, behind, today)) await inTransaction((tx) => keepKnownThen(tx, tenant, month));
  await inTransaction((tx) => markRefreshed(tx, behind, today));
};

const keepKnownNow = async (tx: TenantTx, indicator: Indicator, tenant: TenantId, today: LocalDate): Promise<void> => {
  await takeTurn(tx, tenant);
  await joinSets(tx);
  const held = await heldOf(tx, tenant, today);
  const months = monthsHeld(held, indicator.definition, today).map((month): CountedMonth => ({ month, day: dayCounted(month, today) }));
  await keepCounts(tx, indicator, months, { tenant, asKnownOn: today }, 'now');
  await dropOtherMonths(tx, indicator, months, tenant);
};

/** Months whose "known then" has passed, and had not when the figures were last counted, or lies after a fact that was not there then. */
const monthsReported = ({ modules }: Held, behind: Behind, today: LocalDate): readonly Month[] => {
  const holding = holdingOf(modules);
  if (!holding) return [];
  const months: Month[] = [];
  for (let month = holding.firstMonth; month < monthOf(today); month = addMonthsTo(month, 1)) {
    const then = knownThenOn(month);
    if (then < today && (isNew(then, behind) || isLate(then, behind))) months.push(month);
  }
  return months;
};

/** Where nobody says when the facts were recorded, every month is new the first time. */
const isNew = (then: LocalDate, { refreshedFor, heardFrom }: Behind): boolean => (refreshedFor === null ? heardFrom === null : then >= refreshedFor);

const isLate = (then: LocalDate, { heardFrom, isQuiet }: Behind): boolean => isQuiet && heardFrom !== null && then >= heardFrom;

/** A month of which nothing was held by then keeps no figure: it is not held. */
const keepKnownThen = async (tx: TenantTx, tenant: TenantId, month: Month): Promise<void> => {
  const asKnownOn = knownThenOn(month);
  await takeTurn(tx, tenant);
  await joinSets(tx);
  const held = await heldOf(tx, tenant, asKnownOn);
  const day = dayCounted(month, asKnownOn);
  for (const indicator of INDICATORS)
    if (isHeldOn(held, indicator.definition, day)) await keepCounts(tx, indicator, [{ month, day }], { tenant, asKnownOn }, 'then');
};
