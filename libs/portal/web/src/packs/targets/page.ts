import type { LocalDate } from '@permanence/kernel/values';
import type { Me } from '../../api/locality-hub.js';
import type { Target } from '../../api/packs.js';
import type { Problem } from '../../api/problem.js';
import type { Horizon, IndicatorFigure } from '../../api/regional-hub.js';
import { TARGETS, scorecardHref } from '../../figures/addresses.js';
import { amountWords } from '../../figures/figure-words.js';
import type { FormError, View } from '../../frame/view.js';
import { longDate } from '../../words/dates.js';
import { placeHeading } from '../words.js';

type Option = Readonly<{ value: string; text: string; selected?: boolean; checked?: boolean }>;
export type TargetForm = Readonly<{ indicator: string; authorities: readonly string[]; value: string; from: string; to: string; reference: string }>;
export type TargetRow = Readonly<{ title: string; place: string; value: string; holds: string; reference: string; end: Readonly<{ action: string; key: string; label: string; name: string }> | null }>;
export type TargetsPage = Readonly<{
  rows: readonly TargetRow[]; form: (TargetForm & Readonly<{ action: string; key: string; indicators: readonly Option[]; places: readonly Option[]; errors: Readonly<Record<string, string>> }>) | null; problem: Problem | null;
}>;
export type TargetsFacts = Readonly<{ me: Me; horizons: readonly Horizon[]; targets: readonly Target[]; figures: readonly IndicatorFigure[]; today: LocalDate; newKey: () => string; form?: TargetForm; problem?: Problem }>;

const EMPTY: TargetForm = { indicator: '', authorities: [], value: '', from: '', to: '', reference: '' };

/** What boards have set; whoever enters it has the form below. */
export const targetsPage = (facts: TargetsFacts): View<TargetsPage> => {
  const { me, horizons, targets, today, newKey, problem } = facts;
  const may = me.capabilities['target:set'] !== undefined;
  const wrong = (problem?.errors ?? []).filter(({ field }) => field in EMPTY);
  return {
    template: 'packs/targets/page.njk', title: 'Targets', section: 'region', crumbs: [{ text: 'Scorecard', href: scorecardHref() }], errors: wrong.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      problem: wrong.length > 0 ? null : (problem ?? null), form: may ? formOf(facts, newKey(), Object.fromEntries(wrong.map(({ field, sentence }) => [field, sentence]))) : null,
      rows: targets.map((target, at) => ({
        title: target.title, place: placeHeading(horizons, target.authority), value: amountWords(target.value, target.measure), reference: target.reference, holds: `from ${longDate(target.from)}${target.to === null ? '' : ` to ${longDate(target.to)}`}`,
        end: may && (target.to === null || target.to > today) ? { action: `${TARGETS}/${target.id}/end`, key: newKey(), name: `to-${String(at)}`, label: `Last day of ${target.title}, ${placeHeading(horizons, target.authority)}` } : null,
      })),
    },
  };
};

const formOf = ({ horizons, figures, form = EMPTY }: TargetsFacts, key: string, errors: Readonly<Record<string, string>>): NonNullable<TargetsPage['form']> => ({
  ...form, action: TARGETS, key, errors,
  indicators: [{ value: '', text: 'Choose a figure' }, ...figures.filter(({ polarity }) => polarity !== 'context').map(({ id, title }) => ({ value: id, text: title, selected: id === form.indicator }))],
  places: horizons.map(({ authority }) => ({ value: authority, text: placeHeading(horizons, authority), checked: form.authorities.includes(authority) })),
});
