import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A session's id: only the person's browser has it. */
export const newSessionId = (): string => randomBytes(32).toString('base64url');

/** What the table knows a session by: from it the id cannot be found. */
export const hashOf = (id: string): string => createHash('sha256').update(`session ${id}`).digest('base64url');

const keyOf = (id: string): Buffer => Buffer.from(hkdfSync('sha256', id, '', 'content of a session', 32));

/** Seals a value with the session's own id, so that the table alone tells nobody's token. */
export const seal = (id: string, value: unknown): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(id), nonce);
  return Buffer.concat([nonce, cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/** @throws Error when it was not sealed with this id, or was altered since. */
export const unseal = <T>(id: string, sealed: Buffer): T => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(id), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')) as T;
};
