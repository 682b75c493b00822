import { DEFINITIONS, type IndicatorId } from '@permanence/regional-hub/domain';
import { adoBestInterestDecisions } from './ado-best-interest-decisions.indicator.js';
import { adoChildrenAdopted } from './ado-children-adopted.indicator.js';
import { adoChildrenPlacedOutsideBoundary } from './ado-children-placed-outside-boundary.indicator.js';
import { adoChildrenWaitingPlacementOrder } from './ado-children-waiting-placement-order.indicator.js';
import { adoChildrenWaiting } from './ado-children-waiting.indicator.js';
import { adoDecisionChangedAway } from './ado-decision-changed-away.indicator.js';
import { adoWaitingOver18MonthsCount } from './ado-waiting-over-18-months-count.indicator.js';
import { adoWaitingOver18MonthsPercentage } from './ado-waiting-over-18-months-percentage.indicator.js';
import { claNumberLookedAfter } from './cla-number-looked-after.indicator.js';
import { claReviewsInTimescalePercentage } from './cla-reviews-in-timescale-percentage.indicator.js';
import { fosAgencyCount } from './fos-agency-count.indicator.js';
import { fosAgencyPercentage } from './fos-agency-percentage.indicator.js';
import { fosInHouseCount } from './fos-in-house-count.indicator.js';
import { fosInHousePercentage } from './fos-in-house-percentage.indicator.js';
import { fosReviewParticipationCount } from './fos-review-participation-count.indicator.js';
import { fosReviewParticipationPercentage } from './fos-review-participation-percentage.indicator.js';
import { fosStabilityLongTermPercentage } from './fos-stability-long-term-percentage.indicator.js';
import { fosThreeOrMorePlacementsPercentage } from './fos-three-or-more-placements-percentage.indicator.js';
import { fosUnplannedEndingsCarerRequest } from './fos-unplanned-endings-carer-request.indicator.js';
import { regEarlyPermanencePlacements } from './reg-early-permanence-placements.indicator.js';
import { rthReEntryWithin12Months } from './rth-re-entry-within-12-months.indicator.js';
import { rthReEntryWithin6Months } from './rth-re-entry-within-6-months.indicator.js';
import { sgoShareOfCareExitsPercentage } from './sgo-share-of-care-exits-percentage.indicator.js';
import type { Indicator } from './indicator.js';

const ALL: readonly Indicator[] = [
  adoBestInterestDecisions,
  adoChildrenAdopted,
  adoChildrenPlacedOutsideBoundary,
  adoChildrenWaitingPlacementOrder,
  adoChildrenWaiting,
  adoDecisionChangedAway,
  adoWaitingOver18MonthsCount,
  adoWaitingOver18MonthsPercentage,
  claNumberLookedAfter,
  claReviewsInTimescalePercentage,
  fosAgencyCount,
  fosAgencyPercentage,
  fosInHouseCount,
  fosInHousePercentage,
  fosReviewParticipationCount,
  fosReviewParticipationPercentage,
  fosStabilityLongTermPercentage,
  fosThreeOrMorePlacementsPercentage,
  fosUnplannedEndingsCarerRequest,
  regEarlyPermanencePlacements,
  rthReEntryWithin12Months,
  rthReEntryWithin6Months,
  sgoShareOfCareExitsPercentage,
];

const byId = new Map<IndicatorId, Indicator>(ALL.map((indicator) => [indicator.definition.id, indicator]));

/** The way in which an indicator is counted. */
export const indicatorOf = (id: IndicatorId): Indicator => {
  const found = byId.get(id);
  if (!found) throw new TypeError(`nobody counts ${id}`);
  return found;
};

/** Every indicator, in the order of the definitions. */
export const INDICATORS: readonly Indicator[] = DEFINITIONS.map(({ id }) => indicatorOf(id));
