import nunjucks from 'nunjucks';
import type { PeopleOfPlace } from './people.js';

/** A page of the issuer: markup without a script. */
export type Page = Readonly<{ headers: Readonly<Record<string, string>>; body: string }>;

const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(import.meta.dirname), { autoescape: true, throwOnUndefined: true });

/** The style sheet is the portal's, of the same origin; nothing else is loaded, and no other site may frame or receive the form. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

const page = (template: string, model: Readonly<Record<string, unknown>>): Page => ({ headers: HEADERS, body: templates.render(template, model) });

/** Choose who you are. `refusal` stands above the list when the last choice could not be taken. */
export const signInPage = (places: readonly PeopleOfPlace[], refusal?: string): Page =>
  page('sign-in.njk', { title: 'Choose who you are', places, refusal: refusal ?? '' });

/** Sign-in that cannot go on: a page of an hour ago, a second use, an address that is not ours. */
export const errorPage = (code: string): Page => page('problem.njk', { title: 'Start signing in again', code });

/** Signed out, with nowhere to go back to. */
export const signedOutPage = (): Page => page('signed-out.njk', { title: 'You have signed out' });
