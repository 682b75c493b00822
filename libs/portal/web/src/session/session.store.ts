import { type Clock, REGION } from '@permanence/kernel/values';
import type { TenantDb } from '@permanence/platform/tenant-db';
import { hashOf, newSessionId, seal, unseal } from './sealed.js';

/** Somebody is on the way to the issuer and back. */
export type Underway = Readonly<{ kind: 'underway'; state: string; nonce: string; verifier: string; after: string }>;
/** Somebody is signed in. Times are in milliseconds since 1970. */
export type SignedIn = Readonly<{ kind: 'signed-in'; accessToken: string; refreshToken: string | null; idToken: string; expiresAt: number }>;
export type Session = Underway | SignedIn;

/** A session ends after an hour without a page, and after twelve in any case (portal.md 5). */
export const IDLE_MINUTES = 60;
const LONGEST_HOURS = 12;

const PARTNERSHIP = { id: 'portal', tenants: [REGION] } as const;

/** Sessions, by an id that only the browser has. */
export class SessionStore {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Keeps a new session. @returns its id, for the cookie. */
  async begin(session: Session): Promise<string> {
    const id = newSessionId();
    const now = this.clock.now();
    await this.db.inTenants(PARTNERSHIP, async (tx) => {
      await tx.query(`delete from session where tenant_id = $1 and (seen_at < $2::timestamptz - make_interval(mins => $3) or begun_at < $2::timestamptz - make_interval(hours => $4))`, [REGION, now, IDLE_MINUTES, LONGEST_HOURS]);
      await tx.query('insert into session (tenant_id, id_hash, sealed, begun_at, seen_at) values ($1, $2, $3, $4, $4)', [REGION, hashOf(id), seal(id, session), now]);
    });
    return id;
  }

  /** The session of a cookie, while it lasts; asking for it puts off its end. */
  async find(id: string): Promise<Session | undefined> {
    const now = this.clock.now();
    const rows = await this.db.inTenants(PARTNERSHIP, (tx) =>
      tx.query<[readonly { sealed: Buffer }[], number]>(
        `update session set seen_at = $3 where tenant_id = $1 and id_hash = $2 and seen_at >= $3::timestamptz - make_interval(mins => $4) and begun_at >= $3::timestamptz - make_interval(hours => $5) returning sealed`,
        [REGION, hashOf(id), now, IDLE_MINUTES, LONGEST_HOURS],
      ));
    const [found] = rows[0];
    return found === undefined ? undefined : unseal<Session>(id, found.sealed);
  }

  /** New tokens for the same session. */
  async renew(id: string, session: SignedIn): Promise<void> {
    await this.db.inTenants(PARTNERSHIP, (tx) => tx.query('update session set sealed = $3 where tenant_id = $1 and id_hash = $2', [REGION, hashOf(id), seal(id, session)]));
  }

  async end(id: string): Promise<void> {
    await this.db.inTenants(PARTNERSHIP, (tx) => tx.query('delete from session where tenant_id = $1 and id_hash = $2', [REGION, hashOf(id)]));
  }
}
