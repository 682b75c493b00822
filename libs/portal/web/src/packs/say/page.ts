import type { Month } from '@permanence/kernel/values';
import type { Commentary, Said } from '../../api/packs.js';
import type { Problem } from '../../api/problem.js';
import type { IndicatorFigure } from '../../api/regional-hub.js';
import { commentaryHref, commentaryListHref, packHref, scorecardHref } from '../../figures/addresses.js';
import { figureWords } from '../../figures/figure-words.js';
import type { FormError, View } from '../../frame/view.js';
import { dateAndTime, monthYear } from '../../words/dates.js';

type Field = Readonly<{ name: keyof Said; label: string; hint: string; value: string; error: string | null }>;
export type SayPage = Readonly<{
  heading: string; lede: string; action: string; key: string; fields: readonly Field[]; earlier: readonly Readonly<{ by: string; words: string }>[]; problem: Problem | null; restatementsHref: string; backHref: string;
}>;
export type SayFacts = Readonly<{ figure: IndicatorFigure; place: string; month: Month; versions: readonly Commentary[]; key: string; form?: Said; problem?: Problem }>;

const FIELDS: readonly (readonly [keyof Said, string, string])[] = [
  ['trend', 'Where is it going?', 'One sentence. Name no child.'], ['reason', 'Why?', 'What lies behind it, as far as you know.'], ['action', 'What is being done?', 'Who does what, and by when.'],
];

/** The same may be wrong with all three: each says which it is. */
const errorOf = (label: string, sentence: string | undefined): string | null => (sentence === undefined ? null : `${label} ${sentence}`);

/** What somebody says of one figure: trend, reason, action. What was said before stays. */
export const sayPage = ({ figure, place, month, versions, key, form, problem }: SayFacts): View<SayPage> => {
  const [latest] = versions;
  const said = form ?? latest ?? { trend: '', reason: '', action: '' };
  const wrong = new Map((problem?.errors ?? []).map(({ field, sentence }) => [field, sentence]));
  const fields = FIELDS.map(([name, label, hint]): Field => ({ name, label, hint, value: said[name], error: errorOf(label, wrong.get(name)) }));
  const errors = fields.flatMap(({ name, error }): FormError[] => (error === null ? [] : [{ text: error, href: `#${name}` }]));
  const of = { authority: figure.authority, month };
  return {
    template: 'packs/say/page.njk', title: `Comment: ${figure.title}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(month)}`, href: scorecardHref({ month }) }, { text: 'Comments', href: commentaryListHref({ month }) }], errors,
    page: {
      heading: figure.title, lede: `${monthYear(month)}, ${place}: ${figureWords(figure, figure.measure)}.`, action: commentaryHref(figure.id, of), key, fields, problem: errors.length > 0 ? null : (problem ?? null),
      earlier: versions.map(({ by, at, trend, reason, action, version }) => ({ by: `${by}, ${dateAndTime(at)}, version ${String(version)}`, words: `${trend} ${reason} ${action}` })), restatementsHref: packHref(of, 'restatements'), backHref: commentaryListHref({ month }),
    },
  };
};
