import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { keyFor } from '../session/sealed.js';
import type { Assets } from './assets.js';
import { assertEveryRouteSaysForWhom } from './every-route.check.js';
import type { PortalOptions } from './options.js';
import { passOn } from './pass-on.js';
import { holderOf } from './signed-in.guard.js';
import { cookieName } from './visit.js';

/** What the web server of the portal has beyond routes: one origin for pages and programs, and the browser's fences. */
export const prepare = (options: PortalOptions, assets: Assets) => async (app: NestFastifyApplication): Promise<void> => {
  assertEveryRouteSaysForWhom(app);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Before anything that reads bodies: what is for a service goes on as it comes.
  await passOn(server, 'locality-hub', options.localityHubUrl);
  await passOn(server, 'regional-hub', options.regionalHubUrl);
  await server.register(helmet, fencesOf(options));
  await server.register(cookie);
  await server.register(csrf, {
    cookieKey: cookieName('_csrf', options), cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: options.publicUrl.startsWith('https:') },
    getUserInfo: holderOf, csrfOpts: { userInfo: true, hmacKey: keyFor('tokens of forms', options.clientSecret) },
  });
  await server.register(multipart);
  await server.register(compress, { global: true, encodings: ['br', 'gzip'] });
  await server.register(statics, { root: assets.folder, prefix: '/assets/', cacheControl: false, setHeaders: keepFor });
  server.addHook('onSend', async (_request, reply) => {
    neverKept(reply);
    void reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  });
};

/** Nothing inline but the template's own line with its nonce; forms go to us and to the issuer; nobody frames us. */
const fencesOf = ({ publicUrl, identity }: PortalOptions) => ({
  enableCSPNonces: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'"], connectSrc: ["'self'"], fontSrc: ["'self'"],
      formAction: ["'self'", new URL(identity.keycloakUrl).origin], baseUri: ["'none'"], frameAncestors: ["'none'"], objectSrc: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  frameguard: { action: 'deny' as const },
  strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  crossOriginEmbedderPolicy: false as const,
});

/** A file whose name holds its hash never changes. */
const keepFor = (reply: FastifyReply, path: string): void => {
  void reply.header('cache-control', /\.[0-9a-f]{12}\.(css|js)$/.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
};

/** A page about a person is kept by nobody on the way. */
const neverKept = (reply: FastifyReply): void => {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
};
