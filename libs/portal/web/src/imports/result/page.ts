import type { Correction, FindingRule, FirstOfThem, ImportFileResult, ImportView, Me, SetAsideReason } from '../../api/locality-hub.js';
import type { CountedPage, Problem } from '../../api/problem.js';
import { childHref } from '../../children/addresses.js';
import { ruleName } from '../../children/findings/page.js';
import { scorecardHref } from '../../figures/addresses.js';
import { type Moment, atInFull } from '../../frame/moment.js';
import { type Table, num, screenOnly, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { cellWords, columnWords, moduleWords } from '../../words/codes.js';
import { collectionYears, longDate } from '../../words/dates.js';
import { displayName } from '../../words/names.js';
import { counted, whole } from '../../words/numbers.js';
import { IMPORTS, NEW_IMPORT, correctionsHref, findingsHref, importHref, setAsideHref } from '../addresses.js';

export type Progress = Readonly<{ sentence: string; share: number | null; ended: boolean }>;
type FileRow = Readonly<{ module: string; name: string; counts: readonly string[]; setAside: string; asideHref: string | null; findings: string; refused: string | null; otherColumns: string | null }>;
export type Result = Readonly<{
  heading: string; sent: Readonly<{ by: string; at: Moment; ended: Moment | null }>; state: 'running' | 'failed' | 'checked' | 'applied' | 'nothing'; message: string; progress: Progress | null; progressHref: string; againHref: string;
  files: readonly FileRow[]; totals: Readonly<{ label: string; counts: readonly string[]; setAside: string; findings: string }>; refusedFiles: number;
  aside: Readonly<{ count: number; table: Table; downloadHref: string; downloadText: string; newHref: string }> | null; findings: Readonly<{ count: number; table: Table }> | null;
  corrected: Readonly<{ count: number; table: Table; allHref: string | null }> | null; apply: Readonly<{ action: string; key: string; text: string }> | null; problem: Problem | null; figuresHref: string | null;
}>;
export type ResultFacts = Readonly<{ me: Me; view: ImportView; reasons: readonly SetAsideReason[]; rules: readonly FindingRule[]; corrections: CountedPage<Correction>; key: string; problem?: Problem }>;

const CORRECTIONS_SHOWN = 5;

/** One load: how far it is, then one sentence, one table that adds up in every line, what is set aside and how to mend it, findings by rule, corrections with both values. */
export const resultPage = (facts: ResultFacts): View<Result> => {
  const { view } = facts;
  const state = stateOf(view);
  const heading = `Children looked after return, ${collectionYears(view.year)}${view.asAt === null ? '' : ` to ${longDate(view.asAt)}`}: ${HEADINGS[state](view)}`;
  return {
    template: 'imports/result/page.njk', title: heading, section: 'my-work', crumbs: [{ text: 'My work', href: '/' }, { text: 'Files loaded', href: IMPORTS }],
    page: {
      heading, state, message: messageOf(view, state), sent: sentOf(facts),
      progress: view.status === 'running' ? progressOf(view) : null, progressHref: importHref(view.id, 'progress'), againHref: importHref(view.id), files: view.files.map((file) => fileRow(file, view.id)), totals: totalsOf(view), refusedFiles: view.files.filter(({ refused }) => refused !== null).length,
      aside: asideOf(facts), findings: findingsOf(facts), corrected: correctedOf(facts), problem: facts.problem ?? null, figuresHref: state === 'applied' ? scorecardHref() : null,
      apply: applyOf(facts),
    },
  };
};

const sentOf = ({ view, me }: ResultFacts): Result['sent'] => ({ by: view.startedBy === me.name ? 'you' : view.startedBy, at: atInFull(view.startedAt), ended: view.endedAt === null ? null : atInFull(view.endedAt) });

const applyOf = ({ view, key }: ResultFacts): Result['apply'] =>
  view.canApply && stateOf(view) === 'checked' && view.rows.total > view.rows.setAside ? { action: importHref(view.id, 'apply'), key, text: `Apply ${counted(view.rows.applied + view.rows.corrected, 'row')}` } : null;

const HEADINGS: Readonly<Record<Result['state'], (view: ImportView) => string>> = { running: (view) => (view.check ? 'checking' : 'applying'), failed: () => 'not finished', checked: () => 'checked', applied: () => 'result', nothing: () => 'result' };

const stateOf = (view: ImportView): Result['state'] => {
  if (view.status !== 'done') return view.status;
  if (view.nothingChanged || (view.rows.total > 0 && view.rows.applied + view.rows.corrected === 0)) return 'nothing';
  return view.check ? 'checked' : 'applied';
};

const messageOf = (view: ImportView, state: Result['state']): string => {
  const { rows } = view;
  const aside = asideWords(rows.setAside);
  switch (state) {
    case 'running': return progressOf(view).sentence;
    case 'failed': return view.failure ?? 'The files were not read to the end. Send them again; rows that are in already will be unchanged.';
    case 'nothing': return rows.setAside === 0 ? 'Already imported, nothing changed.' : `Already imported, nothing changed; ${aside}.`;
    case 'checked': return `${counted(rows.total, 'row')} checked, nothing has changed yet. ${whole(rows.applied + rows.corrected)} would change the records, ${aside}.`;
    case 'applied': return `${counted(rows.total, 'row')} checked. ${whole(rows.total - rows.setAside)} ${rows.total - rows.setAside === 1 ? 'is' : 'are'} in the records now, ${aside}.`;
  }
};

const asideWords = (count: number): string => (count === 0 ? 'none is set aside' : `${whole(count)} ${count === 1 ? 'is' : 'are'} set aside for you to mend`);

const PHASES = { reading: 'Reading the files', checking: 'Checking', applying: 'Applying', ended: 'Ended' } as const;

/** How far a running import is, in a sentence and as a share; said at each tenth. */
export const progressOf = ({ status, phase, progress: { done, total } }: Pick<ImportView, 'status' | 'phase' | 'progress'>): Progress => ({
  share: total === 0 ? null : Math.floor((10 * done) / total) / 10, ended: status !== 'running',
  sentence: total === 0 ? `${PHASES[phase]}.` : `${PHASES[phase]}: ${whole(done)} of ${counted(total, 'child', 'children')}, ${String(Math.floor((10 * done) / total) * 10)}%.`,
});

const fileRow = (file: ImportFileResult, id: string): FileRow => ({
  module: file.module === null ? 'Not recognised' : moduleWords(file.module), name: file.name, counts: [file.rows, file.applied, file.unchanged, file.corrected].map(whole), setAside: whole(file.setAside),
  asideHref: file.setAside > 0 && file.module !== null ? setAsideHref(id, file.module) : null, findings: whole(file.findings), refused: file.refused?.sentence ?? null,
  otherColumns: file.otherColumns.length === 0 ? null : `Columns that are not part of it were left out: ${file.otherColumns.join(', ')}`,
});

const totalsOf = ({ files, rows, findings }: ImportView): Result['totals'] => ({
  label: files.length === 1 ? 'The file' : `All ${String(files.length)} files`, counts: [rows.total, rows.applied, rows.unchanged, rows.corrected].map(whole), setAside: whole(rows.setAside), findings: whole(findings),
});

/** `episodes_2026.csv, row 2,018: Kind of home “FC”`. */
export const firstWords = ({ file, row, column, written }: FirstOfThem): string => {
  const where = `${file}, row ${whole(row)}`;
  if (column === null) return where;
  return `${where}: ${column} ${written === null || written === '' ? 'empty' : `“${written}”`}`;
};

const asideOf = ({ view, reasons }: ResultFacts): Result['aside'] =>
  view.rows.setAside === 0 ? null : {
    count: view.rows.setAside, downloadHref: setAsideHref(view.id), downloadText: `Download the ${counted(view.rows.setAside, 'row')} (CSV)`, newHref: NEW_IMPORT,
    table: table('Rows set aside, by reason, most first', ['Reason', num('Rows'), screenOnly('First of them'), 'How to mend it'], reasons.map(({ reason, columns, rows, first, mend }) => [{ text: reason, sub: columns.join(', ') }, whole(rows), firstWords(first), mend])),
  };

const findingsOf = ({ view, rules }: ResultFacts): Result['findings'] =>
  view.findings === 0 ? null : {
    count: view.findings,
    table: table('Findings by DfE rule, most first', ['Rule', 'What it says', num('Rows'), num('Children'), screenOnly('First of them')], rules.map(({ rule, message, module, rows, children, first }) => [
      ruleName(rule), message, { text: whole(rows), href: findingsHref(view.id, rule), hidden: `rows that break rule ${rule}` }, whole(children), { text: firstWords(first), sub: moduleWords(module) },
    ])),
  };

const correctedOf = ({ view, corrections }: ResultFacts): Result['corrected'] =>
  view.rows.corrected === 0 ? null : {
    count: view.rows.corrected, allHref: corrections.total > CORRECTIONS_SHOWN ? correctionsHref(view.id) : null,
    table: correctionsTable(`Facts corrected, ${corrections.total > CORRECTIONS_SHOWN ? `first ${String(CORRECTIONS_SHOWN)} of ${whole(corrections.total)}` : 'all of them'}`, corrections.items.slice(0, CORRECTIONS_SHOWN)),
  };

/** Earlier facts that a file changed, with both values. */
export const correctionsTable = (caption: string, corrections: readonly Correction[]): Table =>
  table(caption, ['Child', 'What', 'Was', 'Is now', 'First said in'], corrections.map(({ child, module, column, on, was, now, statedIn }) => [
    { text: displayName(child), href: childHref(child.id), ...(child.name === null ? {} : { sub: child.reference }) }, { text: columnWords(column), sub: [moduleWords(module), ...(on === null ? [] : [longDate(on)])].join(', ') },
    cellWords(column, was), cellWords(column, now), `Return of ${collectionYears(statedIn)}`,
  ]));
