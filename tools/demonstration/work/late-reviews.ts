import { type LocalDate, type Month, addMonthsTo, collectionYearOf, monthEnd, monthOf } from '@permanence/kernel/values';
import { type CouncilFile, type CouncilYear, type DemonstrationCouncil } from '../council.js';
import { codesIn } from '../load-year.js';

/** The council that hears of some reviews only when the month is frozen already. */
export const LATE_COUNCIL = 'E06000051';

/** So many that figures are others by more than two cases, beyond which somebody must say why. */
const LATE_REVIEWS = 10;

/** The last two months that are over: the earlier is frozen too soon, the later after that was put right. */
export const frozenMonths = (today: LocalDate): Readonly<{ tooSoon: Month; afterwards: Month }> => {
  const last = addMonthsTo(monthOf(today), -1);
  return { tooSoon: addMonthsTo(last, -1), afterwards: last };
};

/** The collection that tells of the month that is frozen too soon. */
export const collectionOfLate = (today: LocalDate): number => collectionYearOf(monthEnd(frozenMonths(today).tooSoon));

/** Whether a line of CHILD,DOB,REVIEW,REVIEW_CODE is of a month. */
const isOf = (line: string, month: Month): boolean => line.split(',')[2]?.slice(3) === `${month.slice(5)}/${month.slice(0, 4)}`;

const without = (file: CouncilFile, month: Month, longInCare: ReadonlySet<string>): CouncilFile => ({
  name: file.name,
  csv: () => {
    let left = LATE_REVIEWS;
    return [...file.csv()].filter((line) => {
      const isLate = left > 0 && isOf(line, month) && longInCare.has(line.slice(0, line.indexOf(',')));
      if (isLate) left -= 1;
      return !isLate;
    });
  },
});

/** A first review starts other dates; so only those of children are late whom the collection before has too. */
const firstSent = ({ years }: DemonstrationCouncil, year: CouncilYear, month: Month): CouncilYear => {
  const before = years.find((other) => other.year === year.year - 1);
  const longInCare = before === undefined ? new Set<string>() : codesIn(before);
  return { ...year, files: year.files.map((file) => (file.name === 'reviews.csv' ? without(file, month, longInCare) : file)) };
};

/** What a council sends at first: of one, some reviews come late and with a second upload. */
export const asFirstSent = (council: DemonstrationCouncil, today: LocalDate): DemonstrationCouncil => {
  if (council.authority !== LATE_COUNCIL) return council;
  const late = collectionOfLate(today);
  return { ...council, years: council.years.map((year) => (year.year === late ? firstSent(council, year, frozenMonths(today).tooSoon) : year)) };
};
