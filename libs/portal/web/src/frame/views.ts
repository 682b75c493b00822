import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { type Frame, type View, markingOf } from './view.js';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

/** Where templates are looked for: our own first, then GOV.UK's and MOJ's. */
export const TEMPLATE_FOLDERS: readonly string[] = [
  join(here, '..'),
  join(dirname(require.resolve('govuk-frontend/package.json')), 'dist'),
  dirname(require.resolve('@ministryofjustice/frontend/package.json')),
];

export const TEMPLATE_OPTIONS = { autoescape: true, trimBlocks: true, lstripBlocks: true, throwOnUndefined: false } as const;

/** The filters that our templates use: markup and plurals only; dates and sentences are the page models' work. */
export const addFilters = (environment: nunjucks.Environment): nunjucks.Environment =>
  environment.addFilter('thousands', (count: number) => count.toLocaleString('en-GB')).addFilter('svg', (drawn: string) => new nunjucks.runtime.SafeString(drawn));

/** A renderer of its own, without a server: for specs, and for the pages that stand when nothing else does. */
export const viewRenderer = (): ((view: View, frame: Frame) => string) => {
  const environment = addFilters(nunjucks.configure([...TEMPLATE_FOLDERS], TEMPLATE_OPTIONS));
  return (view, frame) => environment.render(view.template, contextOf(view, frame));
};

/** What a template sees. */
export const contextOf = (view: View, frame: Frame): object => ({
  title: view.title, errors: view.errors ?? [], crumbs: view.crumbs, frame, page: view.page, print: view.print ?? {}, marking: markingOf(view), cspNonce: frame.nonce,
});
