import type { ImportFileDto, ImportSummaryDto, ImportViewDto } from './imports.dto.js';
import type { ImportFileRow, ImportRow } from './import.js';

const STATUS = { reading: 'running', checking: 'running', applying: 'running', done: 'done', failed: 'failed' } as const;

const sum = (files: readonly ImportFileRow[], name: 'rows' | 'applied' | 'unchanged' | 'corrected' | 'setAside' | 'findings'): number => files.reduce((total, file) => total + file[name], 0);

/** An import in a line of the history. */
export const summaryOf = (row: ImportRow, files: readonly ImportFileRow[]): ImportSummaryDto => {
  const rows = { total: sum(files, 'rows'), applied: sum(files, 'applied'), unchanged: sum(files, 'unchanged'), corrected: sum(files, 'corrected'), setAside: sum(files, 'setAside') };
  return {
    id: row.id, status: STATUS[row.phase], check: row.checkOnly, year: row.year ?? 0, asAt: row.asAt, authority: row.tenantId, startedAt: row.startedAt, startedBy: row.startedByName, endedAt: row.endedAt,
    rows, findings: sum(files, 'findings'), nothingChanged: row.phase === 'done' && !row.checkOnly && rows.applied + rows.corrected === 0,
  };
};

const fileView = ({ name, module, rows, applied, unchanged, corrected, setAside, findings, refusedCode, refusedSentence, otherColumns }: ImportFileRow): ImportFileDto => ({
  name, module, rows, applied, unchanged, corrected, setAside, findings, otherColumns: [...otherColumns],
  refused: refusedCode === null ? null : { code: refusedCode, sentence: refusedSentence ?? '' },
});

/** An import with its files and how far it is. */
export const viewOf = (row: ImportRow, files: readonly ImportFileRow[]): ImportViewDto => ({
  ...summaryOf(row, files),
  phase: row.phase === 'done' || row.phase === 'failed' ? 'ended' : row.phase,
  progress: { done: row.done, total: row.toDo },
  files: files.map(fileView),
  canApply: row.phase === 'done' && row.checkOnly,
  failure: row.failure,
});
