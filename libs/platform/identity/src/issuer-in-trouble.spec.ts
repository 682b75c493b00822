import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { type IdentityConfiguration, identityConfiguration } from './configuration.js';
import { KeySource } from './key-source.js';
import { StandingReader } from './standing.reader.js';

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const certs = JSON.stringify({ keys: [{ ...keyPair, kid: 'known', use: 'sig' }, { ...keyPair, kid: 'for-encryption', use: 'enc' }] });
const token = (jwt: string) => ({ jwt, subject: 'nadia' });

describe('an issuer that answers as it should not', () => {
  const server = createServer();
  const asked: string[] = [];
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = (): IdentityConfiguration => identityConfiguration({ KEYCLOAK_URL: address() });
  const answers = (listener: RequestListener): void => {
    asked.length = 0;
    server.removeAllListeners('request').on('request', (request, response) => { asked.push(request.url ?? ''); listener(request, response); });
  };

  beforeAll(async () => { await once(server.listen(0, '127.0.0.1'), 'listening'); });
  afterAll(() => { server.closeAllConnections(); server.close(); });

  describe('asked for its keys', () => {
    it('is asked once, however many ask, and not again for a key that is held', async () => {
      answers((_, response) => response.end(certs));
      const source = new KeySource(address());
      const keys = await Promise.all(Array.from({ length: 20 }, () => source.getJWK('known')));
      await source.getJWK('known');
      expect({ kinds: new Set(keys.map((key) => key.type)), asked: asked.length }).toEqual({ kinds: new Set(['public']), asked: 1 });
    });

    it('is not asked again and again for keys that somebody made up', async () => {
      answers((_, response) => response.end(certs));
      const source = new KeySource(address());
      await source.getJWK('known');
      for (const kid of ['made-up-1', 'made-up-2', 'for-encryption']) await expect(source.getJWK(kid)).rejects.toThrow('no key of this id');
      expect(asked.length).toBe(1);
    });

    it.each([
      ['something else than JSON', (response: Parameters<RequestListener>[1]) => response.end('<html>')],
      ['no keys', (response: Parameters<RequestListener>[1]) => response.end('{}')],
      ['an error', (response: Parameters<RequestListener>[1]) => response.writeHead(500).end()],
      ['nothing, and hangs up', (response: Parameters<RequestListener>[1]) => response.destroy()],
    ])('may answer %s: no key, and the next time it is asked again', async (_, answer) => {
      answers((_request, response) => answer(response));
      const source = new KeySource(address());
      await expect(source.getJWK('known')).rejects.toThrow();
      answers((_request, response) => response.end(certs));
      expect((await source.getJWK('known')).type).toBe('public');
    });

    it('may be silent: no key after 3 seconds', async () => {
      answers(() => undefined);
      const before = performance.now();
      await expect(new KeySource(address()).getJWK('known')).rejects.toThrow();
      expect(performance.now() - before).toBeLessThan(5_000);
    });
  });

  describe('asked who somebody is', () => {
    it('is asked once for many requests with one token, and for each token', async () => {
      answers((_, response) => response.end(JSON.stringify({ sub: 'nadia' })));
      const reader = new StandingReader(configuration());
      await Promise.all(Array.from({ length: 20 }, () => reader.standingOf(token('one'))));
      await reader.standingOf(token('two'));
      expect(asked).toEqual(Array.from({ length: 2 }, () => '/realms/permanence/protocol/openid-connect/userinfo'));
    });

    it.each([401, 403])('may answer %d: nobody is signed in', async (status) => {
      answers((_, response) => response.writeHead(status).end());
      await expect(new StandingReader(configuration()).standingOf(token('one'))).rejects.toMatchObject({ status: 401 });
    });

    it('may speak of somebody else: nobody is signed in', async () => {
      answers((_, response) => response.end(JSON.stringify({ sub: 'owen' })));
      await expect(new StandingReader(configuration()).standingOf(token('one'))).rejects.toMatchObject({ status: 401 });
    });

    it.each([
      ['an error', (response: Parameters<RequestListener>[1]) => response.writeHead(500).end()],
      ['something else than JSON', (response: Parameters<RequestListener>[1]) => response.end('<html>')],
      ['nothing, and hangs up', (response: Parameters<RequestListener>[1]) => response.destroy()],
    ])('may answer %s: nobody is let in on an old answer', async (_, answer) => {
      answers((_request, response) => answer(response));
      await expect(new StandingReader(configuration()).standingOf(token('one'))).rejects.toMatchObject({ status: 503, code: 'STANDING_UNKNOWN' });
    });
  });
});
