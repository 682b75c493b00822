import fc from 'fast-check';
import { broadGroupOf, storableOf, storedValue } from './minimise.js';
import { NEVER_SHARED, neverShared } from './never-shared.js';
import { FieldName, SHARING_LEVELS, TRANSFORMS } from './shared-field.js';
import { field } from './sharing.fixture.js';
import { TrackerReference } from './tracker-reference.js';

const BIRTH = FieldName('locality-hub.child.birthDate');

describe('what may be stored', () => {
  it('is the finest form that statistics or the tracker are given; a profile is never stored', () => {
    expect(storableOf([field('child.birthDate', { level: 'L1', transform: 'month-only' }), field('child.birthDate')]).get(BIRTH)).toBe('as-is');
    expect(storableOf([field('child.birthDate', { level: 'L1', transform: 'month-only' })]).get(BIRTH)).toBe('month-only');
    expect(storableOf([field('child.birthDate', { level: 'L2' })]).has(BIRTH)).toBe(false);
  });

  it.each([['as-is', '2016-03-14', '2016-03-14'], ['ref-only', 'x', 'x'], ['month-only', '2016-03-14', '2016-03-01'], ['month-only', 'March', undefined], ['age-band', '2016-03-14', undefined], ['broad-group', 'WBRI', 'white'], ['broad-group', 7, undefined]] as const)(
    '%s: %s is stored as %s', (transform, value, stored) => expect(storedValue(new Map([[BIRTH, transform]]), BIRTH, value)).toBe(stored));

  it.each([['WIRT', 'white'], ['MWBC', 'mixed'], ['AIND', 'asian'], ['CHNE', 'asian'], ['BAFR', 'black'], ['OOTH', 'other'], ['REFU', 'not-known'], ['NOBT', 'not-known']])('%s belongs to the broad group %s', (code, group) => expect(broadGroupOf(code)).toBe(group));

  it('is nothing of what no field names', () => fc.assert(fc.property(fc.anything(), (value) => storedValue(new Map(), BIRTH, value) === undefined)));

  it('is nothing finer than the agreement says', () =>
    fc.assert(fc.property(fc.array(fc.record({ level: fc.constantFrom(...SHARING_LEVELS), transform: fc.constantFrom(...TRANSFORMS) }), { maxLength: 4 }), (shared) => {
      const value = storedValue(storableOf(shared.map((each) => field('child.birthDate', each))), BIRTH, '2016-03-14');
      const exact = shared.some(({ level, transform }) => level !== 'L2' && (transform === 'as-is' || transform === 'ref-only'));
      return value === '2016-03-14' ? exact : !exact;
    })));
});

describe('what never leaves a council', () => {
  it.each(NEVER_SHARED.flatMap(({ id, entities, fields }) => [...entities.map((entity) => `${entity}.anything`), ...fields].map((name) => [name, id] as const)))('%s: %s, whichever service keeps it', (name, id) => {
    for (const context of ['locality-hub', 'adoption']) expect(neverShared(FieldName(`${context}.${name}`))?.id).toBe(id);
  });

  it('is not what figures need', () => expect(neverShared(BIRTH)).toBeUndefined());
});

describe('names', () => {
  it.each(['birthDate', 'locality-hub.child', 'locality-hub.child.birth date', 'Locality.child.x', 'a.b.c.d', ''])('no field of an agreement: %s', (text) => expect(() => FieldName(text)).toThrow(TypeError));
  it.each(['TRK-7F3K', 'trk-7f3k-9q', 'CH-7F3K-9Q', ''])('no reference of the tracker: %s', (text) => expect(() => TrackerReference(text)).toThrow(TypeError));
  it('prints back what it accepts', () => expect([FieldName('locality-hub.child.birthDate'), TrackerReference('TRK-7F3K-9Q')]).toEqual(['locality-hub.child.birthDate', 'TRK-7F3K-9Q']));
});
