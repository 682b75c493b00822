import fc from 'fast-check';
import { dayIn, dayNumber, dayYearsAfter } from './day-number.js';

const MS_A_DAY = 86_400_000;
const asWritten = (date: Date): string => date.toISOString().slice(0, 10).split('-').reverse().join('/');

describe('a day in a cell', () => {
  it('is the day of the calendar, for every day of seven centuries', () =>
    fc.assert(
      fc.property(fc.integer({ min: -106_000, max: 106_000 }), (days) => {
        expect(dayIn(asWritten(new Date(days * MS_A_DAY)))).toBe(days);
      }),
    ));

  it.each(['', '31/04/2021', '29/02/2021', '00/01/2021', '01/13/2021', '2021-01-01', '01/01/21', '01.01.2021', '1/1/21', '01/01/1600', '01/01/2300', 'X1/01/2021', '01/01/2021 00:00'])(
    'is none: %p',
    (cell) => expect(dayIn(cell)).toBeUndefined(),
  );

  it('may be written without leading noughts', () => expect(dayIn('1/5/2021')).toBe(dayNumber(2021, 5, 1)));

  it('has its birthday on 28 February in common years when born on the 29th', () => {
    expect(dayYearsAfter('29/02/2012', 10)).toBe(dayNumber(2022, 2, 28));
    expect(dayYearsAfter('29/02/2012', 12)).toBe(dayNumber(2024, 2, 29));
    expect(dayYearsAfter('31/04/2012', 12)).toBeUndefined();
  });
});
