import type { WorkGroupName, WorkKind } from '../api/locality-hub.js';
import { withQuery } from '../frame/address.js';

/** Addresses of what there is to do. */
export const HOME = '/';
export const WORK = '/work';
export const workHref = (query: Readonly<{ kind?: WorkKind | undefined }> = {}, path: typeof HOME | typeof WORK = HOME): string => withQuery(path, query);
export const workGroupHref = (group: WorkGroupName, query: Readonly<{ kind?: WorkKind | undefined; cursor?: string }> = {}): string => withQuery(`${WORK}/${group}`, query);
/** Every plan that waits for the person's word. */
export const PLANS_WAITING = `${WORK}/plans`;
export const plansWaitingHref = (query: Readonly<{ cursor?: string }> = {}): string => withQuery(PLANS_WAITING, query);
export const CALENDAR = '/calendar';
