import type { Publication } from '@permanence/platform/messaging';
import type { LoggedEvent } from '@permanence/platform/tenant-db';

const SHUT: Readonly<Record<string, boolean>> = { 'record-restricted': true, 'record-unrestricted': false };

/** That a record was shut or opened, as others may know it; who may open it and why stays here. Null for any other event. */
export const restrictionToPublished = ({ type, streamId }: LoggedEvent): Publication | null =>
  SHUT[type] === undefined ? null : { type: 'locality-hub.record-restriction-changed', data: { childId: streamId, restricted: SHUT[type] }, schemaVersion: 1 };
