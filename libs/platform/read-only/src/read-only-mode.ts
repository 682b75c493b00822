import type { Instant } from '@permanence/kernel/values';

/** That people can read and change nothing: since when, whether it was planned, and why, in words for everybody. */
export type ReadOnly = Readonly<{ since: Instant; planned: boolean; reason: string }>;

/** The reason stands among other sentences, so it ends like one. */
const inSentences = (held: ReadOnly | null): ReadOnly | null => (held === null || /[.!?]$/.test(held.reason) ? held : { ...held, reason: `${held.reason}.` });

/** What one process knows of read-only mode. Asking it costs nothing, so that every request may. */
export class ReadOnlyMode {
  private held: ReadOnly | null;

  constructor(initially: ReadOnly | null = null) {
    this.held = inSentences(initially);
  }

  /** Null where people can change things. */
  get now(): ReadOnly | null {
    return this.held;
  }

  turn(to: ReadOnly | null): void {
    this.held = inSentences(to);
  }
}
