import type { Instant, LocalDate, Month } from '@permanence/kernel/values';
import type { ImportSummary } from '../../api/locality-hub.js';
import type { PackLine } from '../../api/packs.js';
import { CHILDREN } from '../../children/addresses.js';
import { commentaryListHref, packHref, scorecardHref } from '../../figures/addresses.js';
import type { Table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { longDate, monthYear, timeOfDay } from '../../words/dates.js';
import { dueSentence } from '../../words/due.js';
import type { Horizon } from '../../api/regional-hub.js';
import { counted, whole } from '../../words/numbers.js';
import type { Heard } from '../waiting/heard.js';
import { HOME, WORK } from '../addresses.js';
import { IMPORTS, NEW_IMPORT } from '../../imports/addresses.js';
import { historyTable } from '../../imports/history/page.js';

export type DataWork = Readonly<{ table: Table; empty: boolean; setAside: string | null; held: string; newHref: string; historyHref: string; figuresHref: string; childrenHref: string; workHref: string; monthEnd: MonthEnd | null; late: string | null; againHref: string }>;

/** What is to be done with the newest month that is over: comments that are asked for, and the pack until it is frozen. */
export type MonthEnd = Readonly<{ heading: string; asked: Readonly<{ text: string; href: string }> | null; pack: Readonly<{ text: string; href: string; due: string; late: boolean }> | null }>;
export type MonthEndFacts = Readonly<{ authority: string; month: Month; today: LocalDate; now: Instant; found: Heard<Readonly<{ asked: number; pack: PackLine | undefined }>> }>;

const SHOWN = 5;

/** A performance officer's first page: what was loaded, what waits to be mended, what the figures stand on. */
export const dataWorkPage = (imports: readonly ImportSummary[], own: Horizon | undefined, month?: MonthEndFacts): View<DataWork> => {
  const last = imports.find(({ status, check }) => status === 'done' && !check);
  return {
    template: 'my-work/imports/page.njk', title: 'My work', section: 'my-work', crumbs: [],
    page: {
      table: historyTable(imports.slice(0, SHOWN)), empty: imports.length === 0, newHref: NEW_IMPORT, historyHref: IMPORTS, figuresHref: scorecardHref(), childrenHref: CHILDREN, workHref: WORK, againHref: HOME, monthEnd: monthEndOf(month), late: month?.found.late === true ? `The figures of ${monthYear(month.month)} could not be loaded at ${timeOfDay(month.now)}. Everything else is here.` : null,
      setAside: last === undefined || last.rows.setAside === 0 ? null : `${whole(last.rows.setAside)} rows of the last load are set aside and wait to be mended.`,
      held: own === undefined || own.firstMonth === null || own.completeTo === null ? 'No figures are held of your council yet.' : `Your council's figures run from ${monthYear(own.firstMonth)} to ${longDate(own.completeTo)}.`,
    },
  };
};

const monthEndOf = (facts: MonthEndFacts | undefined): MonthEnd | null => {
  if (facts === undefined || facts.found.late) return null;
  const { authority, month, today, found: { value: { asked, pack } } } = facts;
  const open = pack?.status === 'open' ? pack : undefined;
  if (asked === 0 && open === undefined) return null;
  return {
    heading: `Month end, ${monthYear(month)}`,
    asked: asked === 0 ? null : { text: `Say why ${counted(asked, 'figure')} moved by more than a tenth`, href: commentaryListHref({ month }) },
    pack: open === undefined ? null : { text: 'Freeze the pack', href: packHref({ authority, month }, 'freeze'), due: dueSentence(open.dueOn, today), late: open.late },
  };
};
