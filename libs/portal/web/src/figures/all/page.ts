import type { CatalogueEntry } from '../../api/regional-hub.js';
import type { View } from '../../frame/view.js';
import { sentence, whole } from '../../words/numbers.js';
import { indicatorHref, scorecardHref } from '../addresses.js';
import { areaWords } from '../figure-words.js';

export type AllIndicators = Readonly<{
  lede: string; waiting: readonly Readonly<{ id: string; heading: string; about: string | null; titles: readonly string[] }>[]; counted: readonly Readonly<{ id: string; title: string; links: readonly Readonly<{ text: string; href: string }>[] }>[];
}>;

/** Every indicator of the catalogue: first what is not here yet, by what it waits for, then what is counted. */
export const allIndicatorsPage = (entries: readonly CatalogueEntry[]): View<AllIndicators> => {
  const held = entries.filter((entry) => entry.held);
  return {
    template: 'figures/all/page.njk', title: 'All indicators', section: 'region', crumbs: [{ text: 'Scorecard', href: scorecardHref() }],
    page: { lede: `${whole(held.length)} of ${whole(entries.length)} indicators are counted here. No figure stands in for the others.`, waiting: waitingOf(entries), counted: countedOf(held) },
  };
};

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Most first: what would bring most figures stands on top. */
const waitingOf = (entries: readonly CatalogueEntry[]): AllIndicators['waiting'] =>
  distinct(entries.flatMap(({ waitsFor }) => waitsFor ?? []))
    .map((reason, at) => {
      const [what = '', about] = reason.split(': ');
      return { id: `waits-${String(at)}`, heading: `Waits for ${what}`, about: about === undefined ? null : `${sentence(about)}.`, titles: entries.filter(({ waitsFor }) => waitsFor === reason).map(({ title }) => title) };
    })
    .sort((a, b) => b.titles.length - a.titles.length);

const countedOf = (held: readonly CatalogueEntry[]): AllIndicators['counted'] =>
  distinct(held.map(({ area }) => area)).map((area) => ({ id: `counted-${area}`, title: areaWords(area), links: held.filter((entry) => entry.area === area).map(({ id, title }) => ({ text: title, href: indicatorHref(id) })) }));
