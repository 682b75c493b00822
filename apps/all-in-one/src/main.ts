import 'reflect-metadata';
import { type RunningRegion, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';

/** What `npm start` was asked for. */
type Request = Readonly<{ port: number; dataFolder: string; today?: string }>;

/** Starts everything in this process. Whoever calls it owns the signals, and stops what it gets. @throws Error with a sentence. */
export const start = ({ port, dataFolder, today }: Request): Promise<RunningRegion> =>
  startRegion({ port, dataFolder, ...(today ? { today: LocalDate(today) } : {}), logLevel: process.env['LOG_LEVEL'] ?? 'warn', environment: process.env });
