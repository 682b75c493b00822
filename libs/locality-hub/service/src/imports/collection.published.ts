import type { Publication } from '@permanence/platform/messaging';
import type { LoggedEvent } from '@permanence/platform/tenant-db';

/** Which months of an authority are held, as the region may know it. Null for any other event. */
export const collectionToPublished = ({ type, data }: LoggedEvent): Publication | null =>
  type === 'collection-loaded' ? { type: 'locality-hub.collection-loaded', data, schemaVersion: 1 } : null;
