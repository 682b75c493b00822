import type { Horizon } from './log-reader.js';

/**
 * How long the oldest writing transaction of the cluster has been open, as far as this relay has seen. PostgreSQL shows other
 * roles' transactions to monitors only; but while one is open, the horizon stands still at its number.
 */
export class HorizonWatch {
  private standing: { xmin: string; sinceMs: number } | undefined;

  /** @param nowMs a clock that only goes forward, in milliseconds. */
  constructor(private readonly nowMs: () => number) {}

  observe({ xmin, xmax }: Pick<Horizon, 'xmin' | 'xmax'>): void {
    if (xmin === xmax) this.standing = undefined;
    else if (this.standing?.xmin !== xmin) this.standing = { xmin, sinceMs: this.nowMs() };
  }

  /** Seconds; 0 when no transaction is open. */
  openForSeconds(): number {
    return this.standing ? (this.nowMs() - this.standing.sinceMs) / 1000 : 0;
  }
}
