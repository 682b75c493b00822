import type { LocalDate } from '@permanence/kernel/values';
import { type PermanenceRoute, factsOfType } from '@permanence/locality-hub/domain';
import type { Weighted } from '../random.js';
import type { Care, Past } from './past.js';

/** Where care that ended in some way had led to. */
const BY_REASON: Readonly<Record<string, PermanenceRoute>> = {
  E4A: 'return-home', E4B: 'return-home', E13: 'return-home', E41: 'connected-cao', E45: 'connected-sgo', E46: 'sgo-by-foster-carer', E47: 'connected-sgo', E48: 'connected-sgo',
};

const homeFor = (placement: string, provider: string | undefined): PermanenceRoute | undefined => {
  if (placement === 'P1') return 'return-home';
  if (placement === 'K3' || placement === 'H5') return 'supported-to-independence';
  if (placement.startsWith('K') || placement === 'S1') return 'residential-until-independence';
  return placement.startsWith('U') ? (provider === 'PR1' ? 'long-term-foster-in-house' : 'long-term-foster-ifa') : undefined;
};

const OPEN_IN_COURT: Weighted<PermanenceRoute> = [['return-home', 34], ['connected-sgo', 30], ['long-term-foster-in-house', 28], ['connected-cao', 8]];

/** Whether the court, or the child's age, has settled that the child stays in care. */
const isSettled = (past: Past, { stays, span: { data } }: Care): boolean =>
  data.uasc || data.legalStatus === 'C2' || stays.at(-1)?.data.placementType === 'K3' ||
  factsOfType(past.child.facts, 'legal-status-changed').some((change) => change.data.carePeriodId === data.carePeriodId && change.data.legalStatus === 'C2');

/** Where a period of care leads that is not over, or ended with coming of age: by the last home that is known, and by chance where the court has not decided. */
const openRoute = (past: Past, care: Care): PermanenceRoute => {
  const last = care.stays.at(-1)?.data;
  const random = past.random.fork('route', care.from);
  const home = last && homeFor(last.placementType, last.provider);
  if (isSettled(past, care)) return home ?? 'long-term-foster-in-house';
  return home !== undefined && random.chance(0.35) ? home : random.weighted(OPEN_IN_COURT);
};

/** Where the child is to live in the end, if not with adopters. */
export const routeOf = (past: Past, care: Care): PermanenceRoute => BY_REASON[care.span.reasonCode ?? ''] ?? openRoute(past, care);

/** Whether on a day the agency has decided for adoption and not against it since. */
export const isForAdoption = (past: Past, day: LocalDate): boolean => {
  const told = factsOfType(past.child.facts, 'outside-fact-recorded').map(({ data }) => data).filter(({ on }) => on <= day);
  const decided = told.filter(({ fact }) => fact === 'adoption.should-be-placed-decided').map(({ on }) => on).sort().at(-1);
  return decided !== undefined && !told.some(({ fact, on }) => fact === 'adoption.plan-changed-away' && on >= decided);
};

/** Why the files say that the plan of adoption ended. */
export const reversalOf = (past: Past, day: LocalDate): string | undefined =>
  factsOfType(past.child.facts, 'outside-fact-recorded').findLast(({ data }) => data.fact === 'adoption.plan-changed-away' && data.on <= day)?.data.reason;
