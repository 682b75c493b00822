export { LOGGER, type LogOptions, type Logger, describeError, nestLogger, rootLogger } from './logger.js';
export { correlated, correlationId } from './correlation.js';
export { METRICS, metricsOf } from './metrics.js';
