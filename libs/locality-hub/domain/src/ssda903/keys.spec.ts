import { keyOf } from './keys.js';
import { MODULES, type ModuleName } from './modules.js';

const DAY = '01/05/2020';
const cells = { CHILD: 'K1', DECOM: DAY, REVIEW: DAY, DATE_PLACED: DAY, MIS_START: DAY, SW_ID: 'SW12', SW_DECOM: DAY, DOLO_START: DAY };

describe('the key of a row', () => {
  it('is what tells it from others, by module', () => {
    const keys = Object.fromEntries((Object.keys(MODULES) as ModuleName[]).map((module) => [module, keyOf(module, cells, 2021)]));
    const dated = { key: 'K1|2020-05-01' };
    const alone = { key: 'K1' };
    const yearly = { key: 'K1|2021' };
    expect(keys).toEqual({
      Header: alone, Episodes: dated, Reviews: dated, UASC: alone, OC2: yearly, OC3: yearly, AD1: alone, PlacedAdoption: dated, PrevPerm: yearly, Missing: dated,
      SWEpisodes: { key: 'K1|SW12|2020-05-01' }, DoLo: dated, Names: alone,
    });
  });

  it.each([
    [{ CHILD: '' }, { column: 'CHILD', code: 'KEY_EMPTY' }],
    [{ SW_ID: '' }, { column: 'SW_ID', code: 'KEY_EMPTY' }],
    [{ SW_DECOM: '' }, { column: 'SW_DECOM', code: 'KEY_EMPTY' }],
    [{ SW_DECOM: '1/5/2020' }, { column: 'SW_DECOM', code: 'DATE_UNREADABLE' }],
    [{ CHILD: '6.2551E+14' }, { column: 'CHILD', code: 'KEY_UNREADABLE' }],
    [{ CHILD: '123456789012345678901' }, { column: 'CHILD', code: 'KEY_UNREADABLE' }],
    [{ CHILD: 'A|B' }, { column: 'CHILD', code: 'KEY_UNREADABLE' }],
  ])('is not there with %j', (change, expected) => {
    expect(keyOf('SWEpisodes', { ...cells, ...change }, 2024)).toEqual(expected);
  });

  it.each(['STF0001', '123456', 'A-12/3', '12345678901234567890'])('reads the number %s', (CHILD) => {
    expect(keyOf('Header', { CHILD }, 2024)).toEqual({ key: CHILD });
  });
});
