export { LOGGER, type LogOptions, type Logger, nestLogger, rootLogger } from './logger.js';
export { correlated, correlationId } from './correlation.js';
export { METRICS, metricsOf } from './metrics.js';
export { correlationOf, endRequestSpan, linksTo, requestSpan, startTraces, traceHeaders, traced } from './traces.js';
