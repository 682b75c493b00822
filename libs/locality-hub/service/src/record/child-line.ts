import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type Fact, type KeptKinds, allocationOn, childClocks, factData, placementOn, reviewingOfficerOn, summaryOf } from '@permanence/locality-hub/domain';
import type { StatutoryClock } from '@permanence/statutory-clocks/catalogue';
import type { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import type { ChildRow } from './child-row.store.js';
import { nextOf } from './keep-clocks.js';

const districtOf = (facts: readonly Fact[], today: LocalDate, postcodes: PostcodeDirectory): string | undefined => {
  const postcode = placementOn(facts, today)?.data.postcode;
  return postcode === undefined ? undefined : postcodes.find(postcode)?.district;
};

/**
 * A child's line in lists, and the clocks behind it, from the facts of files; `here` are those that were recorded here. Clocks come from both:
 * a stay that a file ends takes away the visit that was due, and a visit recorded here starts the next one.
 */
export const childLine = (
  childId: Uuid, facts: readonly Fact[], here: readonly Fact[], { today, asAt, postcodes, kept }: Readonly<{ today: LocalDate; asAt: LocalDate | null; postcodes: PostcodeDirectory; kept: KeptKinds }>,
): Readonly<{ row: ChildRow; clocks: readonly StatutoryClock[] }> => {
  const summary = summaryOf(facts, today);
  const all = [...facts, ...here];
  const clocks = childClocks(all, kept, today);
  const child = factData(facts, 'child-updated');
  const name = factData(facts, 'child-named');
  const worker = allocationOn(all, today);
  return {
    clocks,
    row: {
      id: childId, forename: name?.forename, surname: name?.surname, birthDate: summary.birthDate, sex: summary.sex, ethnicity: summary.ethnicityCode,
      unaccompanied: child?.uasc ?? false, siblingGroups: child?.siblingGroupIds ?? [], lookedAfter: summary.lookedAfter, inCareSince: summary.inCareSince, inCareSinceKnown: summary.inCareSinceKnown,
      legalStatus: summary.legalStatus, placement: summary.placementType, provider: summary.provider, place: districtOf(facts, today, postcodes), homeSince: summary.placementSince,
      missingSince: summary.missingSince, workerRegistration: worker?.swRegistration, workerId: worker?.workerId, reviewingOfficerId: reviewingOfficerOn(all, today), ...nextOf(clocks), asAt,
    },
  };
};
