import { NotFoundException } from '@nestjs/common';
import { withQuery } from '../frame/address.js';

/** Addresses of the sharing agreement and of profiles shared under it. */
export const SHARING = '/region/sharing';
export const DRAFT = '/region/sharing/draft';
export const GRANTS = '/region/sharing/grants';

export const versionHref = (version: number): string => withQuery(SHARING, { version });
export const agreementActHref = (version: number, act: 'sign' | 'review' | 'end' | 'discard'): string => `${SHARING}/${String(version)}/${act}`;
export const grantsHref = (query: Readonly<{ side?: string; cursor?: string }> = {}): string => withQuery(GRANTS, query);
export const grantHref = (id: string, act?: 'give' | 'refuse' | 'end'): string => (act === undefined ? `${GRANTS}/${id}` : `${GRANTS}/${id}/${act}`);
export const profileHref = (reference: string): string => `/region/tracker/${reference}/profile`;
export const askHref = (reference: string): string => `/region/tracker/${reference}/profile/ask`;

/** A reference in an address; what is none is a page that is not there. */
export const referenceIn = (text: string): string => {
  if (!/^TRK-[2-9A-Z]{4}-[2-9A-Z]{2}$/.test(text)) throw new NotFoundException();
  return text;
};

/** A version in an address. */
export const versionIn = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new NotFoundException();
  return Number(text);
};
