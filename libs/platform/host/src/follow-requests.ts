import { context, type Span } from '@opentelemetry/api';
import { correlated, correlationOf, endRequestSpan, requestSpan } from '@permanence/platform/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The caller's own id, or that of the trace of which the request is a part. */
const idGiven = ({ headers }: FastifyRequest): string | undefined => (headers['x-correlation-id'] as string | undefined) ?? correlationOf(headers['traceparent'] as string | undefined);

/** Each request runs under its correlation id and in a span that names the route. */
export const followRequests = (server: FastifyInstance, service: string): void => {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, next) =>
    correlated(idGiven(request), () => {
      const { span, within } = requestSpan(request.headers, request.method, { 'http.route': request.routeOptions.url ?? 'none', 'permanence.service': service });
      spans.set(request, span);
      context.with(within, next);
    }),
  );
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    if (span) endRequestSpan(span, reply.statusCode);
    done();
  });
};
