import { num, table } from '../frame/table.js';
import { csvOf } from './csv.js';

describe('a table as CSV', () => {
  it('has the words of the page, and numbers that a program reads', () =>
    expect(csvOf(table('Figures', ['Month end', num('Number')], [['October 2026', '1,138'], ['Staffordshire, "so far"', 'not held']]))).toBe('Month end,Number\r\nOctober 2026,1138\r\n"Staffordshire, ""so far""",not held\r\n'));

  it.each(['=1+1', '+2', '-1', '@sum', '\tx'])('is no formula: %j', (text) => expect(csvOf(table('', ['A'], [[text]]))).toContain(`'${text}`));
});
