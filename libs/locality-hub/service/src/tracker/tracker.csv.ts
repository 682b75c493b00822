import { stringify } from 'csv-stringify/sync';
import type { RestrictedRowDto } from '../children/children.dto.js';
import { inert } from '../imports/set-aside.csv.js';
import type { TrackerRowDto } from './tracker.dto.js';
import { HARDER_WORDS, NEXT_WORDS, ROUTE_WORDS, STATUS_WORDS, STEP_WORDS } from './tracker.words.js';

export type CsvRow = TrackerRowDto | RestrictedRowDto;

type Tracked = Exclude<CsvRow, RestrictedRowDto>;
type Cell = string | number | null | undefined;

const words = <Code extends string>(known: Readonly<Record<Code, string>>, codes: readonly Code[]): string => codes.map((code) => known[code]).join('; ');
const known = <Code extends string>(code: Code | null | undefined): readonly Code[] => (code === null || code === undefined ? [] : [code]);

/** Each column with its plain head: what a code means stands first, the code beside it for programs. */
const COLUMNS: readonly (readonly [head: string, of: (row: Tracked) => Cell])[] = [
  ['Reference', ({ reference }) => reference], ['Forename', ({ name }) => name?.forename], ['Surname', ({ name }) => name?.surname], ['Council number', ({ councilCode }) => councilCode], ['Age', ({ age }) => age], ['In care since', ({ inCareSince }) => inCareSince],
  ['Weeks in care', ({ weeks }) => weeks], ['Worker', ({ worker }) => worker?.name], ['Team', ({ team }) => team],
  ['Plan status', ({ plan }) => STATUS_WORDS[plan.status]], ['Plan status code', ({ plan }) => plan.status],
  ['Main plan', ({ plan }) => words(ROUTE_WORDS, known(plan.primary))], ['Main plan code', ({ plan }) => plan.primary],
  ['Second plan', ({ plan }) => words(ROUTE_WORDS, plan.parallels)], ['Second plan code', ({ plan }) => plan.parallels.join(' ')],
  ['Plan agreed on', ({ plan }) => plan.agreedOn], ['Plan due on', ({ plan }) => plan.dueOn],
  ['Steps taken', ({ steps }) => steps.map(({ code, on }) => `${STEP_WORDS[code]} ${on}`).join('; ')], ['Steps taken code', ({ steps }) => steps.map(({ code, on }) => `${code} ${on}`).join('; ')],
  ['Next step', ({ next }) => words(NEXT_WORDS, known(next?.code))], ['Next step code', ({ next }) => next?.code], ['Due on', ({ next }) => next?.dueOn], ['Days late', ({ next }) => next?.daysLate],
  ['What stands in the way', ({ next }) => next?.blocker], ['Harder to place', ({ harder }) => words(HARDER_WORDS, harder)], ['Harder to place code', ({ harder }) => harder.join(' ')], ['Reviews held', ({ reviews }) => reviews], ['No match for over 90 days, since', ({ stuckOn }) => stuckOn],
];

const cellsOf = (row: CsvRow): string[] =>
  row.kind === 'restricted' ? [row.reference, 'Restricted', row.ask, ...COLUMNS.slice(3).map(() => '')] : COLUMNS.map(([, of]) => String(of(row) ?? ''));

/** The list as a spreadsheet reads it: no cell of it can be run. */
export const trackerCsv = (rows: readonly CsvRow[]): string => stringify([COLUMNS.map(([head]) => head), ...rows.map((row) => cellsOf(row).map(inert))], { record_delimiter: 'windows' });
