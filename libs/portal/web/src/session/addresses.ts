import { withQuery } from '../frame/address.js';

export const signInHref = (after: string): string => withQuery('/sign-in', { after: after === '/' ? '' : after });

/** An address of ours to go on to; anything else leads home. */
export const ownAddress = (asked: unknown): string => (typeof asked === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(asked) && !asked.startsWith('/sign') ? asked : '/');

/** Forms that are sent elsewhere than to the page they stand on. */
const ELSEWHERE = [[/^\/imports\/sample$/, '/imports/new'], [/\/apply$/, '']] as const;

/** The page on which a form stood, by the address it was sent to. */
export const formOf = (address: string): string => {
  const [path = '/'] = address.split('?');
  const found = ELSEWHERE.find(([pattern]) => pattern.test(path));
  return ownAddress(found === undefined ? path : path.replace(found[0], found[1]));
};
