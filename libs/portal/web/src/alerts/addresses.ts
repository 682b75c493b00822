import { withQuery } from '../frame/address.js';

export const ALERTS = '/alerts';
export const MY_ALERTS = '/alerts/mine';
export const alertsHref = (query: Readonly<{ kind?: string | undefined }> = {}): string => withQuery(ALERTS, query);
export const alertHref = (id: string): string => `${ALERTS}/${id}`;
