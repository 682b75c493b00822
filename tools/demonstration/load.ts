import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Instant, LocalDate } from '@permanence/kernel/values';
import type { HistoryProgress } from '@permanence/locality-hub/service';
import type { TenantDb } from '@permanence/platform/tenant-db';
import { councilOf } from './councils.js';
import { type CouncilFile, type CouncilYear, DEMONSTRATION, type DemonstrationCouncil, makeCouncil } from './index.js';
import { loadHistory, openAsLoader } from './load-history.js';
import { colleaguesOf } from './people/colleagues.js';
import { type Portal, portalOf } from './portal.client.js';
import { Random, seedOf } from './random.js';

/** How far the load is; `share` is 1 when it is whole. */
type Progress = Readonly<{ sentence: string; share: number }>;

const tell = (progress: Progress): void => {
  if (process.send) process.send(progress);
  else process.stdout.write(`${progress.sentence}\n`);
};

const wholeNumber = new Intl.NumberFormat('en-GB');

const codesIn = (year: CouncilYear): ReadonlySet<string> => {
  const header = year.files.find(({ name }) => name === 'header.csv');
  return new Set([...(header?.csv() ?? [])].slice(1).map((line) => line.slice(0, line.indexOf(','))));
};

/** A council names a child when the child comes: the names of those whom no earlier collection has. */
const namesOfNewcomers = ({ years, names }: DemonstrationCouncil, year: CouncilYear): CouncilFile => {
  const before = new Set(years.filter((other) => other.year < year.year).flatMap((other) => [...codesIn(other)]));
  const now = codesIn(year);
  const isNew = (line: string): boolean => now.has(line.slice(0, line.indexOf(','))) && !before.has(line.slice(0, line.indexOf(',')));
  return { name: names.name, csv: () => [...names.csv()].filter((line, at) => at === 0 || isNew(line)) };
};

/** Loads one collection and waits for its end, telling how far it is. */
const loadYear = async (portal: Portal, council: DemonstrationCouncil, year: CouncilYear, told: (done: number, rows: number) => void): Promise<number> => {
  const id = await portal.send(year.year, year.asAt, [...year.files, namesOfNewcomers(council, year)]);
  for (;;) {
    const { status, rows, progress, failure } = await portal.importOf(id);
    if (status === 'failed') throw new Error(failure ?? 'The import failed.');
    if (status === 'done') return rows.total;
    told(progress.total === 0 ? 0 : progress.done / progress.total, rows.total);
    await wait(400);
  }
};

/** Which collections a council has loaded already: a load that was cut off goes on with the next. */
const missingYears = async (portal: Portal, council: DemonstrationCouncil): Promise<readonly CouncilYear[]> => {
  const loaded = await portal.loadedYears();
  return council.years.filter(({ year }) => !loaded.has(year));
};

const total = DEMONSTRATION.reduce((sum, { lookedAfterNow }) => sum + lookedAfterNow, 0);

/** Of the work of a council the part that its files are; the other is the history beside them. */
const FILES = 0.7;

/** How much of all is done: files one council after the other, histories behind them. */
class Load {
  private files = 0;
  private histories = 0;

  constructor(
    private readonly portals: (authority: string) => Promise<Portal>,
    private readonly db: TenantDb,
    private readonly today: LocalDate,
  ) {}

  /** While the files of one council are read, the history of the one before is written: they wait for nothing of each other's. */
  async run(): Promise<void> {
    const histories: Promise<void>[] = [];
    for (const each of DEMONSTRATION) {
      const council = makeCouncil({ authority: each.authority, seed: SEED, today: this.today, lookedAfterNow: each.lookedAfterNow });
      await this.loadFiles(council, each.lookedAfterNow);
      const before = histories.at(-1) ?? Promise.resolve();
      const next = before.then(() => this.loadHistory(council, each.lookedAfterNow));
      // Its failure is told at the end; meanwhile it is nobody's.
      next.catch(() => undefined);
      histories.push(next);
    }
    await Promise.all(histories);
    tell({ share: 1, sentence: 'The demonstration councils are loaded.' });
  }

  private share(): number {
    return Math.min((FILES * this.files + (1 - FILES) * this.histories) / total, 0.999);
  }

  private say(council: DemonstrationCouncil, what: string): void {
    tell({ share: this.share(), sentence: `Loading the demonstration: ${council.name}, ${what}, ${Math.floor(this.share() * 100)}% of all` });
  }

  private async loadFiles(council: DemonstrationCouncil, lookedAfterNow: number): Promise<void> {
    const portal = await this.portals(council.authority);
    await portal.putWorkers(council.workers, colleaguesOf(councilOf(council.authority), lookedAfterNow, new Random(seedOf(SEED, council.authority, 'colleagues'))));
    const before = this.files;
    for (const year of await missingYears(portal, council)) {
      const place = council.years.indexOf(year);
      await loadYear(portal, council, year, (done, rows) => {
        this.files = before + (lookedAfterNow * (place + done)) / council.years.length;
        this.say(council, `return of ${year.year - 1} to ${year.year}, ${wholeNumber.format(rows)} rows`);
      });
    }
    this.files = before + lookedAfterNow;
  }

  private async loadHistory(council: DemonstrationCouncil, lookedAfterNow: number): Promise<void> {
    const before = this.histories;
    const told = ({ children, ofChildren, events }: HistoryProgress): void => {
      this.histories = before + (lookedAfterNow * children) / Math.max(1, ofChildren);
      this.say(council, `visits, health, school and plans, ${wholeNumber.format(events)} entries`);
    };
    await loadHistory(this.db, { authority: council.authority, seed: SEED, today: this.today, now: nowOn(this.today), told });
    this.histories = before + lookedAfterNow;
  }
}

const SEED = 'permanence';

/** The time of day now, on the day that is called today. */
const nowOn = (today: LocalDate): Instant => Instant(`${today}T${new Date().toISOString().slice(11)}`);

const inEngland = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();

const { values } = parseArgs({ options: { origin: { type: 'string', default: 'http://localhost:8080' }, data: { type: 'string', default: '.data' }, today: { type: 'string' } } });
try {
  const db = await openAsLoader(values.data);
  await new Load((authority) => portalOf(values.origin, authority), db, LocalDate(values.today ?? inEngland())).run();
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demonstration could not be loaded: ${(error as Error).message}\n`);
  process.exit(1);
}
