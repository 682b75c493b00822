import { type IdentityConfiguration, endpointOf } from './configuration.js';
import { notSignedIn, standingUnknown } from './http-refusal.js';
import { ISSUER_TIMEOUT_MS } from './key-source.js';
import type { VerifiedToken } from './token.verifier.js';

/** What the issuer says of the person now: claims of the userinfo endpoint, from the mappers of `deploy/keycloak/realm.json`. */
export type Standing = Readonly<{
  sub: string;
  name?: string;
  authority?: string;
  team?: string;
  sw_registration?: string;
  realm_access?: Readonly<{ roles?: readonly string[] }>;
}>;

/** A role taken away or an account disabled refuses the next request within a second (what-good-means T11), the time of asking included. */
export const STANDING_AGE_MS = 800;

/** As many tokens as are remembered at once; the oldest are asked about again. */
const REMEMBERED = 5_000;

type Remembered = Readonly<{ askedAt: number; standing: Promise<Standing> }>;

/** Whether the account and the session are still in force, and with which roles: asked of the issuer, remembered for a second, one request at a time for a token. */
export class StandingReader {
  private readonly remembered = new Map<string, Remembered>();
  private readonly userinfoUrl: string;

  constructor(configuration: IdentityConfiguration) {
    this.userinfoUrl = endpointOf(configuration, 'userinfo');
  }

  /** @throws HttpRefusal 401 when the account is disabled or the session has ended; 503 when the issuer cannot be asked. */
  async standingOf(token: VerifiedToken): Promise<Standing> {
    const held = this.remembered.get(token.jwt);
    if (held !== undefined && performance.now() - held.askedAt < STANDING_AGE_MS) return held.standing;
    return this.remember(token.jwt, this.ask(token));
  }

  private remember(jwt: string, standing: Promise<Standing>): Promise<Standing> {
    this.remembered.delete(jwt);
    this.remembered.set(jwt, { askedAt: performance.now(), standing });
    for (const [oldest] of this.remembered) {
      if (this.remembered.size <= REMEMBERED) break;
      this.remembered.delete(oldest);
    }
    return standing;
  }

  private async ask({ jwt, subject }: VerifiedToken): Promise<Standing> {
    const answer = await this.fetchUserinfo(jwt);
    if (answer.status === 401 || answer.status === 403) throw notSignedIn();
    if (!answer.ok) throw standingUnknown();
    const standing = await readStanding(answer);
    // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
    if (standing.sub !== subject) throw notSignedIn();
    return standing;
  }

  private async fetchUserinfo(jwt: string): Promise<Response> {
    try {
      return await fetch(this.userinfoUrl, { headers: { authorization: `Bearer ${jwt}` }, signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS), redirect: 'error' });
    } catch {
      throw standingUnknown();
    }
  }
}

const readStanding = async (answer: Response): Promise<Standing> => {
  try {
    return (await answer.json()) as Standing;
  } catch {
    throw standingUnknown();
  }
};
