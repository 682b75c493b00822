import type { LocalDate, Month } from '@permanence/kernel/values';
import type { PackLine } from '../../api/packs.js';
import type { Problem } from '../../api/problem.js';
import type { IndicatorFigure } from '../../api/regional-hub.js';
import { commentaryHref, packHref, scorecardHref } from '../../figures/addresses.js';
import type { View } from '../../frame/view.js';
import { fullDate, monthYear } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';
import { backToPacks } from '../list/page.js';

export type FreezePage = Readonly<{ heading: string; action: string; key: string; due: string; asked: Readonly<{ text: string; figures: readonly Readonly<{ text: string; href: string }>[] }> | null; cannot: string | null; problem: Problem | null; backHref: string; restatementsHref: string }>;
export type FreezeFacts = Readonly<{ authority: string; month: Month; place: string; today: LocalDate; line: PackLine | undefined; asked: readonly Pick<IndicatorFigure, 'id' | 'title'>[]; key: string; problem?: Problem }>;

/** What will happen when a month is frozen, before it is. */
export const freezePage = ({ authority, month, place, line, asked, key, problem }: FreezeFacts): View<FreezePage> => ({
  template: 'packs/freeze/page.njk', title: `Freeze the pack of ${monthYear(month)}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(month)}`, href: scorecardHref({ month }) }, backToPacks(authority)],
  page: {
    heading: `Freeze the pack of ${monthYear(month)}, ${place}`, action: packHref({ authority, month }, 'freeze'), key, problem: problem ?? null, backHref: backToPacks(authority).href, restatementsHref: packHref({ authority, month }, 'restatements'),
    due: line === undefined ? '' : `It is due on ${fullDate(line.dueOn)}${line.late && line.status === 'open' ? ' and is late' : ''}.`,
    asked: asked.length === 0 ? null : {
      text: `${counted(asked.length, 'figure')} moved by more than a tenth, and nothing is said of ${asked.length === 1 ? 'it' : 'them'} yet. You can freeze the pack without.`,
      figures: asked.map(({ id, title }) => ({ text: title, href: commentaryHref(id, { authority, month }) })),
    },
    cannot: line === undefined ? 'This month is not over yet, or nothing is held of it. Freeze its pack once it is.' : line.status === 'frozen' ? 'The pack of this month is frozen and does not change.' : null,
  },
});
