import { parseArgs } from 'node:util';
import { Instant, LocalDate } from '@permanence/kernel/values';
import type { HistoryProgress } from '@permanence/locality-hub/service';
import type { TenantDb } from '@permanence/platform/tenant-db';
import { councilOf } from './councils.js';
import { DEMONSTRATION, type DemonstrationCouncil, makeCouncil } from './index.js';
import { loadHistory, openAsLoader } from './load-history.js';
import { loadYear } from './load-year.js';
import { colleaguesOf } from './people/colleagues.js';
import { portalOf } from './portal.client.js';
import { Random, seedOf } from './random.js';
import { enterPopulations, setTargets } from './work/board.js';
import { LATE_COUNCIL, asFirstSent } from './work/late-reviews.js';
import { keepPacks } from './work/packs.js';
import { type People, peopleOf } from './work/people.js';
import { shareProfiles } from './work/shared-profiles.js';
import { declareRelations, openShutRecords } from './work/shut-records.js';

/** How far the load is; `share` is 1 when it is whole. */
type Progress = Readonly<{ sentence: string; share: number }>;

const tell = (progress: Progress): void => {
  if (process.send) process.send(progress);
  else process.stdout.write(`${progress.sentence}\n`);
};

const wholeNumber = new Intl.NumberFormat('en-GB');

const total = DEMONSTRATION.reduce((sum, { lookedAfterNow }) => sum + lookedAfterNow, 0);

/** Of the work of a council the part that its files are; the other is the history beside them. */
const FILES = 0.7;

/** How much of all is done: files one council after the other, histories behind them. */
class Load {
  private files = 0;
  private histories = 0;

  constructor(
    private readonly people: People,
    private readonly db: TenantDb,
    private readonly today: LocalDate,
  ) {}

  /** While the files of one council are read, the history of the one before is written: they wait for nothing of each other's. */
  async run(): Promise<void> {
    await setTargets(this.people, this.today);
    await enterPopulations(this.people, this.today);
    const histories: Promise<void>[] = [];
    for (const { authority, lookedAfterNow } of DEMONSTRATION) {
      const council = this.make(authority, lookedAfterNow);
      await this.loadFiles(asFirstSent(council, this.today), lookedAfterNow);
      const before = histories.at(-1) ?? Promise.resolve();
      const next = before.then(() => this.loadHistory(council, lookedAfterNow));
      // Its failure is told at the end; meanwhile it is nobody's.
      next.catch(() => undefined);
      histories.push(next);
    }
    await Promise.all(histories);
    await this.liveIn();
    tell({ share: 1, sentence: 'The demonstration councils are loaded.' });
  }

  private make(authority: string, lookedAfterNow: number): DemonstrationCouncil {
    return makeCouncil({ authority, seed: SEED, today: this.today, lookedAfterNow });
  }

  /** What people do across the region once the records are there. */
  private async liveIn(): Promise<void> {
    tell({ share: this.share(), sentence: 'Loading the demonstration: what people share, comment on and freeze' });
    await declareRelations(this.people);
    await openShutRecords(this.people);
    await shareProfiles(this.people);
    const late = DEMONSTRATION.find(({ authority }) => authority === LATE_COUNCIL);
    if (late !== undefined) await keepPacks(this.people, this.make(LATE_COUNCIL, late.lookedAfterNow), this.today);
  }

  private share(): number {
    return Math.min((FILES * this.files + (1 - FILES) * this.histories) / total, 0.999);
  }

  private say(council: DemonstrationCouncil, what: string): void {
    tell({ share: this.share(), sentence: `Loading the demonstration: ${council.name}, ${what}, ${Math.floor(this.share() * 100)}% of all` });
  }

  private async loadFiles(council: DemonstrationCouncil, lookedAfterNow: number): Promise<void> {
    const portal = portalOf(await this.people('performance-officer', council.authority), council.authority);
    await portal.putWorkers(council.workers, colleaguesOf(councilOf(council.authority), lookedAfterNow, new Random(seedOf(SEED, council.authority, 'colleagues'))));
    const before = this.files;
    // A load that was cut off goes on with the next collection.
    const loaded = await portal.loadedYears();
    for (const year of council.years.filter(({ year: each }) => !loaded.has(each))) {
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
  await new Load(peopleOf(values.origin), db, LocalDate(values.today ?? inEngland())).run();
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demonstration could not be loaded: ${(error as Error).message}\n`);
  process.exit(1);
}
