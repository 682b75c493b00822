import type { Cells } from '../ssda903/modules.js';
import { child, episode, found, header } from './child.fixture.js';

const isFound = (code: string, cells: Cells, year = 2026): boolean => found(code, child({ Header: [header(cells)] }), year).includes('Header 2');

describe('rules on a header', () => {
  it.each<[string, Cells]>([
    ['101', { SEX: 'X' }], ['101', { SEX: '' }], ['101', { SEX: '1' }],
    ['102', { DOB: '' }], ['102', { DOB: '31/04/2012' }], ['102', { DOB: '2012-04-30' }],
    ['103', { ETHNIC: '' }], ['103', { ETHNIC: 'WENG' }],
    ['105', { UASC: '' }], ['105', { UASC: '2' }],
    ['301', { DOB: '01/04/2026' }],
  ])('%s finds %p', (code, cells) => expect(isFound(code, cells)).toBe(true));

  it.each<[string, Cells]>([
    ['101', { SEX: 'U' }], ['102', { DOB: '29/02/2012' }], ['103', { ETHNIC: 'REFU' }],
    ['105', { UASC: '0' }], ['105', { UASC: '1' }], ['105', {}],
    ['301', { DOB: '31/03/2026' }], ['301', { DOB: '31/04/2026' }],
  ])('%s lets %p pass', (code, cells) => expect(isFound(code, cells)).toBe(false));

  it('101 wants numbers until the collection of 2024', () => {
    expect(isFound('101', { SEX: '2' }, 2024)).toBe(false);
    expect(isFound('101', { SEX: 'F' }, 2024)).toBe(true);
    expect(isFound('101', { SEX: '2' }, 2019)).toBe(false);
  });

  it('301 goes by the end of the year’s own collection', () => expect(isFound('301', { DOB: '01/04/2019' }, 2019)).toBe(true));

  it('INT32 finds every header of a child who has several', () => {
    expect(found('INT32', child({ Header: [header(), header()] }))).toEqual(['Header 2', 'Header 3']);
    expect(found('INT32', child({ Header: [header()] }))).toEqual([]);
  });
});

describe('INT03, episodes without a header', () => {
  it('finds every episode', () => expect(found('INT03', child({ Header: [], Episodes: [episode(), episode()] }))).toEqual(['Episodes 2', 'Episodes 3']));
  it('lets a child with a header pass', () => expect(found('INT03', child({ Header: [header()], Episodes: [episode()] }))).toEqual([]));
  it('says nothing when no headers were uploaded', () => expect(found('INT03', child({ Episodes: [episode()] }))).toEqual([]));
});
