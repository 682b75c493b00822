import { type Clock, Instant, dayInEngland } from '@permanence/kernel/values';

/** A clock that a test moves on by hand. */
export class MovingClock implements Clock {
  private at: Instant;

  constructor(begin: string) {
    this.at = Instant(begin);
  }

  now = (): Instant => this.at;

  today = () => dayInEngland(this.at);

  pass(minutes: number): void {
    this.at = Instant(new Date(Date.parse(this.at) + minutes * 60_000).toISOString());
  }
}
