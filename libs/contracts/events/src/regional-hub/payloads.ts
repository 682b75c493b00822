import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** Why a child is harder to place, as others may know it: the four reasons of the catalogue, and that there are others. */
export type HarderToPlaceReason = 'age-5-plus' | 'sibling-group' | 'disability' | 'bme' | 'other';

/** A harder-to-place child has been looked for over 90 days without a match (regional-hub.md 3.4). It goes to the child's own council. */
export type HarderToPlaceBecameStuck = { childId: Uuid; reasons: readonly HarderToPlaceReason[]; stuckOn: LocalDate };

/** What `regional-hub` tells the councils. */
export type RegionalHubPayloads = {
  'regional-hub.harder-to-place-became-stuck': HarderToPlaceBecameStuck;
};
