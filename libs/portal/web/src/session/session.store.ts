import { type Clock, REGION } from '@permanence/kernel/values';
import type { TenantDb, TenantTx } from '@permanence/platform/tenant-db';
import { type Seal, hashOf, newSessionId } from './sealed.js';

/** Somebody is on the way to the issuer and back. */
export type Underway = Readonly<{ kind: 'underway'; state: string; nonce: string; verifier: string; after: string }>;
/** Somebody is signed in. `expiresAt` is the access token's, in milliseconds since 1970. */
export type SignedIn = Readonly<{ kind: 'signed-in'; accessToken: string; refreshToken: string | null; idToken: string; expiresAt: number }>;
export type Session = Underway | SignedIn;

/** A session ends after an hour without a page, and after twelve in any case (portal.md 5). */
export const IDLE_MINUTES = 60;
export const LONGEST_HOURS = 12;
/** The last page is written down when the one before is this old: a page need not write each time. */
const NOTED_EVERY_SECONDS = 60;

/** The table belongs to nobody's council, so it does not matter for whom the transaction runs. */
const PORTAL = { id: 'portal', tenants: [REGION] } as const;

const ENDED = `(seen_at < $1::timestamptz - interval '${IDLE_MINUTES} minutes' or begun_at < $1::timestamptz - interval '${LONGEST_HOURS} hours')`;

/** Sessions, by an id that only the browser has. */
export class SessionStore {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** Keeps a new session, and forgets those that have ended. @returns its id, for the cookie. */
  async begin(session: Session): Promise<string> {
    const id = newSessionId();
    const now = this.clock.now();
    await this.within(async (tx) => {
      await tx.query(`delete from session where ${ENDED}`, [now]);
      await tx.query('insert into session (id_hash, sealed, begun_at, seen_at) values ($1, $2, $3, $3)', [hashOf(id), this.seal.close(id, session), now]);
    });
    return id;
  }

  /** The session of a cookie, while it lasts; asking for it puts off its end. */
  find(id: string): Promise<Session | undefined> {
    const now = this.clock.now();
    return this.within(async (tx) => {
      const [found] = await tx.query<readonly { sealed: Buffer; note: boolean }[]>(
        `select sealed, seen_at < $1::timestamptz - interval '${NOTED_EVERY_SECONDS} seconds' as note from session where id_hash = $2 and not ${ENDED}`, [now, hashOf(id)]);
      if (found === undefined) return undefined;
      if (found.note) await tx.query('update session set seen_at = $1 where id_hash = $2', [now, hashOf(id)]);
      return this.seal.open<Session>(id, found.sealed);
    });
  }

  /** New tokens for the same session. */
  async renew(id: string, session: SignedIn): Promise<void> {
    await this.within((tx) => tx.query('update session set sealed = $2 where id_hash = $1', [hashOf(id), this.seal.close(id, session)]));
  }

  async end(id: string): Promise<void> {
    await this.within((tx) => tx.query('delete from session where id_hash = $1', [hashOf(id)]));
  }

  private within<T>(work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.db.inTenants(PORTAL, work);
  }
}
