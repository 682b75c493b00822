import { type Month, dayInEngland } from '@permanence/kernel/values';
import type { ChildRow, Me } from '../../api/locality-hub.js';
import type { CaseRef, Restatement } from '../../api/packs.js';
import type { Problem } from '../../api/problem.js';
import { childHref } from '../../children/addresses.js';
import { packHref, scorecardHref } from '../../figures/addresses.js';
import { differenceWords, figureWords } from '../../figures/figure-words.js';
import type { FormError, View } from '../../frame/view.js';
import { fullDate, monthYear } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';
import { displayName } from '../../words/names.js';
import { backToPacks } from '../list/page.js';
import { mayFor } from '../words.js';

type Case = Readonly<{ text: string; href: string | null }>;
export type RestatedFigure = Readonly<{
  id: string; title: string; sentence: string; added: string | null; addedCases: readonly Case[]; removed: string | null; removedCases: readonly Case[]; asks: boolean; reason: string | null; key: string | null; typed: string; error: string | null;
}>;
export type RestatementsPage = Readonly<{ heading: string; items: readonly RestatedFigure[]; action: string; packHref: string; onlyNumbers: boolean; problem: Problem | null }>;
export type RestatementsFacts = Readonly<{
  me: Me; authority: string; place: string; month: Month; items: readonly Restatement[]; children: readonly ChildRow[]; newKey: () => string; sent?: Readonly<{ indicator: string; reason: string; problem: Problem }>;
}>;

/** What of a frozen pack is another now: the former figure, the figure as known now, the cases added and removed, and why. */
export const restatementsPage = (facts: RestatementsFacts): View<RestatementsPage> => {
  const { me, authority, place, month, items, sent } = facts;
  const may = mayFor(me, 'commentary:write', authority);
  const wrong = sent?.problem.errors?.find(({ field }) => field === 'reason')?.sentence ?? null;
  const errors: readonly FormError[] = sent === undefined || wrong === null ? [] : [{ text: wrong, href: `#reason-${sent.indicator}` }];
  return {
    template: 'packs/restatements/page.njk', title: `Changed since the pack of ${monthYear(month)}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(month)}`, href: scorecardHref({ month }) }, backToPacks(authority), { text: monthYear(month), href: packHref({ authority, month }) }], errors,
    page: {
      heading: `What has changed since the pack of ${monthYear(month)} was frozen, ${place}`, action: packHref({ authority, month }, 'restatements'), packHref: packHref({ authority, month }), problem: sent !== undefined && wrong === null ? sent.problem : null,
      onlyNumbers: items.some(({ addedCases }) => addedCases === null), items: items.map((item) => restatedFigure(item, facts, may, wrong)),
    },
  };
};

const restatedFigure = (item: Restatement, { children, newKey, sent }: RestatementsFacts, may: boolean, wrong: string | null): RestatedFigure => {
  const own = sent?.indicator === item.indicator ? sent : undefined;
  return {
    id: item.indicator, title: item.title, sentence: sentenceOf(item), added: countOf(item.added, 'added'), removed: countOf(item.removed, 'removed'),
    addedCases: casesOf(item.addedCases, children), removedCases: casesOf(item.removedCases, children), asks: item.asksForReason && item.reason === null,
    reason: item.reason === null ? null : `${item.reason.by}, ${fullDate(dayInEngland(item.reason.at))}: “${item.reason.reason}”`, key: may ? newKey() : null, typed: own?.reason ?? '', error: own === undefined ? null : wrong,
  };
};

const countOf = (count: number, what: 'added' | 'removed'): string | null => (count === 0 ? null : `${counted(count, 'case')} ${what}`);

const sentenceOf = ({ former, restated, measure }: Restatement): string => {
  const [was, is] = [figureWords(former, measure), figureWords(restated, measure)];
  if (was === is) return `Frozen at ${was}, and still ${is}, of other cases.`;
  const by = former.value === null || restated.value === null ? '' : ` (${differenceWords(restated.value, former.value, measure)})`;
  return `Frozen at ${was}. As known now: ${is}${by}.`;
};

/** By name where this person may see it, by reference else. */
const casesOf = (cases: readonly CaseRef[] | null, children: readonly ChildRow[]): readonly Case[] =>
  (cases ?? []).map(({ childId }) => {
    const child = children.find(({ id }) => id === childId);
    if (child?.kind === 'restricted') return { text: `Restricted record, ${child.reference}`, href: null };
    return child === undefined ? { text: 'A child who is not on your list', href: null } : { text: `${displayName(child)}, ${child.reference}`, href: childHref(child.id) };
  });
