import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type PostcodePlace, postcodeKey } from '@permanence/locality-hub/domain';
import { projectFile } from '@permanence/platform/host';
import { parse } from 'csv-parse/sync';

/** Where a postcode lies, with the district's name as a page may show it. */
export type Place = PostcodePlace & Readonly<{ district: string }>;

type Area = Readonly<{ districts: readonly string[]; postcode: readonly string[]; district: readonly number[]; easting: readonly number[]; northing: readonly number[] }>;
type District = Readonly<{ district: string; districtName: string; authority: string }>;

const indexOf = (sorted: readonly string[], text: string): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as string;
    if (found === text) return middle;
    if (found < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/**
 * The postcodes of Great Britain, an area at a time: a council's children live in a few of the 120.
 * Office for National Statistics, Open Government Licence v3.0; see data/postcodes/README.md.
 */
export class PostcodeDirectory {
  private readonly areas = new Map<string, Area | undefined>();
  private readonly districts = new Map<string, District>();

  constructor(private readonly folder = projectFile('data', 'postcodes')) {
    for (const district of parse<District>(readFileSync(`${folder}/districts.csv`, 'utf8'), { columns: true })) this.districts.set(district.district, district);
  }

  /** Undefined for a postcode that does not exist: its place is then "not recorded". */
  find(postcode: string): Place | undefined {
    const key = postcodeKey(postcode);
    const name = /^[A-Z]{1,2}(?=\d)/.exec(key)?.[0];
    const area = name === undefined ? undefined : this.area(name);
    if (area === undefined || name === undefined) return undefined;
    const at = indexOf(area.postcode, key.slice(name.length));
    return at < 0 ? undefined : this.placeAt(area, at);
  }

  /** The places of many postcodes, by `postcodeKey`. */
  findAll(postcodes: Iterable<string>): ReadonlyMap<string, Place> {
    const found = new Map<string, Place>();
    for (const key of postcodes) {
      const place = this.find(key);
      if (place) found.set(key, place);
    }
    return found;
  }

  private placeAt(area: Area, at: number): Place | undefined {
    const district = this.districts.get(area.districts[area.district[at] as number] as string);
    if (district === undefined) return undefined;
    return { localAuthorityCode: district.authority, district: district.districtName, easting: area.easting[at] as number, northing: area.northing[at] as number };
  }

  private area(name: string): Area | undefined {
    if (!this.areas.has(name)) {
      const file = `${this.folder}/${name}.json.br`;
      this.areas.set(name, existsSync(file) ? (JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as Area) : undefined);
    }
    return this.areas.get(name);
  }
}
