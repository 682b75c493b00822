import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; expiresAt: number };

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Expired records go when this many have been written since the last time. */
const SWEEP_EVERY = 500;

/**
 * What the provider remembers: sessions, grants, codes, refresh tokens. In memory, as the built-in issuer is one process:
 * after a restart everybody signs in again, and a refresh is refused as any refresh of an ended session is.
 */
export class RecordStore {
  private readonly records = new Map<string, Kept>();
  /** Which record a session's uid stands for; the record's own id changes at every sign-in. */
  private readonly sessionKeys = new Map<string, string>();
  private writtenSinceSweep = 0;

  /** The provider's view of one kind of record. */
  adapterFor(kind: string): Adapter {
    const key = (id: string): string => `${kind}:${id}`;
    return {
      upsert: async (id, payload, expiresIn = Infinity) => this.write(key(id), payload, expiresIn),
      find: async (id) => this.read(key(id)),
      findByUid: async (uid) => this.session(uid),
      findByUserCode: async () => undefined,
      consume: async (id) => { const found = this.read(key(id)); if (found !== undefined) found.consumed = seconds(); },
      destroy: async (id) => { this.records.delete(key(id)); },
      revokeByGrantId: async (grantId) => this.forget((payload) => payload.grantId === grantId),
    };
  }

  /** The session with this uid, while it is in force. */
  session(uid: string | undefined): AdapterPayload | undefined {
    return this.read(this.sessionKeys.get(uid ?? '') ?? '');
  }

  /** Somebody is at work: the session ends that much later, in seconds. */
  extendSession(uid: string, expiresIn: number): void {
    const payload = this.session(uid);
    if (payload !== undefined) this.write(this.sessionKeys.get(uid) ?? '', { ...payload, exp: seconds() + expiresIn }, expiresIn);
  }

  /** Somebody else signs in with the same browser: what was granted to the person before goes, and the session is nobody's until the sign-in is done. */
  changePerson(uid: string | undefined, accountId: string): void {
    const payload = this.session(uid);
    if (payload === undefined || payload.accountId === undefined || payload.accountId === accountId) return;
    this.forget(({ sessionUid }) => sessionUid === uid);
    Object.assign(payload, { accountId: undefined, authorizations: undefined });
  }

  /** Ends a session with all that was granted in it. */
  endSession(uid: string): void {
    this.forget((payload) => payload.uid === uid || payload.sessionUid === uid);
  }

  /** Ends every session of an account with all that was granted to it. */
  endSessionsOf(accountId: string): void {
    this.forget((payload) => payload.accountId === accountId);
  }

  private write(key: string, payload: AdapterPayload, expiresIn: number): void {
    this.records.set(key, { payload, expiresAt: seconds() + expiresIn });
    if (payload.kind === 'Session' && payload.uid !== undefined) this.sessionKeys.set(payload.uid, key);
    this.writtenSinceSweep += 1;
    if (this.writtenSinceSweep >= SWEEP_EVERY) this.sweep();
  }

  private sweep(): void {
    this.writtenSinceSweep = 0;
    for (const [key, { expiresAt }] of this.records) if (expiresAt <= seconds()) this.records.delete(key);
    for (const [uid, key] of this.sessionKeys) if (!this.records.has(key)) this.sessionKeys.delete(uid);
  }

  private read(key: string): AdapterPayload | undefined {
    const kept = this.records.get(key);
    return kept === undefined || kept.expiresAt <= seconds() ? undefined : kept.payload;
  }

  private forget(matches: (payload: AdapterPayload) => boolean): void {
    for (const [key, { payload }] of this.records) if (matches(payload)) this.records.delete(key);
  }
}
