import type { SearchStage, TrackedPlan, TrackerSort, TrackerStatus } from '../api/tracker.js';
import { withQuery } from '../frame/address.js';

/** Addresses of the region's tracker. */
export const TRACKER = '/region/tracker';
export const BOARD = '/region/tracker/board';
export const HARDER = '/region/harder-to-place';
export type TrackerAddress = Readonly<{ authority?: string | undefined; status?: TrackerStatus | 'on-the-way' | undefined; plan?: TrackedPlan | undefined; reason?: string | undefined; stage?: SearchStage | undefined; sort?: TrackerSort | undefined }>;
export const trackerHref = (query: TrackerAddress = {}, path: string = TRACKER): string => withQuery(path, query);
export const rowHref = (reference: string, part?: 'record'): string => (part === undefined ? `${TRACKER}/${reference}` : `${TRACKER}/${reference}/${part}`);
