import { readFileSync, readdirSync } from 'node:fs';
import { AREAS, CATALOGUE, neededWords } from '@permanence/regional-hub/domain';
import { DEFINITIONS, INDICATORS, IndicatorId, definitionOf } from './indicators.js';

const FILES = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.indicator.ts')).map((name) => name.replace('.indicator.ts', ''));
const DOCS = readFileSync(new URL('../../../../../docs/indicators.md', import.meta.url), 'utf8');

describe('the definitions', () => {
  it('are one a file, each listed', () => expect(DEFINITIONS.map(({ id }) => id).sort()).toEqual(FILES.sort()));

  it.each(DEFINITIONS.map((definition) => [definition.id, definition] as const))('%s says what it counts, what it needs and where it comes from', (id, definition) => {
    expect(definitionOf(IndicatorId(id))).toBe(definition);
    expect(definition.modules).toContain('Episodes');
    expect(definition.source).not.toBe('');
    expect(definition.title).toMatch(/^[A-Z]/);
    expect(definition.denominator === null).toBe(definition.measure === 'count');
    expect((definition.unit === 'percent') === (definition.measure === 'percentage')).toBe(true);
    expect(definition.period === 'annual').toBe(definition.note?.includes('Counted once a year') ?? false);
  });

  it('stand in the order of the areas', () => {
    const areas = DEFINITIONS.map(({ area }) => AREAS.indexOf(area));
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
  });

  it('carry a worked example where they stand on what councils record', () => expect(INDICATORS.filter(({ definition, example }) => definition.records && !example)).toEqual([]));

  it('knows no other', () => expect(() => IndicatorId('cla-number')).toThrow(TypeError));

  it('say in words what must be kept', () =>
    expect(neededWords(definitionOf('cla-visits-in-timescale-percentage'))).toBe('SSDA903 files for the month: Episodes. The council’s own record of visits, kept all through the 6 months before.'));
});

describe('the catalogue', () => {
  it('lists 134 indicators, each once', () => expect([CATALOGUE.length, new Set(CATALOGUE.map(({ id }) => id)).size]).toEqual([134, 134]));

  it('waits for nothing where there is a definition, and for something where there is none', () =>
    expect(CATALOGUE.filter(({ waitsFor }) => waitsFor === null).map(({ id }) => id).sort()).toEqual(DEFINITIONS.map(({ id }) => id).sort()));

  it('has the titles and areas of the definitions', () => {
    const named = new Map(CATALOGUE.map(({ id, title, area }) => [id, [title, area]]));
    expect(DEFINITIONS.map(({ id, title, area }) => [id, [title, area]])).toEqual(DEFINITIONS.map(({ id }) => [id, named.get(id)]));
  });

  it('is in the documentation, every line of it', () => expect(CATALOGUE.filter(({ id }) => !DOCS.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([]));
});
