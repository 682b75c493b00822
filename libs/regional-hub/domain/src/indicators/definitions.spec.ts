import { DEFINITIONS, IndicatorId, definitionOf } from './definitions.js';

describe('the definitions', () => {
  it('are the 23 that files alone can feed, each once', () => expect([DEFINITIONS.length, new Set(DEFINITIONS.map(({ id }) => id)).size]).toEqual([23, 23]));

  it.each(DEFINITIONS.map((definition) => [definition.id, definition] as const))('%s says what it counts, from which modules and from which source', (id, definition) => {
    expect(definitionOf(IndicatorId(id))).toBe(definition);
    expect(definition.modules).toContain('Episodes');
    expect(definition.source).not.toBe('');
    expect(definition.title).toMatch(/^[A-Z]/);
    expect(definition.denominator === null).toBe(definition.measure === 'count');
    expect((definition.unit === 'percent') === (definition.measure === 'percentage')).toBe(true);
  });

  it('knows no other', () => expect(() => IndicatorId('cla-number')).toThrow(TypeError));
});
