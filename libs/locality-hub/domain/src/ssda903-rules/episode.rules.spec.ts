import type { Cells } from '../ssda903/modules.js';
import { episode, foundIn } from './child.fixture.js';

const isFound = (code: string, cells: Cells, year = 2026): boolean => foundIn(code, [episode(cells)], year).includes(1);

describe('rules on one episode', () => {
  it.each<[string, Cells]>([
    ['141', { DECOM: '31/04/2025' }], ['141', { DECOM: '2025-05-01' }],
    ['143', { RNE: 'X' }], ['144', { LS: 'C9' }], ['145', { CIN: 'N9' }], ['146', { PLACE: 'H5' }],
    ['147', { DEC: '31/06/2025', REC: 'E4A' }],
    ['148', { DEC: '01/06/2025' }], ['148', { REC: 'X1' }],
    ['149', { DEC: '01/06/2025', REC: 'E1' }],
    ['178', { PLACE_PROVIDER: 'PR6' }], ['178', { PLACE: 'T1' }], ['178', { PLACE: 'Z11' }],
    ['353', { DECOM: '13/10/1991' }],
    ['354', { DECOM: '01/04/2026' }],
    ['355', { DEC: '01/05/2025', REC: 'E4A' }],
    ['356', { DEC: '30/04/2025', REC: 'E4A' }],
    ['390', { DEC: '01/06/2025', REC: 'E12' }],
    ['516', { PLACE: 'K2', DEC: '01/06/2025', REC: 'E45' }],
    ['526', { PLACE_PROVIDER: '' }],
    ['550', { PLACE_PROVIDER: 'PR0' }],
  ])('%s finds %p', (code, cells) => expect(isFound(code, cells)).toBe(true));

  it.each<[string, Cells]>([
    ['141', { DECOM: '' }], ['141', { DECOM: '1/5/2025' }],
    ['143', { RNE: '' }], ['144', { LS: 'V4' }], ['145', { CIN: 'N8' }], ['146', { PLACE: 'Z14' }],
    ['147', { DEC: '' }], ['147', { DEC: '30/06/2025' }],
    ['148', { DEC: '31/06/2025', REC: 'X1' }], ['148', {}],
    ['149', { DEC: '01/06/2025', REC: 'E17' }], ['149', { REC: '' }],
    ['178', { PLACE_PROVIDER: '' }], ['178', { PLACE: 'T1', PLACE_PROVIDER: '' }],
    ['353', { DECOM: '14/10/1991' }],
    ['354', { DECOM: '31/03/2026' }],
    ['355', { DEC: '02/05/2025', REC: 'E4A' }], ['355', { DECOM: '', DEC: '' }],
    ['356', { DEC: '01/05/2025', REC: 'E4A' }], ['356', { DEC: '31/04/2025', REC: 'E4A' }],
    ['390', { PLACE: 'A6', DEC: '01/06/2025', REC: 'E12' }],
    ['516', { PLACE: 'U1', DEC: '01/06/2025', REC: 'E46' }], ['516', { PLACE: 'K2', DEC: '01/06/2025', REC: 'E47' }],
    ['526', { PLACE: 'T4', PLACE_PROVIDER: '' }],
    ['550', { PLACE: 'P1', PLACE_PROVIDER: 'PR0' }],
  ])('%s lets %p pass', (code, cells) => expect(isFound(code, cells)).toBe(false));

  it('146 keeps the list of 2023 until the collection of 2025', () => {
    expect(['H5', 'P2', 'Z1'].filter((PLACE) => isFound('146', { PLACE }, 2025))).toEqual([]);
    expect(['K3', 'Z11'].filter((PLACE) => isFound('146', { PLACE }, 2025))).toEqual(['K3', 'Z11']);
  });

  it('178 lets a provider beside T4 pass since the collection of 2026', () => {
    expect(isFound('178', { PLACE: 'T4' }, 2025)).toBe(true);
    expect(isFound('178', { PLACE: 'T4' }, 2026)).toBe(false);
  });

  it('445 finds freeing orders of episodes that start after 2005', () => {
    expect(isFound('445', { LS: 'D1', DECOM: '01/01/2006' }, 2024)).toBe(true);
    expect(isFound('445', { LS: 'D1', DECOM: '31/12/2005' }, 2024)).toBe(false);
    expect(isFound('445', { LS: 'E1', DECOM: '01/01/2006' }, 2024)).toBe(false);
  });
});
