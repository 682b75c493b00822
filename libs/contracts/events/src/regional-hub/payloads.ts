import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** A harder-to-place child has waited 90 days without a link, or two links have failed. */
export type HarderToPlaceBecameStuck = { childId: Uuid; reasons: readonly string[]; stuckOn: LocalDate };

/** The payload of each event that regional-hub publishes. */
export type RegionalHubPayloads = { 'regional-hub.harder-to-place-became-stuck': HarderToPlaceBecameStuck };
