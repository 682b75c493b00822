import type { Cells } from '../ssda903/modules.js';
import { child, episode, found, foundIn, header } from './child.fixture.js';

const under = (LS: string, DECOM: string, DEC: string): Cells => episode({ LS, DECOM, DEC, REC: DEC === '' ? '' : 'X1' });

describe.each([
  ['363', 'L3', '08/05/2025', '09/05/2025'],
  ['364', 'J2', '22/05/2025', '23/05/2025'],
])('%s, days under %s', (code, status, within, beyond) => {
  it('finds a row that lasted too long', () => expect(foundIn(code, [under(status, '01/05/2025', beyond)])).toEqual([1]));
  it('finds an open row, which lasts to the year’s end', () => expect(foundIn(code, [under(status, '01/05/2025', '')])).toEqual([1]));
  it('finds all rows of an order that together lasted too long, in any order', () =>
    expect(foundIn(code, [under(status, '05/05/2025', beyond), under(status, '01/05/2025', '05/05/2025')])).toEqual([2, 1]));
  it('lets the days allowed pass', () => expect(foundIn(code, [under(status, '01/05/2025', within)])).toEqual([]));
  it('counts a day of overlapping rows once', () => expect(foundIn(code, [under(status, '01/05/2025', within), under(status, '04/05/2025', within)])).toEqual([]));
  it('lets two orders with days between them pass', () => expect(foundIn(code, [under(status, '01/05/2025', '05/05/2025'), under(status, '01/12/2025', '05/12/2025')])).toEqual([]));
  it('lets another status pass', () => expect(foundIn(code, [under('C2', '01/05/2025', '')])).toEqual([]));
  it('says nothing of days that cannot be read', () => expect(foundIn(code, [under(status, '01/05/2025', '31/06/2025'), under(status, '31/04/2025', beyond)])).toEqual([]));
});

describe('358, criminal justice under 10', () => {
  const rowsFound = (DOB: string, LS: string): string[] => found('358', child({ Header: [header({ DOB })], Episodes: [episode({ LS })] }));

  it.each(['J1', 'J2', 'J3'])('finds %s the day before the tenth birthday, in episode and header', (status) => expect(rowsFound('02/05/2015', status)).toEqual(['Episodes 2', 'Header 2']));
  it('lets the tenth birthday pass', () => expect(rowsFound('01/05/2015', 'J1')).toEqual([]));
  it('lets other statuses pass', () => expect(rowsFound('02/05/2020', 'C2')).toEqual([]));
  it('says nothing of a birth date that cannot be read', () => expect(rowsFound('31/04/2020', 'J1')).toEqual([]));
});
