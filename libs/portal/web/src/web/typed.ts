import { type Clock, Instant } from '@permanence/kernel/values';
import { Seal } from '../session/sealed.js';

const HOURS = 8;
const MS_AN_HOUR = 3_600_000;

type Kept = Readonly<{ text: string; until: Instant }>;

/**
 * What a person typed about somebody, on its way through an address: sealed with the portal's secret for this person alone, dead after
 * eight hours. So back, reload and paging work, and no address says a name (portal.md 2.2).
 */
export class Typed {
  private readonly seal: Seal;

  constructor(secret: string, private readonly clock: Clock) {
    this.seal = new Seal(secret);
  }

  /** For an address; empty for nothing typed. */
  close(person: string, text: string): string {
    if (text === '') return '';
    const until = Instant(new Date(new Date(this.clock.now()).getTime() + HOURS * MS_AN_HOUR).toISOString());
    return this.seal.close(`typed ${person}`, { text, until } satisfies Kept).toString('base64url');
  }

  /** The text again; empty where it was typed by somebody else, too long ago, or altered. */
  open(person: string, sealed: string | undefined): string {
    if (sealed === undefined || sealed === '') return '';
    const kept = this.seal.open<Kept>(`typed ${person}`, Buffer.from(sealed, 'base64url'));
    return kept === undefined || kept.until < this.clock.now() ? '' : kept.text;
  }
}
