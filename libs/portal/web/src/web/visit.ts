import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { localityHubClient, regionalHubClient } from '../api/clients.js';
import type { EmergencyUse } from '../api/emergency.js';
import type { LocalityHubApi, Me } from '../api/locality-hub.js';
import type { RegionalHubApi } from '../api/regional-hub.js';
import type { SignedIn } from '../session/session.store.js';
import type { Sessions } from '../session/sessions.js';
import type { PortalOptions } from './options.js';

/** One request of somebody who is signed in: the services as they may use them. */
export type Visit = Readonly<{ sessionId: string; session: SignedIn; locality: LocalityHubApi; regional: RegionalHubApi; me: () => Promise<Me>; running: () => Promise<readonly EmergencyUse[]> }>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; absent where nobody is signed in. */
    visit?: Visit;
  }
}

/** Makes visits out of requests. */
export class Visits {
  readonly cookie: string;

  constructor(
    private readonly sessions: Sessions,
    private readonly options: PortalOptions,
  ) {
    this.cookie = cookieName('session', options);
  }

  /** The visit behind a request; undefined when nobody is signed in. @throws ServiceSilent when the issuer cannot be asked to renew. */
  async of(request: FastifyRequest): Promise<Visit | undefined> {
    const sessionId = request.cookies[this.cookie];
    const session = await this.sessions.signedIn(sessionId);
    if (sessionId === undefined || session === undefined) return undefined;
    const locality = localityHubClient(this.options.localityHubUrl, session.accessToken);
    const me = once(() => locality.me());
    // Only those who have it are asked for: every page says so until it ends.
    const running = once(async () => ((await me()).capabilities['break-glass:use'] === undefined ? [] : (await locality.ownEmergencyUses({ running: true })).items));
    return { sessionId, session, locality, regional: regionalHubClient(this.options.regionalHubUrl, session.accessToken), me, running };
  }
}

/** Asks the first time and keeps the answer. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  const asked: { answer?: Promise<T> } = {};
  return () => (asked.answer ??= ask());
};

/** Over TLS a cookie is bound to this host alone (`__Host-`); the demonstration has no TLS. */
export const cookieName = (name: string, { publicUrl }: Pick<PortalOptions, 'publicUrl'>): string => (publicUrl.startsWith('https:') ? `__Host-${name}` : name);

/** The visit, as a controller's parameter. @throws Error on a page that is open to everybody. */
export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const { visit } = context.switchToHttp().getRequest<FastifyRequest>();
  if (visit === undefined) throw new Error('A page that is open to everybody asks who is there.');
  return visit;
});
