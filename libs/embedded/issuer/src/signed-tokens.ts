import { type JWTPayload, compactVerify, importJWK } from 'jose';
import type { IssuerParts } from './provider.js';

/** The claims of a token that this issuer signed, in force or not; undefined when it did not sign it. */
export const readSigned = async (token: string, { secrets, issuerUrl }: IssuerParts): Promise<JWTPayload | undefined> => {
  const { kty, n, e } = secrets.signingKey;
  const key = await importJWK({ kty, n, e } as typeof secrets.signingKey, 'RS256');
  const verified = await compactVerify(token, key, { algorithms: ['RS256'] }).catch(() => undefined);
  if (verified === undefined) return undefined;
  const claims = JSON.parse(new TextDecoder().decode(verified.payload)) as JWTPayload;
  return claims.iss === issuerUrl ? claims : undefined;
};
