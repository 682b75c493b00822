import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A session's id: only the person's browser has it. */
export const newSessionId = (): string => randomBytes(32).toString('base64url');

/** What the table knows a session by: from it the id cannot be found. */
export const hashOf = (id: string): string => createHash('sha256').update(`session ${id}`).digest('base64url');

/** A key for one purpose, made of the portal's own secret. */
export const keyFor = (purpose: string, secret: string, salt = ''): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** Seals what a session holds, with the portal's secret and the session's own id: neither the table nor the secret alone opens it. */
export class Seal {
  constructor(private readonly secret: string) {}

  close(id: string, value: unknown): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(id), nonce);
    return Buffer.concat([nonce, cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Undefined when it was sealed otherwise: with another secret of the portal, for another id, or altered since. */
  open<T>(id: string, sealed: Buffer): T | undefined {
    if (sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(id), sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')) as T;
    } catch {
      // Not swallowed: a session that cannot be opened is none, and its person signs in again.
      return undefined;
    }
  }

  private keyOf(id: string): Buffer {
    return keyFor('content of a session', this.secret, id);
  }
}
