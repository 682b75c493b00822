import { stringify } from 'csv-stringify/sync';
import type { RestrictedRowDto } from '../children/children.dto.js';
import { inert } from '../imports/set-aside.csv.js';
import type { TrackerRowDto } from './tracker.dto.js';

export type CsvRow = TrackerRowDto | RestrictedRowDto;

const COLUMNS = [
  'Reference', 'Forename', 'Surname', 'Age', 'In care since', 'Weeks in care', 'Worker', 'Team', 'Plan status', 'Main plan', 'Second plan', 'Plan agreed on', 'Plan due on', 'Steps taken', 'Next step', 'Due on', 'Days late',
  'What stands in the way', 'Harder to place', 'Reviews held',
];

const cellsOf = (row: CsvRow): string[] => {
  if (row.kind === 'restricted') return [row.reference, 'Restricted', row.ask, ...COLUMNS.slice(3).map(() => '')];
  const { reference, name, age, inCareSince, weeks, worker, team, plan, steps, next, harder, reviews } = row;
  return [
    reference, name?.forename, name?.surname, age, inCareSince, weeks, worker?.name, team, plan.status, plan.primary, plan.parallels.join(' '), plan.agreedOn, plan.dueOn, steps.map(({ code, on }) => `${code} ${on}`).join('; '),
    next?.code, next?.dueOn, next?.daysLate, next?.blocker, harder.join(' '), reviews,
  ].map((cell) => String(cell ?? ''));
};

/** The list as a spreadsheet reads it: no cell of it can be run. */
export const trackerCsv = (rows: readonly CsvRow[]): string => stringify([COLUMNS, ...rows.map((row) => cellsOf(row).map(inert))], { record_delimiter: 'windows' });
