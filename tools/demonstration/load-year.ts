import { setTimeout as wait } from 'node:timers/promises';
import type { CouncilFile, CouncilYear, DemonstrationCouncil } from './index.js';
import type { Portal } from './portal.client.js';

const LOOKS_EVERY_MS = 400;

/** The codes of the children whom a collection names. */
export const codesIn = (year: CouncilYear): ReadonlySet<string> => {
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

/** Called with the share that is done and the rows of all files. */
export type ToldOfYear = (done: number, rows: number) => void;

/** Loads one collection, with the names of whom it names first, and waits for its end. @throws Error with a sentence */
export const loadYear = async (portal: Portal, council: DemonstrationCouncil, year: CouncilYear, told: ToldOfYear = () => undefined): Promise<void> => {
  const id = await portal.send(year.year, year.asAt, [...year.files, namesOfNewcomers(council, year)]);
  for (;;) {
    const { status, rows, progress, failure } = await portal.importOf(id);
    if (status === 'failed') throw new Error(failure ?? 'The import failed.');
    if (status === 'done') return;
    told(progress.total === 0 ? 0 : progress.done / progress.total, rows.total);
    await wait(LOOKS_EVERY_MS);
  }
};
