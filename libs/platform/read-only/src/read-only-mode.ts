import type { Instant } from '@permanence/kernel/values';

/** That people can read and change nothing: since when, whether it was planned, and why, in words for everybody. */
export type ReadOnly = Readonly<{ since: Instant; planned: boolean; reason: string }>;

/** What one process knows of read-only mode. Asking it costs nothing, so that every request may. */
export class ReadOnlyMode {
  constructor(private held: ReadOnly | null = null) {}

  /** Null where people can change things. */
  get now(): ReadOnly | null {
    return this.held;
  }

  turn(to: ReadOnly | null): void {
    this.held = to;
  }
}
