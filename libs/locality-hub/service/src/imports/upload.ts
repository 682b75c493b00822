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
  if (day < first || day > last) return refuse('AS_AT_OUTSIDE_COLLECTION', `The files of the collection that ends in ${year} can be complete to a day from 1 April ${year - 1} to 31 March ${year}.`, RULE, 'asAt');
  if (day > today) return refuse('AS_AT_IN_FUTURE', 'The files cannot be complete to a day after today.', RULE, 'asAt');
  return decided(day);
};

/**
 * What an upload declares, or why it cannot be taken. `authority` is the person's own: another council's is not theirs to load.
 */
export const declarationOf = ({ year: yearText, asAt, check }: Declared, today: LocalDate): Decision<Declaration> => {
  const year = Number(yearText);
  if (!/^\d{4}$/.test(yearText ?? '') || year < FIRST_YEAR) return refuse('YEAR_NOT_READ', `Give the year in which the collection ends, from ${FIRST_YEAR} on, like 2026.`, RULE, 'year');
  if (year > collectionYearOf(today)) return refuse('COLLECTION_NOT_BEGUN', `The collection that ends in ${year} has not begun yet.`, RULE, 'year');
  if (check !== undefined && check !== 'true' && check !== 'false' && check !== '') return refuse('CHECK_NOT_READ', 'check must be true or false.', RULE, 'check');
  const day = readAsAt(asAt, year, today);
  if (!day.ok) return day;
  const [declared] = day.events;
  return decided({ year, completeTo: completeTo(year, declared, today), asAt: declared ?? null, checkOnly: check === 'true' });
};

/** Whether the upload names the person's own authority. */
export const isOwn = (authority: string | undefined, own: TenantId): boolean => authority === own;
