/** Why a row cannot be a fact (ssda903-import.md, "One outcome a row"). Stable: downloads and tests name them. */
export type SetAsideCode =
  | 'CODE_UNKNOWN'
  | 'DATE_IN_FUTURE'
  | 'DATE_UNREADABLE'
  | 'DUPLICATE_ROW'
  | 'END_NOT_AFTER_START'
  | 'KEY_EMPTY'
  | 'KEY_UNREADABLE'
  | 'ROW_SHAPE';

/** What a page says of rows set aside for one reason: what is wrong, and how to mend it. */
export type SetAsideText = Readonly<{ title: string; mend: string }>;

const TEXTS: Readonly<Record<SetAsideCode, SetAsideText>> = {
  CODE_UNKNOWN: { title: 'The code is empty or in no year’s list', mend: 'Use a code of the return, such as U6 for a placement or C2 for a legal status' },
  DATE_IN_FUTURE: { title: 'The date is after today', mend: 'Check the day, month and year in the case system; leave an end that has not happened empty' },
  DATE_UNREADABLE: { title: 'The date cannot be read', mend: 'Write dates as 31/12/2025' },
  DUPLICATE_ROW: { title: 'Two different rows for the same child and day', mend: 'Keep the row that is right; the last one is in the record' },
  END_NOT_AFTER_START: { title: 'The episode ends on or before the day it starts', mend: 'Check day and month in the case system' },
  KEY_EMPTY: { title: 'A cell that tells this row from others is empty', mend: 'Fill the cell from the case system' },
  KEY_UNREADABLE: { title: 'A cell that tells this row from others cannot be read', mend: 'Write the number as the case system has it: letters and digits, 20 at most' },
  ROW_SHAPE: { title: 'The row has more or fewer cells than the first line', mend: 'Look for a comma too many or too few, and put text with commas in quotes' },
};

const NO_CHILD: SetAsideText = { title: 'The child has no number', mend: 'Add the child’s number from the case system' };

/** The reason as a page heads it, and how to mend the row. */
export const setAsideText = (code: SetAsideCode, column: string): SetAsideText => (code === 'KEY_EMPTY' && column === 'CHILD' ? NO_CHILD : TEXTS[code]);

/** The REASON of a row in the downloads: what is wrong, where, with what was written, and how to mend it. */
export const setAsideReason = (code: SetAsideCode, column: string, written: string): string => {
  const { title, mend } = setAsideText(code, column);
  const where = column === '' ? '' : `: ${column} ${written === '' ? 'is empty' : `“${written}”`}`;
  return `${title}${where}. ${mend}.`;
};
