import { Instant, LocalDate, type TenantId } from '@permanence/kernel/values';
import type { ImportView } from '../api/locality-hub.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { trailOf } from '../frame/paging.js';
import { correctionsPage } from './corrections/page.js';
import { importFindingsPage } from './findings/page.js';
import { historyPage } from './history/page.js';
import { type ResultFacts, resultPage } from './result/page.js';
import { uploadPage } from './upload/page.js';

const officer = personAs('performance-officer', 'E10000028', 'Tamsin Iqbal');
const file = { name: 'episodes_2026.csv', module: 'Episodes', rows: 3297, refused: null, otherColumns: ['PL_LA'], applied: 1481, unchanged: 1758, corrected: 47, setAside: 11, findings: 96 };
const view: ImportView = {
  id: uuid(9), status: 'done', check: false, year: 2026, asAt: null, authority: 'E10000028' as TenantId, startedAt: Instant('2026-11-24T09:12:00Z'), startedBy: 'Tamsin Iqbal', endedAt: Instant('2026-11-24T09:13:00Z'),
  rows: { total: 3297, applied: 1481, unchanged: 1758, corrected: 47, setAside: 11 }, findings: 96, nothingChanged: false, phase: 'ended', progress: { done: 3297, total: 3297 }, canApply: false, failure: null,
  files: [file, { ...file, name: 'rev<b>.csv', module: null, rows: 0, refused: { code: 'FILE_NOT_RECOGNISED', sentence: 'The nearest is Reviews; it lacks the column REVIEW_CODE.' }, otherColumns: [], applied: 0, unchanged: 0, corrected: 0, setAside: 0, findings: 0 }],
};
const correction = { child: { id: uuid(7), reference: 'CH-4M9T-6R', name: { forename: 'Kayden', surname: 'Ashmoor' } }, module: 'Episodes', column: 'LS', on: LocalDate('2025-01-06'), was: 'C1', now: 'C2', statedIn: 2025 };
const facts = (more: Partial<ResultFacts> = {}): ResultFacts => ({
  me: officer, view, key: 'k', corrections: { items: [correction], next: null, total: 47 },
  reasons: [{ code: 'UNKNOWN_CODE', reason: 'The code is in no year\'s list', mend: 'Use a code of the return, such as U6', columns: ['PLACE'], rows: 11, first: { file: 'episodes_2026.csv', row: 2018, column: 'PLACE', written: 'FC' } }],
  rules: [{ rule: '142', message: 'A new episode has started, but the previous episode has not ended', module: 'Episodes', rows: 12, children: 12, first: { file: 'episodes_2026.csv', row: 1204, column: 'DEC', written: '' } }], ...more,
});
const checked = (more: Partial<ImportView>): string => rendered(resultPage(facts({ view: { ...view, ...more } })), officer);

