import type { FastifyInstance } from 'fastify';

/** What an API tells a browser that comes upon it: keep nothing, guess nothing, show it in no page, run nothing of it. Pages have fences of their own. */
const FENCES = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export const fence = (server: FastifyInstance): void => {
  server.addHook('onRequest', (_request, reply, next) => {
    void reply.headers(FENCES);
    next();
  });
};
