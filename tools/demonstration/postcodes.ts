import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

type Area = Readonly<{ districts: readonly string[]; postcode: readonly string[]; district: readonly number[] }>;

/** The postcode areas of the four councils, and where their children are also placed. */
const AREAS = ['B', 'CW', 'DE', 'DY', 'GL', 'HR', 'LD', 'LL', 'SK', 'ST', 'SY', 'TF', 'WR', 'WS', 'WV'] as const;

/** The postcodes of those areas, by upper-tier authority. */
export class PostcodeBook {
  readonly #byAuthority = new Map<string, string[]>();

  constructor(folder: string) {
    const authorityOf = authorities(folder);
    for (const area of AREAS) this.#add(area, readArea(join(folder, `${area}.json.br`)), authorityOf);
  }

  /** @throws RangeError when none of the postcode areas held lies in the authority. */
  inAuthority(authority: string): readonly string[] {
    const found = this.#byAuthority.get(authority);
    if (found === undefined) throw new RangeError(`data/postcodes has no postcode of ${authority}.`);
    return found;
  }

  #add(name: string, area: Area, authorityOf: ReadonlyMap<string, string>): void {
    const lists = area.districts.map((district) => this.#list(authorityOf.get(district) ?? district));
    area.district.forEach((index, row) => {
      const rest = area.postcode[row] ?? '';
      lists[index]?.push(`${name}${rest.slice(0, -3)} ${rest.slice(-3)}`);
    });
  }

  #list(authority: string): string[] {
    const list = this.#byAuthority.get(authority) ?? [];
    this.#byAuthority.set(authority, list);
    return list;
  }
}

/** Reads the book once per process: four councils draw from the same postcodes. */
export const postcodeBook = (): PostcodeBook => {
  const folder = postcodeFolder(dirname(fileURLToPath(import.meta.url)));
  const book = books.get(folder) ?? new PostcodeBook(folder);
  books.set(folder, book);
  return book;
};

/** The build lies one folder deeper than the source, so the data is looked for upwards. */
const postcodeFolder = (from: string): string => {
  const folder = join(from, 'data', 'postcodes');
  if (existsSync(join(folder, 'districts.csv'))) return folder;
  if (dirname(from) === from) throw new Error('data/postcodes is missing from the checkout.');
  return postcodeFolder(dirname(from));
};

const readArea = (file: string): Area => JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as Area;

const authorities = (folder: string): ReadonlyMap<string, string> => {
  const rows: string[][] = parse(readFileSync(join(folder, 'districts.csv')), { from_line: 2 });
  return new Map(rows.map(([district = '', , authority = '']) => [district, authority]));
};

const books = new Map<string, PostcodeBook>();
