import type { Table } from '../frame/table.js';

const NEW_LINE = '\r\n';

/** What a spreadsheet would take for a formula stays text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const written = (text: string): string => quoted(harmless(text));

/** A table of a page as CSV: the same words as the page has, numbers without separators. */
export const csvOf = ({ columns, rows }: Table): string =>
  [columns.map(({ text }) => text), ...rows.map((row) => row.map(({ text }, at) => (columns[at]?.num === true ? text.replaceAll(',', '') : text)))]
    .map((row) => row.map(written).join(',') + NEW_LINE).join('');
