import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { readForm, redirect, sendPage } from './answers.js';
import { errorPage, signInPage } from './pages.js';
import { peopleByPlace } from './people.js';
import type { IssuerParts } from './provider.js';

/** Choose who you are: the list of people in place of a password. Only the built-in issuer has it. */
export const signIn = async (provider: Provider, parts: IssuerParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (interaction === undefined) return sendPage(response, 400, errorPage('session_not_found'));
  const places = peopleByPlace(parts.accounts.all());
  if (request.method !== 'POST') return sendPage(response, 200, signInPage(places));
  const account = parts.accounts.inForce((await readForm(request)).get('person') ?? undefined);
  if (account === undefined) return sendPage(response, 422, signInPage(places, 'This person cannot sign in any more. Choose someone else.'));
  const next = await provider.interactionResult(request, response, { login: { accountId: account.id } });
  parts.records.changePerson(interaction.session?.uid, account.id);
  redirect(response, next);
};