describe('the result of an import', () => {
  const html = rendered(resultPage(facts()), officer);

  it('is one sentence and one table that adds up in every line', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('3,297 rows checked. 3,286 are in the records now, 11 are set aside for you to mend.');
    expect(wordsOf(html)).toContain('Episodes episodes_2026.csv Columns that are not part of it were left out: PL_LA 3,297 1,481 1,758 47 11 rows of Episodes set aside, as CSV 96');
    expect(wordsOf(html)).toContain('All 2 files 3,297 1,481 1,758 47 11 96');
  });

  it('says of a file that was not recognised what it lacks, its name as text', () => {
    expect(wordsOf(html)).toContain('One file was not read; the others went on.');
    expect(html).toContain('rev&lt;b&gt;.csv');
    expect(wordsOf(html)).toContain('The nearest is Reviews; it lacks the column REVIEW_CODE.');
  });

  it('tells reason, first example and how to mend what is set aside, with a download', () => {
    expect(wordsOf(html)).toContain("The code is in no year's list PLACE 11 episodes_2026.csv, row 2,018: PLACE “FC” Use a code of the return, such as U6");
    expect(html).toContain(`/imports/${uuid(9)}/set-aside"`);
    expect(html).toContain(`/imports/${uuid(9)}/set-aside?module=Episodes"`);
  });

  it('tells findings by rule in the words of the DfE, apart from the outcomes', () => {
    expect(wordsOf(html)).toContain('142 A new episode has started, but the previous episode has not ended 12 rows that break rule 142 12 episodes_2026.csv, row 1,204: DEC empty Episodes');
  });

  it('tells corrected facts with both values in words', () => {
    expect(wordsOf(html)).toContain('Kayden Ashmoor CH-4M9T-6R Legal status Episodes, 6 January 2025 Interim care order Care order Return of 2024 to 2025');
    expect(wordsOf(html)).toContain('Show all 47');
  });

  it('of the same files again is that nothing changed', () => {
    const again = checked({ nothingChanged: true, rows: { total: 3297, applied: 0, unchanged: 3286, corrected: 0, setAside: 11 } });
    expect(faultsOf(again)).toEqual([]);
    expect(wordsOf(again)).toContain('Already imported, nothing changed; 11 are set aside for you to mend.');
    const checkedAgain = checked({ check: true, canApply: true, rows: { total: 3297, applied: 0, unchanged: 3297, corrected: 0, setAside: 0 } });
    expect(wordsOf(checkedAgain)).toContain('Already imported, nothing changed.');
    expect(checkedAgain).not.toContain('/apply"');
  });

  it('of a check alone says that nothing has changed yet, and offers to apply it', () => {
    const html2 = checked({ check: true, canApply: true });
    expect(faultsOf(html2)).toEqual([]);
    expect(wordsOf(html2)).toContain('3,297 rows checked, nothing has changed yet. 1,528 would change the records, 11 are set aside for you to mend.');
    expect(wordsOf(html2)).toContain('Apply 1,528 rows');
    expect(html2).toContain(`action="/imports/${uuid(9)}/apply"`);
  });

  it('that is still to come shows how far it is, may be left, and can be asked for without script', () => {
    const running = checked({ status: 'running', check: true, phase: 'checking', progress: { done: 1700, total: 3297 }, endedAt: null });
    expect(faultsOf(running)).toEqual([]);
    expect(wordsOf(running)).toContain('Checking: 1,700 of 3,297 children, 50%.');
    expect(wordsOf(running)).toContain('You can leave this page and come back; the work goes on. Check again');
    expect(running).toContain(`data-progress="/imports/${uuid(9)}/progress"`);
  });

  it('that failed says what to do', () => {
    const failed = checked({ status: 'failed', failure: 'The service stopped while it read row 17. Send the files again.' });
    expect(faultsOf(failed)).toEqual([]);
    expect(wordsOf(failed)).toContain('Send the files again.');
  });
});

describe('loading files', () => {
  it('asks for the collection, the day and the files, and offers samples', () => {
    const html = rendered(uploadPage({ me: officer, today: LocalDate('2026-11-24'), keys: ['a', 'b'], samples: ['episodes.csv'] }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('<option value="2026" selected>2025 to 2026</option>');
    expect(wordsOf(html)).toContain('2026 to 2027, in progress');
    expect(html).toContain('href="/imports/samples/episodes.csv"');
    expect(html.indexOf('name="_csrf"')).toBeLessThan(html.indexOf('name="files"'));
  });

  it('keeps year and day and shows at the field what is wrong', () => {
    const problem = { type: '', title: '', status: 422, code: 'NO_FILES', detail: 'x', errors: [{ field: 'files', sentence: 'Choose at least one file.' }] };
    const html = rendered(uploadPage({ me: officer, today: LocalDate('2026-11-24'), keys: ['a', 'b'], samples: [], form: { year: '2027', asAt: '31/10/2026' }, problem }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('value="31/10/2026"');
    expect(html).toContain('href="#files"');
  });
});

describe('files loaded', () => {
  it('lists each load with what came of it', () => {
    const html = rendered(historyPage({ items: [view, { ...view, id: uuid(10), status: 'running', check: true }, { ...view, id: uuid(11), check: true }], next: 'n' }, true), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Tue 24 Nov 2026, 9:12am return of 2025 to 2026 2025 to 2026 Applied 3,297 11 96 Tamsin Iqbal');
    expect(wordsOf(html)).toContain('Checked, not applied');
    expect(wordsOf(html)).toContain('Older loads');
  });
  it('is there before the first', () => expect(faultsOf(rendered(historyPage({ items: [], next: null }, true), officer))).toEqual([]));
});

describe('long lists of a load', () => {
  it('rows that break a rule', () => {
    const html = rendered(importFindingsPage(view, '142', { items: [{ rule: '142', module: 'Episodes', file: 'e.csv', row: 1204, column: 'DEC', sentence: 'A new episode has started' }], next: 'n' }, true), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Episodes e.csv 1,204 DEC A new episode has started');
  });
  it('facts corrected', () => expect(faultsOf(rendered(correctionsPage(view, { items: [correction], next: 'n', total: 60 }, trailOf({})), officer))).toEqual([]));
});
