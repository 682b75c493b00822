import { stringify } from 'csv-stringify/sync';
import type { PackDto } from './packs.dto.js';

const COLUMNS = ['indicator', 'title', 'authority', 'month', 'as_known_on', 'status', 'value', 'numerator', 'denominator', 'target'];

/** A spreadsheet takes a cell that begins so for a formula. */
const inert = (cell: string | number | null): string => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? ''));

/** Every figure of a pack, a row each. What is suppressed has its status and no number. */
export const packCsv = ({ month, knownOn, indicators }: PackDto): string =>
  stringify([
    COLUMNS,
    ...indicators.flatMap(({ id, title, figures }) =>
      figures.map(({ authority, status, value, numerator, denominator, target }) => [id, title, authority, month, knownOn, status, value, numerator, denominator, target].map(inert))),
  ], { record_delimiter: 'windows' });
