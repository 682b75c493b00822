import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';

export type Logger = Pino;

/** The injection token of a service's own logger. */
export const LOGGER = Symbol('logger');

export type LogOptions = Readonly<{ level: string; destination?: DestinationStream }>;

/** JSON lines on standard output. What may hold a person's data is left out whole: ids are logged, never names (architecture, decision 19). */
export const rootLogger = ({ level, destination }: LogOptions): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['authorization', 'cookie', '*.authorization', '*.cookie', 'headers', '*.headers', 'body', '*.body', 'parameters', '*.parameters', 'query', '*.query', 'error.detail', 'error.parameters', 'error.driverError.detail'], remove: true },
      serializers: { error: describeError },
    },
    destination ?? pino.destination(1),
  );

/** What of an error may be logged: its kind, its code and where it arose. A message may quote a person's data, so a database's is left out. */
const describeError = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const driver = (error as { driverError?: { code?: string; constraint?: string; table?: string } }).driverError;
  const code = driver?.code ?? (error as { code?: string }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: error.name, ...(driver ? { constraint: driver.constraint, table: driver.table } : { message: error.message }), code, stack: frames.slice(0, 12).join('\n') };
};

/** Nest's own lines through a service's logger (Nest's Logger is static: the last application's prefix would stand on everyone's). */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
  debug: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
  verbose: (message: unknown, context?: unknown) => logger.trace({ context }, String(message)),
  error: (message: unknown, ...rest: unknown[]) => logger.error({ error: message instanceof Error ? message : new Error(String(message)), context: rest.at(-1) }, 'framework error'),
});
