import type { Problem } from '../../api/problem.js';
import type { View } from '../../frame/view.js';

export type ProblemPage = Readonly<{ heading: string; sentences: readonly string[]; code: string | null; links: readonly Readonly<{ text: string; href: string }>[] }>;

/** Links to what somebody can do beside going home. */
export type Ways = ProblemPage['links'];

const page = (status: number, heading: string, sentences: readonly string[], links: ProblemPage['links'], code: string | null = null): View<ProblemPage> => ({
  template: 'problems/problem/page.njk', title: heading, section: null, crumbs: [], status, page: { heading, sentences, links, code },
});

export const HOME = { text: 'Go to my work', href: '/' } as const;

/** No such thing, or not yours to know of: one text for both. */
export const notFoundPage = (ways: Ways = []): View<ProblemPage> =>
  page(404, 'Page not found', ['We could not find that page. Check the reference. If you should be able to see it, ask the team that holds it.'], [HOME, ...ways]);

/** You may know that it exists, and may not open it: why, who holds it, what you can do. */
export const forbiddenPage = ({ title, detail, code }: Problem, ways: Ways = []): View<ProblemPage> =>
  page(403, code === 'RECORD_RESTRICTED' ? 'This record is restricted' : 'You cannot open this', [detail === '' ? title : detail, ...(ways.length === 0 ? [] : ['If a child may come to harm while you wait, you can open it for an hour. The data protection officer is told at once.'])], [...ways, HOME], code);

/** A rule says no, and no page of its own shows it. */
export const refusedPage = ({ title, detail, code, status }: Problem): View<ProblemPage> => page(status, 'This cannot be done', [detail === '' ? title : detail], [HOME], code);

/** The session ended while somebody was sending something: GET pages lead to sign-in by themselves. */
export const signedOutPage = (after: string): View<ProblemPage> =>
  page(401, 'You were signed out', ['Your time ran out before this was sent, so nothing was changed. Sign in, then do it again.'], [{ text: 'Sign in', href: `/sign-in?after=${encodeURIComponent(after)}` }]);

/** Our fault: a reference, no detail. */
export const faultPage = (reference: string): View<ProblemPage> =>
  page(500, 'Something went wrong on our side', ['It is not your doing. If it happens again, tell the people who run this service, with this reference:', reference], [HOME]);

/** A service does not answer. */
export const downPage = (service: string, time: string): View<ProblemPage> =>
  page(503, 'This part is not answering', [`${SERVICES[service] ?? 'A part of the service'} could not be reached at ${time}. Nothing is lost. Try again in a minute.`, 'If a child needs you now, ring the emergency duty team on the number at the foot of this page.'], [HOME]);

const SERVICES: Readonly<Record<string, string>> = { 'locality-hub': 'Children\'s records', 'regional-hub': 'The figures', issuer: 'Signing in' };

/** Somebody is signed in whose account has no appointment here. */
export const noAppointmentPage = (): View<ProblemPage> =>
  page(403, 'Your account is not set up here', ['You are signed in, but no role in a council or the region is given to you. Ask the people who run this service to add it.'], [{ text: 'Start again', href: '/sign-in' }]);
