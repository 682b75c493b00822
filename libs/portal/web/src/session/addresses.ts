import { withQuery } from '../frame/address.js';

export const signInHref = (after: string): string => withQuery('/sign-in', { after: after === '/' ? '' : after });

/** An address of ours to go on to; anything else leads home. */
export const ownAddress = (asked: unknown): string => (typeof asked === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(asked) && !asked.startsWith('/sign') ? asked : '/');
