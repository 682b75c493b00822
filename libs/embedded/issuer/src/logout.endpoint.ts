import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { readForm, redirect, sendPage } from './answers.js';
import { errorPage, signedOutPage } from './pages.js';
import { type IssuerParts, clientOf } from './provider.js';
import { isRedirectOf } from './realm.js';
import { readSigned } from './signed-tokens.js';

/**
 * Ends the session at once when the request carries the ID token of the person who is signed in, as Keycloak does; the provider's own page asks first, and needs a script.
 * Without that token nobody is signed out: another site could have sent the browser here.
 */
export const logout = async (provider: Provider, parts: IssuerParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = request.method === 'POST' ? await readForm(request) : new URL(request.url ?? '/', parts.issuerUrl).searchParams;
  const hint = await readSigned(asked.get('id_token_hint') ?? '', parts);
  if (hint === undefined) return sendPage(response, 400, errorPage('id_token_hint'));
  const session = await provider.Session.get(provider.createContext(request, response));
  if (session.uid !== undefined && session.accountId === hint.sub) parts.records.endSession(session.uid);
  const back = asked.get('post_logout_redirect_uri');
  if (back === null) return sendPage(response, 200, signedOutPage());
  if (!isRedirectOf(clientOf(parts.realm, String(hint.aud)), back)) return sendPage(response, 400, errorPage('post_logout_redirect_uri'));
  redirect(response, withState(back, asked.get('state')));
};

const withState = (address: string, state: string | null): string => {
  const target = new URL(address);
  if (state !== null) target.searchParams.set('state', state);
  return target.href;
};
