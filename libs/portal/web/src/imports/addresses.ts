import { withQuery } from '../frame/address.js';

/** Addresses of the import pages. */
export const IMPORTS = '/imports';
export const NEW_IMPORT = '/imports/new';
export const SAMPLE_IMPORT = '/imports/sample';
export const sampleHref = (file: string): string => `/imports/samples/${encodeURIComponent(file)}`;
export const importHref = (id: string, part?: 'apply' | 'progress'): string => (part === undefined ? `/imports/${id}` : `/imports/${id}/${part}`);
export const setAsideHref = (id: string, module?: string): string => withQuery(`/imports/${id}/set-aside`, { module });
export const findingsHref = (id: string, rule: string, cursor?: string): string => withQuery(`/imports/${id}/findings`, { rule, cursor });
export const correctionsHref = (id: string, query: Readonly<{ cursor?: string; trail?: string }> = {}): string => withQuery(`/imports/${id}/corrections`, query);
