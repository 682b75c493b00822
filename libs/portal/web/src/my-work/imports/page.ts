import type { ImportSummary } from '../../api/locality-hub.js';
import { CHILDREN } from '../../children/addresses.js';
import { scorecardHref } from '../../figures/addresses.js';
import type { Table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { longDate, monthYear } from '../../words/dates.js';
import type { Horizon } from '../../api/regional-hub.js';
import { whole } from '../../words/numbers.js';
import { WORK } from '../addresses.js';
import { IMPORTS, NEW_IMPORT } from '../../imports/addresses.js';
import { historyTable } from '../../imports/history/page.js';

export type DataWork = Readonly<{ table: Table; empty: boolean; setAside: string | null; held: string; newHref: string; historyHref: string; figuresHref: string; childrenHref: string; workHref: string }>;

const SHOWN = 5;

/** A performance officer's first page: what was loaded, what waits to be mended, what the figures stand on. */
export const dataWorkPage = (imports: readonly ImportSummary[], own: Horizon | undefined): View<DataWork> => {
  const last = imports.find(({ status, check }) => status === 'done' && !check);
  return {
    template: 'my-work/imports/page.njk', title: 'My work', section: 'my-work', crumbs: [],
    page: {
      table: historyTable(imports.slice(0, SHOWN)), empty: imports.length === 0, newHref: NEW_IMPORT, historyHref: IMPORTS, figuresHref: scorecardHref(), childrenHref: CHILDREN, workHref: WORK,
      setAside: last === undefined || last.rows.setAside === 0 ? null : `${whole(last.rows.setAside)} rows of the last load are set aside and wait to be mended.`,
      held: own === undefined || own.firstMonth === null || own.completeTo === null ? 'No figures are held of your council yet.' : `Your council's figures run from ${monthYear(own.firstMonth)} to ${longDate(own.completeTo)}.`,
    },
  };
};
