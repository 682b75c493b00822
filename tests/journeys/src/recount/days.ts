/** A day as events write it, `2026-09-30`: it compares as text. */
export type Day = string;

const MS_A_DAY = 86_400_000;

const textOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (day: Day, days: number): Day => textOf(Date.parse(day) + days * MS_A_DAY);

/** So many months on; the last day of a shorter month where it has no such day (kpi.md, convention 2). */
export const plusMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return textOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
};

/** Completed years on a day; the birthday counts. */
export const ageOn = (born: Day, on: Day): number => Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);

/** 1 April of the financial year that holds a day. */
export const firstOfYear = (day: Day): Day => `${Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)}-04-01`;

/** The year in which the collection of a day ends. */
export const collectionOf = (day: Day): number => Number(firstOfYear(day).slice(0, 4)) + 1;

/** What an indicator asks of time: D and the days that its periods begin on (kpi.md, conventions 1 and 2). */
export type Period = Readonly<{ on: Day; year: Day; month: Day; twelve: Day; back: (months: number) => Day }>;

/** The period that ends on D. `twelve` is the first day of the 12 months to D. */
export const periodTo = (on: Day): Period => {
  const known = new Map<number, Day>();
  const back = (months: number): Day => {
    const day = known.get(months) ?? plusMonths(on, -months);
    known.set(months, day);
    return day;
  };
  return { on, year: firstOfYear(on), month: `${on.slice(0, 7)}-01`, twelve: plusMonths(plusDays(on, 1), -12), back };
};

/** The months from one to another, each with the period to its last day, or to the day as known on which it was in progress. */
export const monthsTo = (first: string, asKnownOn: Day): ReadonlyMap<string, Period> => {
  const months = new Map<string, Period>();
  for (let start = `${first}-01`; start <= asKnownOn; start = plusMonths(start, 1)) {
    const last = plusDays(plusMonths(start, 1), -1);
    months.set(start.slice(0, 7), periodTo(last < asKnownOn ? last : asKnownOn));
  }
  return months;
};

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day in England on which an instant falls. */
export const dayInLondon = (instant: Date): Day => london.format(instant);
