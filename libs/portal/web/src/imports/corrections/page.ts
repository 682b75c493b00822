import type { Correction, ImportView } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import type { Table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { collectionYears } from '../../words/dates.js';
import { IMPORTS, correctionsHref, importHref } from '../addresses.js';
import { correctionsTable } from '../result/page.js';

export type Corrections = Readonly<{ count: number; table: Table; paging: Paging }>;
export const CORRECTIONS_SIZE = 50;

/** Every earlier fact that one load changed. */
export const correctionsPage = (view: ImportView, corrections: CountedPage<Correction>, trail: Trail): View<Corrections> => ({
  template: 'imports/corrections/page.njk', title: 'Facts corrected', section: 'my-work',
  crumbs: [{ text: 'My work', href: '/' }, { text: 'Files loaded', href: IMPORTS }, { text: `Return of ${collectionYears(view.year)}`, href: importHref(view.id) }],
  page: { count: corrections.total, table: correctionsTable('Facts corrected', corrections.items), paging: pagingOf(corrections, CORRECTIONS_SIZE, trail, correctionsHref(view.id), {}) },
});
