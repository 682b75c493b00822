import { ADOPTION } from './adoption.js';
import { CARE } from './care.js';
import { type Council, type Counter, type Tally, sumOf } from './counter.js';
import { type Day, type Period, monthsTo } from './days.js';
import { FOSTERING } from './fostering.js';
import { HEALTH } from './health.js';
import { Holding, NEEDS } from './held.js';
import { LEAVERS } from './leavers.js';
import { type Life, lifeOf } from './life.js';
import { type Logged, groupedBy, knownOn } from './log.js';

/** Every indicator that is counted, by its name in the catalogue. */
export const COUNTERS: Readonly<Record<string, Counter>> = { ...CARE, ...FOSTERING, ...ADOPTION, ...HEALTH, ...LEAVERS };

const INDICATORS = Object.keys(COUNTERS);

/** What a council comes to, by indicator; of what it does not hold, nothing. */
export type Counted = ReadonlyMap<string, Required<Tally>>;

/** What is recorded of one child, and what was known of it at any time. */
class Child {
  private readonly lives = new Map<number, Life>();

  constructor(private readonly events: readonly Logged[]) {}

  /** As known at the end of a day; undefined while nothing was. */
  asKnownOn(day: Day): Life | undefined {
    const recorded = this.events.filter(({ recordedOn }) => recordedOn <= day).length;
    if (recorded === 0) return undefined;
    const life = this.lives.get(recorded) ?? lifeOf(knownOn(this.events, day));
    this.lives.set(recorded, life);
    return life;
  }
}

/** What a council says of itself, not of a child. */
const SAID: ReadonlySet<string> = new Set(['collection-loaded', 'record-kept', 'population-recorded']);

/** One council's log, counted anew child by child. */
export class Recount {
  private readonly children: readonly Child[];
  private readonly partners: ReadonlySet<string>;

  /** @param log of this council: its children, what it loaded and records, and its population; in the order of recording */
  constructor(private readonly code: string, partners: readonly string[], private readonly log: readonly Logged[]) {
    this.children = [...groupedBy(log, ({ stream }) => stream).values()].map((events) => new Child(events));
    this.partners = new Set(partners);
  }

  /** Every month from the first one, as known at the end of a day. `only` those that are wanted. */
  asKnownOn(day: Day, first: string, only?: string): ReadonlyMap<string, Counted> {
    const lives = this.children.flatMap((child) => child.asKnownOn(day) ?? []);
    const holding = new Holding(knownOn(this.log.filter(({ type }) => SAID.has(type)), day));
    const disabilityKept = holding.keptSince('disability');
    const council: Council = { code: this.code, partners: this.partners, disabilityKept };
    const months = [...monthsTo(first, day)].filter(([month]) => only === undefined || month === only);
    return new Map(months.map(([month, period]) => [month, countOf(lives, period, council, holding)]));
  }
}

const countOf = (lives: readonly Life[], period: Period, council: Council, holding: Holding): Counted => {
  const held = INDICATORS.filter((id) => holding.holds(NEEDS[id] ?? {}, period));
  return new Map(held.map((id) => {
    const sum = sumOf(lives.map((life) => (COUNTERS[id] as Counter)(life, period, council)));
    return [id, id === 'cla-rate-per-10000' ? { ...sum, all: holding.populationOn(period.on) } : sum];
  }));
};
