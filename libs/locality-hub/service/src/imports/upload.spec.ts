import { LocalDate } from '@permanence/kernel/values';
import { type Declared, declarationOf } from './upload.js';

const TODAY = LocalDate('2026-09-30');
const declare = (more: Partial<Declared>) => declarationOf({ authority: 'E06000020', year: '2026', asAt: undefined, check: undefined, ...more }, TODAY);

describe('what an upload declares', () => {
  it('is complete to the end of its collection, once that has passed', () => {
    expect(declare({})).toEqual({ ok: true, events: [{ year: 2026, completeTo: '2026-03-31', asAt: null, checkOnly: false }] });
  });

  it('is complete to today for a year in progress, or to the day it says', () => {
    expect(declare({ year: '2027' })).toMatchObject({ events: [{ completeTo: '2026-09-30' }] });
    expect(declare({ year: '2027', asAt: '2026-08-31', check: 'true' })).toMatchObject({ events: [{ completeTo: '2026-08-31', checkOnly: true }] });
  });

  it.each([
    ['YEAR_NOT_READ', { year: undefined }],
    ['YEAR_NOT_READ', { year: '26' }],
    ['COLLECTION_NOT_BEGUN', { year: '2028' }],
    ['AS_AT_NOT_READ', { year: '2027', asAt: '30/09/2026' }],
    ['AS_AT_OUTSIDE_COLLECTION', { year: '2027', asAt: '2026-03-31' }],
    ['AS_AT_IN_FUTURE', { year: '2027', asAt: '2026-10-01' }],
    ['CHECK_NOT_READ', { check: 'yes' }],
  ] as const)('is refused: %s', (code, more) => {
    expect(declare(more)).toMatchObject({ ok: false, refusal: { code } });
  });
});
