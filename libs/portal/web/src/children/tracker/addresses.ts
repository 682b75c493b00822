import type { WaySort } from '../../api/council-tracker.js';
import { withQuery } from '../../frame/address.js';

/** Addresses of the council's own tracker. `found` is what was typed, sealed. */
export const WAY = '/children/tracker';
export type WayAddress = Readonly<{
  sort?: WaySort | undefined; team?: string | undefined; worker?: string | undefined; route?: string | undefined; next?: string | undefined; settled?: 'yes' | 'no' | undefined; noPlan?: 'true' | undefined; noParallel?: 'true' | undefined;
  late?: 'true' | undefined; harder?: 'true' | undefined; found?: string | undefined;
}>;
export const wayHref = (query: WayAddress = {}): string => withQuery(WAY, query);
export const wayExportHref = (query: WayAddress): string => withQuery(`${WAY}/export`, query);
export const WAY_CSV = `${WAY}/tracker.csv`;
export const wayKeepHref = (query: WayAddress): string => withQuery(`${WAY}/keep`, query);
export const wayDropHref = (id: string): string => `${WAY}/filters/${id}/drop`;
