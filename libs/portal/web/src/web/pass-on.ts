import httpProxy from '@fastify/http-proxy';
import { correlationId, traceHeaders } from '@permanence/platform/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../api/problem.js';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const NOT_ANSWERING: Problem = { type: 'about:blank', title: 'Not available at the moment', status: 503, code: 'NOT_AVAILABLE', detail: 'This part of the service is not answering at the moment. Nothing was changed. Try again in a minute.' };

/**
 * A service's API under the public origin, as it comes and goes. The browser's cookies are the portal's and go no further: whoever asks
 * here brings a token of their own, so that no other site can ask in a person's name.
 */
export const passOn = async (server: FastifyInstance, service: string, upstream: string): Promise<void> => {
  await server.register(httpProxy, {
    upstream, prefix: `/api/${service}`, rewritePrefix: `/api/${service}`, http2: false,
    replyOptions: {
      // `expect: 100-continue` is between the program and us: we have said yes by reading, and the client that asks on knows no such thing.
      rewriteRequestHeaders: (_request, { cookie: _cookie, expect: _expect, ...headers }) => ({ ...headers, 'x-correlation-id': correlationId(), ...traceHeaders() }),
      rewriteHeaders: ({ 'set-cookie': _setCookie, ...headers }) => ({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers }),
      onError: (reply) => void reply.status(NOT_ANSWERING.status).header('retry-after', '5').type(PROBLEM_TYPE).send(JSON.stringify(NOT_ANSWERING)),
    },
  });
};
