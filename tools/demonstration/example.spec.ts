import { readFileSync, readdirSync } from 'node:fs';
import { checkChild, rulesInForce } from '@permanence/locality-hub/domain';
import { makeExample } from './example.js';
import { byChild, byModule, rowsOfYear } from './reading.fixture.js';

const folder = new URL('../../examples/ssda903/', import.meta.url);
const example = makeExample();

describe('examples/ssda903', () => {
  it('holds what the generator makes, so that it can be made again', () => {
    for (const { year, files } of example.years) {
      expect(readdirSync(new URL(`${year}/`, folder)).sort()).toEqual(files.map(({ name }) => name).sort());
      for (const { name, csv } of files) expect(readFileSync(new URL(`${year}/${name}`, folder), 'utf8')).toBe([...csv()].join(''));
    }
    expect(readFileSync(new URL('names.csv', folder), 'utf8')).toBe([...example.names.csv()].join(''));
  });

  it('breaks no rule and has some sixty children', () => {
    for (const year of example.years) {
      const rows = rowsOfYear(year);
      const uploaded = new Set(rows.map(({ module }) => module));
      const children = [...byChild(rows).values()];
      expect(children.flatMap((mine) => checkChild({ now: byModule(mine), uploaded, before: {} }, year.year, rulesInForce(year.year)))).toEqual([]);
      expect(Math.abs(children.length - 60)).toBeLessThan(15);
    }
  });
});
