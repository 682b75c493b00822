import { holdingRows } from './holding.js';
import { aRow, loadAll } from './rows.fixture.js';

describe('what holds of a child', () => {
  it('is the newest collection’s row of each key, in the order of the keys', () => {
    const held = loadAll(
      [2022, [aRow('Episodes', { PLACE: 'U4' }), aRow('Episodes', { DECOM: '01/02/2020' })]],
      [2021, [aRow('Episodes'), aRow('Header')]],
    );
    expect(holdingRows(held).map(({ key, year, cells }) => [key, year, cells['PLACE']])).toEqual([
      ['K1|2020-02-01', 2022, 'U6'],
      ['K1|2020-05-01', 2022, 'U4'],
      ['K1', 2021, undefined],
    ]);
  });

  it('takes birth date, sex and ethnic group from the newest header that has each, other cells from the newest', () => {
    const held = loadAll(
      [2020, [aRow('Header', { ETHNIC: 'WIRI', UPN: 'UN1', SEX: '2' })]],
      [2021, [aRow('Header', { ETHNIC: '', DOB: '16/03/2012', SEX: '' })]],
      [2022, [aRow('Header', { ETHNIC: '', DOB: '', SEX: '', UPN: '' })]],
    );
    expect(holdingRows(held)).toMatchObject([{ year: 2022, cells: { ETHNIC: 'WIRI', DOB: '16/03/2012', SEX: 'F', UPN: '' } }]);
  });
});
