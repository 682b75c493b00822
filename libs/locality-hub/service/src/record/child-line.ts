import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type Fact, factData, placementOn, reviewClocks, summaryOf } from '@permanence/locality-hub/domain';
import type { StatutoryClock } from '@permanence/statutory-clocks/catalogue';
import type { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import type { ChildRow } from './child-row.store.js';

/** What was allocated by hand and still runs: it goes before what a file says. */
export type HandAllocation = Readonly<{ workerId: Uuid }>;

const districtOf = (facts: readonly Fact[], today: LocalDate, postcodes: PostcodeDirectory): string | null => {
  const postcode = placementOn(facts, today)?.data.postcode;
  return (postcode && postcodes.find(postcode)?.district) || null;
};

const nextOf = (clocks: readonly StatutoryClock[]): Pick<ChildRow, 'nextClock' | 'nextDue'> => {
  const running = clocks.find(({ status }) => status === 'running');
  return { nextClock: running?.clockId ?? null, nextDue: running?.dueOn ?? null };
};

/** A child's line in lists, and the clocks behind it, from the facts. */
export const childLine = (
  childId: Uuid, facts: readonly Fact[], hand: HandAllocation | undefined, { today, asAt, postcodes }: Readonly<{ today: LocalDate; asAt: LocalDate | null; postcodes: PostcodeDirectory }>,
): Readonly<{ row: ChildRow; clocks: readonly StatutoryClock[] }> => {
  const summary = summaryOf(facts, today);
  const clocks = reviewClocks(facts);
  const child = factData(facts, 'child-updated');
  const name = factData(facts, 'child-named');
  return {
    clocks,
    row: {
      id: childId, forename: name?.forename ?? null, surname: name?.surname ?? null, birthDate: summary.birthDate ?? null, sex: summary.sex ?? null, ethnicity: summary.ethnicityCode ?? null,
      unaccompanied: child?.uasc ?? false, siblingGroups: child?.siblingGroupIds ?? [], lookedAfter: summary.lookedAfter, inCareSince: summary.inCareSince ?? null, inCareSinceKnown: summary.inCareSinceKnown ?? null,
      legalStatus: summary.legalStatus ?? null, placement: summary.placementType ?? null, provider: summary.provider ?? null, place: districtOf(facts, today, postcodes), homeSince: summary.placementSince ?? null,
      missingSince: summary.missingSince ?? null, workerRegistration: summary.workerRegistration ?? null, workerId: hand?.workerId ?? null, ...nextOf(clocks), asAt,
    },
  };
};
