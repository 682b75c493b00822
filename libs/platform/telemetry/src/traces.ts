import { type Attributes, type Context, type Link, type Span, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace';
import { correlationId } from './correlation.js';

type Environment = Readonly<Record<string, string | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TRACE_PARENT = /^[0-9a-f]{2}-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-[0-9a-f]{16}-[0-9a-f]{2}/;

/** A trace bears the correlation id of what it follows, without the dashes: log, event and trace are found by one number. */
const traceIdOf = (correlation: string): string | undefined => (UUID.test(correlation) ? correlation.replaceAll('-', '') : undefined);

/** The correlation id that a caller's `traceparent` asks for. */
export const correlationOf = (traceparent: string | undefined): string | undefined => {
  const [, ...parts] = TRACE_PARENT.exec(traceparent ?? '') ?? [];
  return parts.length === 0 ? undefined : parts.join('-');
};

const random = new RandomIdGenerator();
const correlatedIds = { generateTraceId: (): string => traceIdOf(correlationId()) ?? random.generateTraceId(), generateSpanId: random.generateSpanId };

/**
 * Sends traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, over OTLP with JSON; without it nothing is traced.
 * A process calls it once, before it starts a service.
 * @returns sends what is left and stops.
 */
export const startTraces = (process: string, environment: Environment): (() => Promise<void>) => {
  const collector = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (!collector) return () => Promise.resolve();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': environment['OTEL_SERVICE_NAME'] ?? process }),
    idGenerator: correlatedIds,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${collector.replace(/\/$/, '')}/v1/traces` }) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    await provider.shutdown();
    trace.disable();
    propagation.disable();
    context.disable();
  };
};

const tracer = () => trace.getTracer('permanence');

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Begins the span of a request that came in, under the caller's where the caller has one. Its name is the route's, never the address, which holds ids. */
export const requestSpan = (headers: Headers, method: string, attributes: Attributes): Readonly<{ span: Span; within: Context }> => {
  const parent = propagation.extract(context.active(), headers);
  const span = tracer().startSpan(`${method} ${String(attributes['http.route'] ?? '')}`.trim(), { kind: SpanKind.SERVER, attributes: { ...attributes, 'http.request.method': method } }, parent);
  return { span, within: trace.setSpan(parent, span) };
};

export const endRequestSpan = (span: Span, status: number): void => {
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};

/** Headers by which another service takes up the trace. */
export const traceHeaders = (): Record<string, string> => {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
};

/** A batch of events comes from many requests: it is linked to the traces of as many as this. */
const MOST_LINKS = 32;

/** Links to the traces of the requests that caused events. The log keeps the trace, not the span within it; half of the trace's id stands in for that. */
export const linksTo = (correlations: Iterable<string>): Link[] =>
  [...new Set(correlations)].flatMap((correlation) => traceIdOf(correlation) ?? []).slice(0, MOST_LINKS).map((traceId) => ({ context: { traceId, spanId: traceId.slice(16), traceFlags: 1, isRemote: true } }));

/** Does some work of the messaging in a span: `kind` says whether events go out or come in. An error is marked by its kind; its words may hold a name. */
export const traced = <T>(name: string, options: Readonly<{ kind: 'producer' | 'consumer'; attributes: Attributes; links: Link[] }>, work: () => Promise<T>): Promise<T> =>
  tracer().startActiveSpan(name, { ...options, kind: options.kind === 'producer' ? SpanKind.PRODUCER : SpanKind.CONSUMER, root: true }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'not an error' });
      throw error;
    } finally {
      span.end();
    }
  });
