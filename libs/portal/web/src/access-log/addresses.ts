import { withQuery } from '../frame/address.js';

export const ACCESS_LOG = '/access-log';
export const accessLogHref = (query: Readonly<{ from?: string; to?: string; why?: string }> = {}): string => withQuery(ACCESS_LOG, query);
