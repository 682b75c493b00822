import { type LocalDate, LocalDate as toLocalDate, type TenantId, collectionWindow, collectionYearOf } from '@permanence/kernel/values';
import { type Decision, decided, refuse } from '@permanence/kernel/decider';

/** What an upload declares beside its files. */
export type Declared = Readonly<{ authority: string | undefined; year: string | undefined; asAt: string | undefined; check: string | undefined }>;

/** A declaration that can be worked with. */
export type Declaration = Readonly<{ year: number; completeTo: LocalDate; asAt: LocalDate | null; checkOnly: boolean }>;

const RULE = 'locality-hub.import.reading-2';

/** The first collection whose columns and codes are known. */
const FIRST_YEAR = 2016;

const dayIn = (text: string): LocalDate | undefined => {
  try {
    return toLocalDate(text);
  } catch {
    return undefined;
  }
};

/** The day to which a collection is complete: its last one when that has passed, else the day declared, or today. */
const completeTo = (year: number, asAt: LocalDate | undefined, today: LocalDate): LocalDate => {
  const { last } = collectionWindow(year);
  return asAt ?? (last <= today ? last : today);
};

const readAsAt = (asAt: string | undefined, year: number, today: LocalDate): Decision<LocalDate | undefined> => {
  if (asAt === undefined || asAt === '') return decided(undefined);
  const day = dayIn(asAt);
  const { first, last } = collectionWindow(year);
  if (day === undefined) return refuse('AS_AT_NOT_READ', 'Write the day to which the files are complete like 2026-09-30.', RULE, 'asAt');
  if (day < first || day > last) return refuse('AS_AT_OUTSIDE_COLLECTION', `Give a day from 1 April ${year - 1} to 31 March ${year}, the year of these files.`, RULE, 'asAt');
  if (day > today) return refuse('AS_AT_IN_FUTURE', 'The files cannot be complete to a day after today.', RULE, 'asAt');
  return decided(day);
};

const readYear = (text: string | undefined, today: LocalDate): Decision<number> => {
  const year = Number(text);
  if (!/^\d{4}$/.test(text ?? '') || year < FIRST_YEAR) return refuse('YEAR_NOT_READ', `Give the year in which the collection ends, from ${FIRST_YEAR} on, like 2026.`, RULE, 'year');
  return year > collectionYearOf(today) ? refuse('COLLECTION_NOT_BEGUN', `The collection that ends in ${year} has not begun yet.`, RULE, 'year') : decided(year);
};

const readCheck = (text: string | undefined): Decision<boolean> =>
  ['true', 'false', '', undefined].includes(text) ? decided(text === 'true') : refuse('CHECK_NOT_READ', 'check must be true or false.', RULE, 'check');

/** What an upload declares, or why it cannot be taken. Whose it is was settled before. */
export const declarationOf = ({ year: yearText, asAt: asAtText, check: checkText }: Declared, today: LocalDate): Decision<Declaration> => {
  const year = readYear(yearText, today);
  if (!year.ok) return year;
  const check = readCheck(checkText);
  if (!check.ok) return check;
  const [ends, checkOnly] = [year.events[0] as number, check.events[0] as boolean];
  const asAt = readAsAt(asAtText, ends, today);
  if (!asAt.ok) return asAt;
  const [day] = asAt.events;
  return decided({ year: ends, completeTo: completeTo(ends, day, today), asAt: day ?? null, checkOnly });
};

/** Whether the upload names the person's own authority. */
export const isOwn = (authority: string | undefined, own: TenantId): boolean => authority === own;
