import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { LocalDate } from '@permanence/kernel/values';
import { type CouncilFile, type CouncilYear, DEMONSTRATION, type DemonstrationCouncil, makeCouncil } from './index.js';
import { type Portal, portalOf } from './portal.client.js';

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

const load = async (origin: string, today: LocalDate): Promise<void> => {
  const total = DEMONSTRATION.reduce((sum, { lookedAfterNow }) => sum + lookedAfterNow, 0);
  let before = 0;
  for (const { authority, lookedAfterNow } of DEMONSTRATION) {
    const council = makeCouncil({ authority, seed: 'permanence', today, lookedAfterNow });
    const portal = await portalOf(origin, authority);
    await portal.putWorkers(council.workers);
    for (const year of await missingYears(portal, council)) {
      const place = council.years.indexOf(year);
      const share = (done: number): number => (before + (lookedAfterNow * (place + done)) / council.years.length) / total;
      const told = (done: number, rows: number): void =>
        tell({ share: Math.min(share(done), 0.999), sentence: `Loading the demonstration: ${council.name}, return of ${year.year - 1} to ${year.year}, ${wholeNumber.format(rows)} rows, ${Math.floor(share(done) * 100)}% of all` });
      await loadYear(portal, council, year, told);
    }
    before += lookedAfterNow;
  }
  tell({ share: 1, sentence: 'The demonstration councils are loaded.' });
};

const { values } = parseArgs({ options: { origin: { type: 'string', default: 'http://localhost:8080' }, today: { type: 'string' } } });
try {
  await load(values.origin, LocalDate(values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format()));
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demonstration could not be loaded: ${(error as Error).message}\n`);
  process.exit(1);
}
