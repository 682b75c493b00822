import type { TenantId, Uuid } from '@permanence/kernel/values';
import { type Capability, CAPABILITIES_OF_ROLE, type Role, type Scope } from '@permanence/platform/identity';
import type { Me } from '../api/locality-hub.js';
import { type RunningAccess, type View, frameOf } from './view.js';
import { viewRenderer } from './views.js';

/** A person of the demonstration with a role's own capabilities. */
export const personAs = (role: Role, authority = 'E10000028', name = 'Nadia Ferris'): Me => ({
  id: '11111111-1111-4111-8111-111111111111', name, roles: [role], capabilities: CAPABILITIES_OF_ROLE[role] as Readonly<Partial<Record<Capability, Scope>>>,
  authority: { code: authority as TenantId, name: authority === 'region' ? 'North Midlands Permanency Partnership' : 'Staffordshire' }, team: 'Moorlands',
});

export const uuid = (number: number): Uuid => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Uuid;

const render = viewRenderer();
const settings = { partnership: 'North Midlands Permanency Partnership', demonstration: true, outOfHours: { words: '01632 960 117', href: 'tel:01632960117' }, assets: { css: '/assets/app.css', js: '/assets/app.js' } };

/** The page as the browser gets it. */
export const rendered = (view: View, me: Me | null = personAs('locality-social-worker'), running: readonly RunningAccess[] = []): string =>
  render(view, frameOf(settings, { running, nonce: 'n0nce', csrf: 't0ken', loading: null, madeAt: { iso: '2026-11-24T09:41:00Z', words: 'Tuesday 24 November 2026 at 9:41am' } }, me, view.section));

/** Every address that a page of this issue may link to. */
const KNOWN: readonly RegExp[] = [
  /^#[\w-]+$/, /^tel:\d+$/, /^\/$/, /^\/(sign-in|sign-out|accessibility|privacy|cookies|help\/glossary(#[\w-]+)?|access-log|imports|imports\/new|imports\/sample)(\?.*)?$/,
  /^\/children\/[0-9a-f-]{36}\/emergency-access$/, /^\/emergency-access(\/[0-9a-f-]{36}\/(end|review))?$/, /^\/alerts(\/(mine|[0-9a-f-]{36}))?(\?.*)?$/, /^\/relations(\/[0-9a-f-]{36}\/(confirm|withdraw))?$/,
  /^\/work(\/(overdue|week|later|plans))?(\?.*)?$/, /^\/calendar(\/drop)?$/, /^\/help\/rules\/[\w.:-]+$/, /^\/children(\/allocate(\/preview)?)?(\?.*)?$/, /^\/children\/tracker(\/(export|keep|tracker\.csv|filters\/[0-9a-f-]{36}\/drop))?(\?.*)?$/, /^\/children\/[0-9a-f-]{36}(\/(chronology|placements|reviews|missing|workers|family|findings|access|restriction|withdrawal))?(\?.*)?$/,
  /^\/children\/[0-9a-f-]{36}\/plan(\/(options|option|proposal|countersignature|agreement|change|milestone|limb|breakdown))?(\?.*)?$/,
  /^\/imports\/[0-9a-f-]{36}(\/(apply|set-aside|findings|corrections|progress))?(\?.*)?$/, /^\/imports\/samples\/[\w.-]+$/,
  /^\/region\/(population|indicators|targets(\/[0-9a-f-]{36}\/end)?|packs(\/[\w-]+\/\d{4}-\d{2}(\/(public|freeze|restatements|figures\.csv|pack\.pdf))?)?|commentary|scorecard\.csv|indicators\/[\w-]+\/commentary)(\?.*)?$/,
  /^\/region\/sharing(\/draft|\/\d+\/(sign|review|end|discard)|\/grants(\/[0-9a-f-]{36}(\/(give|refuse|end))?)?)?(\?.*)?$/, /^\/region\/tracker\/TRK-[2-9A-Z]{4}-[2-9A-Z]{2}\/profile(\/ask)?$/,
  /^\/region\/(tracker(\/board|\/TRK-[\w-]+(\/(record|profile|profile\/ask))?)?|harder-to-place)(\?.*)?$/, /^\/region\/(scorecard|indicators\/[\w-]+(\/(cases|figures\.csv))?)(\?.*)?$/, /^\/assets\/[\w.-]+$/,
];

/** What holds for every page: one h1, known links only, nothing inline, roles on tables, and unique ids. Empty when all is well. */
export const faultsOf = (html: string): readonly string[] => {
  const all = (pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, found = '']) => found);
  const main = html.slice(html.indexOf('<main'));
  const ids = all(/\sid="([^"]*)"/g);
  return [
    ...(all(/<(h1)[\s>]/g).length === 1 ? [] : [`${String(all(/<(h1)[\s>]/g).length)} h1`]),
    ...all(/\s(?:href|action|formaction)="([^"]*)"/g).map((href) => href.replaceAll('&amp;', '&')).filter((href) => !KNOWN.some((known) => known.test(href))).map((href) => `unknown link ${href}`),
    ...(/\sstyle="/.test(html) ? ['style attribute'] : []), ...all(/\s(on[a-z]+)="/g).map((handler) => `inline ${handler}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} twice`),
    ...all(/href="#([\w-]+)"/g).filter((target) => !ids.includes(target)).map((target) => `no part #${target}`),
    ...all(/(<table(?![^>]*role="table")[^>]*>)/g), ...all(/(<tr(?![^>]*role="row")[^>]*>)/g), ...all(/(<td(?![^>]*role="cell")[^>]*>)/g),
    ...(/\[object Object\]|undefined|NaN/.exec(main) ?? []).map((leak) => `leak ${leak}`),
  ];
};

/** A page's words without markup, white space as one blank. */
export const wordsOf = (html: string): string => html.slice(html.indexOf('<main')).replace(/<svg.*?<\/svg>/gs, ' ').replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ');
