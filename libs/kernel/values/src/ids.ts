import type { Branded } from './branded.js';

/** An authority by its ONS code, or `region`: the partnership itself, which owns what the councils hold in common. */
export type TenantId = Branded<string, 'TenantId'>;

/** The pseudo-tenant of the partnership; it is not an ONS code, so it can never be mistaken for a council. */
export const REGION = 'region' as TenantId;

/** @throws TypeError when the text is neither an ONS authority code nor `region`. */
export const TenantId = (code: string): TenantId => {
  if (code !== REGION && !/^[ENSW]\d{8}$/.test(code)) throw new TypeError('This is not the ONS code of an authority, such as E10000028.');
  return code as TenantId;
};

/** A random or derived UUID in lower case. */
export type Uuid = Branded<string, 'Uuid'>;

/** @throws TypeError when the text is not a UUID. */
export const Uuid = (text: string): Uuid => {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)) throw new TypeError('This is not an id of ours.');
  return text as Uuid;
};
