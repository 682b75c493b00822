import type { LocalDate } from '@permanence/kernel/values';

/** How the single process is started. */
export type RegionOptions = Readonly<{
  /** Where everything that outlives the process is kept. */
  dataFolder: string;
  /** The port of the one public origin, on 127.0.0.1. */
  port: number;
  /** A fixed day, for tests and demonstrations. */
  today?: LocalDate;
  /** Where the portal's style sheet and script were built to; `dist/assets` unless said otherwise. */
  assetsFolder?: string;
  logLevel: string;
  environment: Readonly<Record<string, string | undefined>>;
}>;
