import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './answers.js';
import { claimsFor } from './claims.js';
import { type IssuerParts, clientOf } from './provider.js';
import { readSigned } from './signed-tokens.js';

/**
 * What Keycloak's userinfo endpoint answers: the roles and attributes of the account now, as long as the account is enabled and the session in force.
 * In place of the provider's own, which takes no token that has an audience.
 */
export const userinfo = async (parts: IssuerParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const claims = await claimsNow(parts, /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
  if (claims === undefined) sendJson(response, 401, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer error="invalid_token"' });
  else sendJson(response, 200, claims);
};

const claimsNow = async (parts: IssuerParts, token: string): Promise<Record<string, unknown> | undefined> => {
  const signed = await readSigned(token, parts);
  if (signed?.['typ'] !== 'Bearer' || (signed.exp ?? 0) * 1000 <= Date.now()) return undefined;
  const account = parts.accounts.inForce(signed.sub);
  const session = parts.records.session(String(signed['sid']));
  if (account === undefined || session?.accountId !== account.id) return undefined;
  return { sub: account.id, ...claimsFor(clientOf(parts.realm, String(signed['azp'])), account, 'userinfo.token.claim') };
};
