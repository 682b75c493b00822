import { type Day, type Period, collectionOf, plusDays, plusMonths } from './days.js';
import type { Logged } from './log.js';

/** What a council must have loaded, recorded or entered for a figure to be held (kpi.md, convention 13; docs/indicators.md). */
export type Needs = Readonly<{
  /** Modules beside Episodes. */
  modules?: readonly string[];
  /** What it must record in its own hub, since the first day that the figure looks back on. */
  record?: Readonly<{ kind: string; since: (period: Period) => Day }>;
  population?: true;
  /** Only of 31 March. */
  annual?: true;
}>;

const onTheDay = ({ on }: Period): Day => on;
const thisYear = ({ year }: Period): Day => year;
const health = (since: (period: Period) => Day): Needs => ({ record: { kind: 'health', since } });
const ADOPTION: Needs = { modules: ['PlacedAdoption'] };
const REVIEWS: Needs = { modules: ['Reviews'] };
const LEAVERS: Needs = { modules: ['OC3'], record: { kind: 'leaving-care', since: onTheDay }, annual: true };

/** Each indicator that needs more than Episodes. */
export const NEEDS: Readonly<Record<string, Needs>> = {
  'cla-initial-health-assessment-percentage': health(({ year }) => plusMonths(year, -1)),
  'cla-rate-per-10000': { population: true },
  'cla-reviews-in-timescale-percentage': REVIEWS,
  'cla-visits-in-timescale-percentage': { record: { kind: 'visits', since: ({ on }) => plusMonths(plusDays(on, 1), -6) } },
  'cla-health-assessment-current-percentage': health(({ twelve }) => twelve),
  'cla-dental-current-percentage': health(({ twelve }) => twelve),
  'fos-unplanned-endings-other': { record: { kind: 'moves', since: thisYear } },
  'fos-medicals-informed-by-sdq-percentage': health(thisYear),
  'fos-review-participation-count': REVIEWS,
  'fos-review-participation-percentage': REVIEWS,
  'ado-decision-changed-away': ADOPTION,
  'ado-children-waiting': ADOPTION,
  'ado-best-interest-decisions': ADOPTION,
  'ado-adoptions-hard-to-place': { ...ADOPTION, record: { kind: 'disability', since: thisYear } },
  'ado-hard-to-place-waiting': { ...ADOPTION, record: { kind: 'disability', since: onTheDay } },
  'lvc-supported': { record: { kind: 'leaving-care', since: onTheDay } },
  'lvc-neet-percentage': LEAVERS,
  'lvc-suitable-accommodation-percentage': LEAVERS,
  'lvc-not-in-contact-percentage': LEAVERS,
  'rec-placement-change-24h-percentage': { record: { kind: 'moves', since: ({ month }) => month } },
};

type Loaded = Readonly<{ year: number; modules: readonly string[]; completeTo: Day }>;
type Kept = Readonly<{ kinds: readonly string[]; from: Day }>;
type Population = Readonly<{ year: number; children: number }>;

/** What a council said, by some day, that it has loaded, records and entered. */
export class Holding {
  private readonly loaded: readonly Loaded[];
  private readonly kept: readonly Kept[];
  private readonly populations: readonly Population[];

  /** @param known what was known on that day, in the order of recording */
  constructor(known: readonly Logged[]) {
    const said = (wanted: string): readonly unknown[] => known.filter(({ type }) => type === wanted).map(({ data }) => data);
    this.loaded = said('collection-loaded') as readonly Loaded[];
    this.kept = said('record-kept') as readonly Kept[];
    this.populations = said('population-recorded') as readonly Population[];
  }

  /** The day since which the council records everything of a kind. */
  keptSince(kind: string): Day | undefined {
    return this.kept.filter(({ kinds }) => kinds.includes(kind)).map(({ from }) => from).sort()[0];
  }

  holds(needs: Needs, period: Period): boolean {
    const isItsDay = needs.annual === undefined || period.on.endsWith('-03-31');
    const isEntered = needs.population === undefined || this.populations.length > 0;
    return isItsDay && isEntered && this.isLoaded(needs, period) && this.isRecorded(needs, period);
  }

  private isLoaded({ modules = [] }: Needs, { on }: Period): boolean {
    const horizon = this.declared(on, 'Episodes')?.completeTo;
    return horizon !== undefined && on <= horizon && modules.every((module) => this.declared(on, module) !== undefined);
  }

  private isRecorded({ record }: Needs, period: Period): boolean {
    return record === undefined || (this.keptSince(record.kind) ?? '9999-12-31') <= record.since(period);
  }

  /** Of the middles of years that have passed the newest; before the first, the first. */
  populationOn(day: Day): number {
    const inOrder = [...this.populations].sort((a, b) => a.year - b.year);
    return (inOrder.findLast(({ year }) => `${year}-06-30` <= day) ?? inOrder[0])?.children ?? 0;
  }

  /** The newest word on a module of the collection that a day is in. */
  private declared(day: Day, module: string): Loaded | undefined {
    return this.loaded.findLast(({ year, modules }) => year === collectionOf(day) && modules.includes(module));
  }
}
