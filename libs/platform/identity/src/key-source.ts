import { type JsonWebKey, type KeyObject, createPublicKey } from 'node:crypto';

/** How long the issuer may take to answer, in milliseconds. */
export const ISSUER_TIMEOUT_MS = 3_000;

/** Tokens with made-up key ids must not make us ask the issuer again and again. */
const ASK_AGAIN_AFTER_MS = 5_000;

type PublishedKey = JsonWebKey & { kid?: string };

/**
 * The issuer's public keys, in place of keycloak-connect's own source, which dies on an answer that is not JSON and hangs on an issuer that is silent (architecture 16).
 * Keys stay until a token names one that is not held; however many ask at once, one request goes out.
 */
export class KeySource {
  private keys: ReadonlyMap<string, KeyObject> = new Map();
  private asking: Promise<void> | undefined;
  private askedAt = -Infinity;

  constructor(private readonly certsUrl: string) {}

  /** The key with this id. @throws Error when the issuer has none such, or does not answer within 3 seconds. */
  async getJWK(kid: string): Promise<KeyObject> {
    if (!this.keys.has(kid)) await this.ask();
    const key = this.keys.get(kid);
    if (key === undefined) throw new Error('The issuer has no key of this id.');
    return key;
  }

  private async ask(): Promise<void> {
    if (this.asking === undefined && this.keys.size > 0 && performance.now() - this.askedAt < ASK_AGAIN_AFTER_MS) return;
    this.asking ??= this.fetchKeys().finally(() => { this.asking = undefined; });
    await this.asking;
  }

  private async fetchKeys(): Promise<void> {
    this.askedAt = performance.now();
    const answer = await fetch(this.certsUrl, { signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS), redirect: 'error' });
    if (!answer.ok) throw new Error(`The issuer answered ${answer.status} when asked for its keys.`);
    this.keys = readKeys(await answer.json());
  }
}

/** Only keys for RS256 signatures: keycloak-connect checks no other. */
const readKeys = (document: unknown): ReadonlyMap<string, KeyObject> => {
  const { keys } = document as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('The issuer answered without keys.');
  const forSigning = (keys as PublishedKey[]).filter(({ kty, use, kid }) => kty === 'RSA' && use !== 'enc' && kid !== undefined);
  return new Map(forSigning.map((key) => [String(key.kid), createPublicKey({ key, format: 'jwk' })]));
};
