import type { LocalDate } from '@permanence/kernel/values';
import { type Day, collectionOf, dateOf, dayOf } from './calendar.js';
import { Market } from './care/market.js';
import { type Council, councilOf } from './councils.js';
import { type Module, modulesOf } from './files/modules.js';
import { type View, viewOf } from './files/view.js';
import { type Life, tellLife } from './life.js';
import { type Setting, populate } from './people/population.js';
import { shortBreakLives } from './people/short-breaks.js';
import { type Staff, type Worker, staffOf } from './people/staff.js';
import { postcodeBook } from './postcodes.js';
import { Random, seedOf } from './random.js';

export type CouncilRequest = Readonly<{
  /** ONS code of one of the four councils. */
  authority: string;
  seed: string | number;
  today: LocalDate;
  /** Children looked after on `today`, without short breaks; exact. */
  lookedAfterNow: number;
  /** Only these collections of the seven. */
  years?: readonly number[];
}>;

/** A CSV file, line by line, each with its CRLF. */
export type CouncilFile = Readonly<{ name: string; csv: () => Iterable<string> }>;

/** `asAt` only for the year in progress: the day to which it is complete. */
export type CouncilYear = Readonly<{ year: number; asAt?: LocalDate; files: readonly CouncilFile[] }>;

export type DemonstrationCouncil = Readonly<{
  authority: string;
  name: string;
  /** The last six complete collections and the year so far, oldest first; only the years asked for. */
  years: readonly CouncilYear[];
  /** CHILD,FORENAME,SURNAME,SIBLING_GROUP of every child in any file. */
  names: CouncilFile;
  workers: readonly Worker[];
}>;

/**
 * One council of the demonstration, the same for the same request on every machine.
 *
 * @throws RangeError for an authority that is not one of the four.
 */
export const makeCouncil = (request: CouncilRequest): DemonstrationCouncil => makeCouncilOf(councilOf(request.authority), request);

/** The same for a council that is described here and not one of the four. */
export const makeCouncilOf = (council: Council, request: Omit<CouncilRequest, 'authority'>): DemonstrationCouncil => {
  const today = dayOf(request.today);
  const all = yearsUpTo(today);
  const views = all.filter(({ year }) => request.years?.includes(year) ?? true);
  const random = new Random(seedOf(request.seed, council.authority, request.lookedAfterNow));
  const { lives, staff } = liveAll(council, request, all[0]?.first ?? today, random);
  const years = views.map((view) => yearOfFiles(view, lives, staff));
  return { authority: council.authority, name: council.name, years, names: namesFile(lives, views, staff), workers: staff.workers };
};

const COMPLETE_YEARS = 6;

const yearsUpTo = (today: Day): readonly View[] => {
  const running = collectionOf(today);
  return Array.from({ length: COMPLETE_YEARS + 1 }, (_, index) => viewOf(running - COMPLETE_YEARS + index, today));
};

const liveAll = (council: Council, request: Omit<CouncilRequest, 'authority'>, firstDay: Day, random: Random): Readonly<{ lives: readonly Life[]; staff: Staff }> => {
  const book = postcodeBook();
  const today = dayOf(request.today);
  const { lookedAfterNow } = request;
  const setting: Setting = { council, homes: book.inAuthority(council.authority), firstDay, today, lookedAfterNow };
  const market = new Market(council, book, lookedAfterNow, random.fork('market'));
  const members = populate(setting, random.fork('population'));
  const lives = members.map((member) => tellLife(member, market, firstDay, random));
  const all = [...lives, ...shortBreakLives(setting, market, lives.length + 1, random)];
  return { lives: all, staff: staffOf(council, all, today, random.fork('staff')) };
};

const yearOfFiles = (view: View, lives: readonly Life[], staff: Staff): CouncilYear => ({
  year: view.year,
  ...(view.complete ? {} : { asAt: dateOf(view.last) }),
  files: modulesOf(view, staff).map((module) => ({ name: module.file, csv: () => linesOf(module, lives, view) })),
});

function* linesOf({ columns, rows }: Module, lives: readonly Life[], view: View): Iterable<string> {
  yield `${columns}\r\n`;
  for (const life of lives) for (const row of rows(life, view)) yield `${row.join(',')}\r\n`;
}

const namesFile = (lives: readonly Life[], views: readonly View[], staff: Staff): CouncilFile => ({
  name: 'names.csv',
  csv: function* () {
    yield 'CHILD,FORENAME,SURNAME,SIBLING_GROUP\r\n';
    const headers = views.flatMap((view) => modulesOf(view, staff).filter(({ file }) => file === 'header.csv').map(({ rows }) => ({ rows, view })));
    for (const life of lives) {
      const { code, forename, surname, siblingGroup } = life.person;
      if (headers.some(({ rows, view }) => rows(life, view).length > 0)) yield `${code},${forename},${surname},${siblingGroup}\r\n`;
    }
  },
});
