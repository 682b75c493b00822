import { type HeldModule, dayCounted, holdingOf, isHeldOn, knownThenOn, monthsHeld } from '@permanence/regional-hub/domain';
import { type LocalDate, type Month, type TenantId, addMonthsTo, monthOf } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { INDICATORS } from '../indicators/indicators.js';
import { type CountedMonth, dropOtherMonths, joinSets, keepCounts } from './counts.store.js';
import { type Behind, markRefreshed } from './figure-refresh.store.js';
import { heldModules } from './held.store.js';

/** Counts every figure of an authority anew: as known now, and as known then where that day has passed since the last time. */
export const refreshFigures = async (tx: TenantTx, behind: Behind, today: LocalDate): Promise<void> => {
  const { tenant, refreshedFor } = behind;
  await joinSets(tx);
  const held = await heldModules(tx, tenant, today);
  for (const indicator of INDICATORS) {
    const months = monthsHeld(held, indicator.definition.modules, today).map((month): CountedMonth => ({ month, day: dayCounted(month, today) }));
    await keepCounts(tx, indicator, months, { tenant, asKnownOn: today }, 'now');
    await dropOtherMonths(tx, indicator, months, tenant);
  }
  for (const month of monthsReported(held, refreshedFor, today)) await keepKnownThen(tx, tenant, month);
  await markRefreshed(tx, behind, today);
};

/** Months whose "known then" has passed, and had not when the figures were last counted. */
const monthsReported = (held: readonly HeldModule[], refreshedFor: LocalDate | null, today: LocalDate): readonly Month[] => {
  const holding = holdingOf(held);
  if (!holding) return [];
  const months: Month[] = [];
  for (let month = holding.firstMonth; month < monthOf(today); month = addMonthsTo(month, 1)) {
    const then = knownThenOn(month);
    if (then < today && (refreshedFor === null || then >= refreshedFor)) months.push(month);
  }
  return months;
};

/** A month of which nothing was held by then keeps no figure: it is not held. */
const keepKnownThen = async (tx: TenantTx, tenant: TenantId, month: Month): Promise<void> => {
  const asKnownOn = knownThenOn(month);
  const held = await heldModules(tx, tenant, asKnownOn);
  const day = dayCounted(month, asKnownOn);
  for (const indicator of INDICATORS)
    if (isHeldOn(held, indicator.definition.modules, day)) await keepCounts(tx, indicator, [{ month, day }], { tenant, asKnownOn }, 'then');
};
