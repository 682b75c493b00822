import type { FastifyReply } from 'fastify';
import type { View } from '../frame/view.js';
import type { PortalOptions } from '../web/options.js';
import type { Visit } from '../web/visit.js';
import { signInHref } from './addresses.js';
import { type IssuerClient } from './issuer.client.js';
import { type SessionStore } from './session.store.js';
import { signInPage } from './sign-in/page.js';

/** To the issuer and back, with a new session at each step: an id that was there before signing in is worth nothing after. */
export class SignInFlow {
  constructor(
    private readonly issuer: IssuerClient,
    private readonly store: SessionStore,
    private readonly options: PortalOptions,
  ) {}

  startPage(after: string): View {
    return signInPage(this.options.demonstration !== undefined, after);
  }

  async leave(after: string): Promise<Readonly<{ url: string; cookie: string }>> {
    const { url, underway } = await this.issuer.leave(after);
    return { url, cookie: await this.store.begin(underway) };
  }

  /** Back from the issuer. An answer that is not to our question (an old tab, a second use) begins anew. */
  async comeBack(address: string, id: string | undefined): Promise<Readonly<{ after: string; cookie: string | undefined }>> {
    const underway = id === undefined ? undefined : await this.store.find(id);
    if (id === undefined || underway === undefined) return { after: signInHref('/'), cookie: undefined };
    if (underway.kind === 'signed-in') return { after: '/', cookie: id };
    const session = await this.issuer.comeBack(address, underway);
    await this.store.end(id);
    return session === undefined ? { after: signInHref(underway.after), cookie: undefined } : { after: underway.after, cookie: await this.store.begin(session) };
  }

  /** Ends the session here, and says where the issuer ends its own. */
  async signOut(visit: Visit | undefined): Promise<string> {
    if (visit === undefined) return '/sign-in';
    await this.store.end(visit.sessionId);
    return this.issuer.farewell(visit.session);
  }

  setCookie(reply: FastifyReply, name: string, value: string | undefined): FastifyReply {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.options.publicUrl.startsWith('https:') } as const;
    return value === undefined ? reply.clearCookie(name, options) : reply.setCookie(name, value, options);
  }
}
