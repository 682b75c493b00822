import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listedRules } from '@permanence/locality-hub/domain';
import { type Collection, foundByUs, type FoundRow, type FoundRows } from './collection.js';
import { type PlantedCollection, writePlanted } from './planted-files.js';
import { foundBySector, type SectorAnswer } from './sector.js';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const SAMPLE = join(CHECKOUT, 'tests', 'fixtures', 'ssda903-sample');
const SAMPLE_YEARS = [2018, 2019, 2020, 2021, 2022];
const YEARS_OF_RULES = [2023, 2024, 2025, 2026, 2027];
const MINUTES = 60_000;

const RULES = listedRules().map(({ code }) => code);
const differences = JSON.parse(readFileSync(join(CHECKOUT, 'docs', '903-differences.json'), 'utf8')) as { rule: string; reason: string }[];

const sampleFiles = (year: number): string[] => readdirSync(SAMPLE).filter((file) => file.startsWith(`${year}-`)).sort().map((file) => join(SAMPLE, file));

const sample: Collection[] = SAMPLE_YEARS.map((year) => ({ name: `sample ${year}`, year, now: sampleFiles(year), last: sampleFiles(year - 1) }));

const rowsOf = (found: FoundRows | undefined, rule: string): ReadonlySet<FoundRow> => found?.get(rule) ?? new Set();

/** `sample 2018: Episodes 7 only ours`. */
const differing = (name: string, ours: ReadonlySet<FoundRow>, sectors: ReadonlySet<FoundRow>): string[] => [
  ...[...ours].filter((row) => !sectors.has(row)).map((row) => `${name}: ${row} only ours`),
  ...[...sectors].filter((row) => !ours.has(row)).map((row) => `${name}: ${row} only the sector’s`),
];

describe('the rows that our rules and the sector’s own validator find', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssda903-planted-'));
  const planted: PlantedCollection[] = YEARS_OF_RULES.map((year) => writePlanted(join(folder, String(year)), year));
  const collections = [...sample, ...planted.map(({ collection }) => collection)];
  const started = performance.now();
  const ours = new Map<string, FoundRows>(collections.map((collection) => [collection.name, foundByUs(collection)]));
  const ourSeconds = (performance.now() - started) / 1000;
  const sectors = new Map<string, SectorAnswer>();

  const differencesOf = (rule: string): string[] =>
    collections.flatMap(({ name }) => differing(name, rowsOf(ours.get(name), rule), rowsOf(sectors.get(name)?.found, rule)));

  const inBoth = (name: string, rule: string, rows: readonly FoundRow[]): [FoundRow[], FoundRow[]] => {
    const [us, them] = [rowsOf(ours.get(name), rule), rowsOf(sectors.get(name)?.found, rule)];
    return [rows.filter((row) => us.has(row)), rows.filter((row) => them.has(row))];
  };

  beforeAll(async () => {
    for (const [name, answer] of await foundBySector(collections, RULES)) sectors.set(name, answer);
  }, 10 * MINUTES);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('were asked of both for every collection, and no rule failed to run', () => {
    expect([...sectors.keys()]).toEqual(collections.map(({ name }) => name));
    expect([...sectors.values()].flatMap(({ failed }) => failed)).toEqual([]);
  });

  it('are found at least five times as fast as by the sector’s, reading included', () => {
    const sectorSeconds = [...sectors.values()].reduce((sum, { seconds }) => sum + seconds, 0);
    expect(sectorSeconds / ourSeconds).toBeGreaterThanOrEqual(5);
  });

  it.each(RULES)('are the same by rule %s, or the difference is explained', (rule) => {
    const found = differencesOf(rule);
    if (differences.some((difference) => difference.rule === rule)) expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
  });

  it.each(RULES)('are those planted for rule %s', (rule) => {
    const cases = planted.flatMap(({ collection: { name }, planted: children }) => children.filter((child) => child.rule === rule).map((child) => ({ name, ...child })));
    expect(cases.filter(({ kind }) => kind === 'near').length).toBeGreaterThan(0);
    for (const { name, kind, rows, broken } of cases) {
      const [us, them] = inBoth(name, rule, rows);
      if (kind === 'differs') expect({ name, rows, us }).not.toEqual({ name, rows, us: them });
      else expect({ name, rows, us, them }).toEqual({ name, rows, us: broken, them: broken });
    }
  });

  it('differ only by rules that run, each with its reason once', () => {
    expect(differences.map(({ rule }) => rule).filter((rule) => !RULES.includes(rule))).toEqual([]);
    expect(new Set(differences.map(({ rule }) => rule)).size).toBe(differences.length);
    expect(differences.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });
});
