import type { Answers, Question } from './answers.js';

/**
 * The same questions answered by other code: days are whole numbers since 1 January 1970 (Howard Hinnant's algorithms), bank
 * holidays are typed in from GOV.UK, summer time is the rule of the Summer Time Order 2002. Nothing of the product is used.
 */
const BANK_HOLIDAYS: Readonly<Record<number, string>> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26', 2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26', 2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28', 2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27', 2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26', 2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26', 2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

type Civil = Readonly<{ y: number; m: number; d: number }>;

const daysFrom = ({ y, m, d }: Civil): number => {
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
};

const civilOf = (days: number): Civil => {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const m = month < 10 ? month + 3 : month - 9;
  return { y: yearOfEra + era * 400 + (m <= 2 ? 1 : 0), m, d: dayOfYear - Math.floor((153 * month + 2) / 5) + 1 };
};

const two = (n: number): string => String(n).padStart(2, '0');
const write = ({ y, m, d }: Civil): string => `${y}-${two(m)}-${two(d)}`;
const read = (day: string): Civil => ({ y: Number(day.slice(0, 4)), m: Number(day.slice(5, 7)), d: Number(day.slice(8, 10)) });
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const lengthOf = (y: number, m: number): number => (m === 2 && isLeap(y) ? 29 : (LENGTHS[m - 1] as number));

const plusMonths = ({ y, m, d }: Civil, months: number): Civil => {
  const all = y * 12 + m - 1 + months;
  const [year, month] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  return { y: year, m: month, d: Math.min(d, lengthOf(year, month)) };
};

/** 0 is Sunday; 1 January 1970 was a Thursday. */
const weekday = (days: number): number => (((days + 4) % 7) + 7) % 7;

const isWorking = (days: number): boolean => {
  const civil = civilOf(days);
  return weekday(days) % 6 !== 0 && !(BANK_HOLIDAYS[civil.y] ?? '').includes(write(civil).slice(5));
};

const plusWorking = (days: number, n: number): number => (n === 0 ? days : plusWorking(days + 1, isWorking(days + 1) ? n - 1 : n));

const workingBetween = (from: number, to: number): number => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + 1 + i).filter(isWorking).length;

const ageAt = (born: Civil, on: Civil): number => {
  const birthday = { m: born.m, d: Math.min(born.d, lengthOf(on.y, born.m)) };
  return on.y - born.y - (on.m < birthday.m || (on.m === birthday.m && on.d < birthday.d) ? 1 : 0);
};

/** Summer time runs from the last Sunday in March to the last Sunday in October, at 01:00 in Greenwich both. */
const lastSundayOf = (y: number, m: number): number => {
  const last = daysFrom({ y, m, d: lengthOf(y, m) });
  return last - weekday(last);
};

const englandDay = (instant: string): string => {
  const day = daysFrom(read(instant));
  const hours = Number(instant.slice(11, 13));
  const since = day * 24 + hours;
  const { y } = read(instant);
  const summer = since >= lastSundayOf(y, 3) * 24 + 1 && since < lastSundayOf(y, 10) * 24 + 1;
  return write(civilOf(summer && hours === 23 ? day + 1 : day));
};

const financialYearOf = ({ y, m }: Civil): number => (m >= 4 ? y : y - 1);

export const referenceFor = ({ day, n, instant }: Question): Answers => {
  const civil = read(day);
  const days = daysFrom(civil);
  const on = (months: number): string => write(plusMonths(civil, months));
  return {
    addDays: write(civilOf(days + n)), addMonths: on(n), daysBetween: n, monthEnd: write({ ...civil, d: lengthOf(civil.y, civil.m) }),
    ageOn: ageAt(civil, civilOf(daysFrom(plusMonths(civil, 12 * n)) - (n % 2 === 0 ? 0 : 1))), collectionYearOf: financialYearOf(civil) + 1, financialYearStart: `${financialYearOf(civil)}-04-01`,
    isWorkingDay: isWorking(days), addWorkingDays: write(civilOf(plusWorking(days, n))), workingDaysBetween: workingBetween(days, days + n),
    C13: write(civilOf(plusWorking(days, 20))), C14: on(3), C15: on(6), C32: `${write(civilOf(daysFrom(read(instant)) + 3))}${instant.slice(10)}`, dayInEngland: englandDay(instant),
  };
};

/** Days that a reference is wanted for: all over the years whose bank holidays are typed in, with those near a change of the clocks, a leap day and a year's end among them. */
export const questionsFrom = (seed: number, count: number): Question[] => {
  const [first, last] = [daysFrom({ y: 2018, m: 1, d: 1 }), daysFrom({ y: 2027, m: 6, d: 30 })];
  const changes = Array.from({ length: 9 }, (_, i) => [lastSundayOf(2018 + i, 3), lastSundayOf(2018 + i, 10), daysFrom({ y: 2018 + i, m: 2, d: 28 }), daysFrom({ y: 2018 + i, m: 3, d: 31 }), daysFrom({ y: 2018 + i, m: 12, d: 31 })]).flat();
  return Array.from({ length: count }, (_, i) => {
    const chance = Math.imul(seed * 7919 + i, 2_654_435_761) >>> 0;
    const days = i % 3 === 0 ? (changes[chance % changes.length] as number) + (i % 5) - 2 : first + (chance % (last - first));
    const hour = i % 2 === 0 ? [0, 1, 2, 22, 23][chance % 5] as number : chance % 24;
    return { day: write(civilOf(days)), n: chance % 60, instant: `${write(civilOf(days))}T${two(hour)}:${two(chance % 60)}:00.000Z` };
  });
};
