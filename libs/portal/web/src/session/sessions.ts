import type { Clock } from '@permanence/kernel/values';
import type { IssuerClient } from './issuer.client.js';
import type { SessionStore, SignedIn } from './session.store.js';

/** Tokens are renewed when this little of them is left. */
const RENEW_BEFORE_MS = 20_000;

/** Who is signed in, with tokens that are still good. */
export class Sessions {
  /** One renewal at a time for a session: pages that are asked for at once share it. */
  private readonly renewing = new Map<string, Promise<SignedIn | undefined>>();

  constructor(
    private readonly store: SessionStore,
    private readonly issuer: IssuerClient,
    private readonly clock: Clock,
  ) {}

  /** The session of a cookie with a token to use now; undefined when nobody is signed in (any more). @throws ServiceSilent when the issuer cannot be asked. */
  async signedIn(id: string | undefined): Promise<SignedIn | undefined> {
    if (id === undefined) return undefined;
    const session = await this.found(id);
    return session === undefined || this.isGood(session) ? session : this.renewed(id);
  }

  private async found(id: string): Promise<SignedIn | undefined> {
    const session = await this.store.find(id);
    return session?.kind === 'signed-in' ? session : undefined;
  }

  private isGood({ expiresAt }: SignedIn): boolean {
    return expiresAt - Date.parse(this.clock.now()) > RENEW_BEFORE_MS;
  }

  private renewed(id: string): Promise<SignedIn | undefined> {
    const underway = this.renewing.get(id);
    if (underway !== undefined) return underway;
    const renewal = this.renew(id).finally(() => this.renewing.delete(id));
    this.renewing.set(id, renewal);
    return renewal;
  }

  private async renew(id: string): Promise<SignedIn | undefined> {
    // Read again: a renewal may have ended since this page read the session, and a refresh token is good once.
    const session = await this.found(id);
    if (session === undefined || this.isGood(session)) return session;
    const renewed = await this.issuer.refresh(session);
    if (renewed !== undefined) {
      await this.store.renew(id, renewed);
      return renewed;
    }
    // Another process of the portal may have used the refresh token a moment ago.
    const now = await this.found(id);
    if (now !== undefined && now.accessToken !== session.accessToken) return now;
    await this.store.end(id);
    return undefined;
  }
}
