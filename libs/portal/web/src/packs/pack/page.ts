import { dayInEngland } from '@permanence/kernel/values';
import type { Me } from '../../api/locality-hub.js';
import type { Pack, PackIndicator, PlaceFigure } from '../../api/packs.js';
import type { Horizon } from '../../api/regional-hub.js';
import { indicatorHref, packFileHref, packHref, scorecardHref } from '../../figures/addresses.js';
import { amountWords, areaWords, figureWords, gapWords, periodWords, shortOf, shortWords } from '../../figures/figure-words.js';
import { type Cell, type Table, num, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { dateAndTime, fullDate, monthYear } from '../../words/dates.js';
import { listed } from '../../words/numbers.js';
import { backToPacks } from '../list/page.js';
import { placeHeading, placeName } from '../words.js';

export type PackPage = Readonly<{
  frozenSentence: string; dueSentence: string; hash: string; notIntact: boolean; isPublic: boolean; lacks: string | null;
  contents: readonly Readonly<{ id: string; title: string }>[]; areas: readonly Readonly<{ id: string; title: string; table: Table }>[];
  said: readonly Readonly<{ title: string; words: string; by: string }>[]; restated: Table | null;
  csvHref: string; pdfHref: string; otherHref: string | null; restatementsHref: string | null;
}>;
export type PackFacts = Readonly<{ me: Me; horizons: readonly Horizon[]; pack: Pack }>;

/** A frozen pack, in the version that the person may see. */
export const packPage = ({ me, horizons, pack }: PackFacts): View<PackPage> => {
  const isPublic = pack.version === 'public';
  const { authority, month } = pack;
  const whose = placeName(horizons, authority);
  const areas = [...new Set(pack.indicators.map(({ area }) => area))].map((area) => ({ id: area, title: areaWords(area), table: tableOf(pack, horizons, area) }));
  const lacks = [...new Set(pack.indicators.flatMap((each) => each.lacks))].map((code) => placeName(horizons, code));
  const mayChoose = me.capabilities['kpi:read'] === 'region' || me.authority.code === authority;
  return {
    template: 'packs/pack/page.njk', title: `Pack of ${monthYear(month)}, ${whose}${isPublic ? ': public version' : ''}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(month)}`, href: scorecardHref({ month }) }, backToPacks(authority)], print: { landscape: true },
    page: {
      isPublic, hash: pack.hash, notIntact: !pack.intact, areas, contents: areas.map(({ id, title }) => ({ id, title })),
      frozenSentence: `Frozen on ${dateAndTime(pack.frozenAt)} by ${pack.frozenBy}, as known at that moment.`, dueSentence: `It was due on ${fullDate(pack.dueOn)}${pack.late ? ' and is late' : ''}.`,
      lacks: lacks.length === 0 ? null : `Some figures of the region lack ${listed(lacks)}, who do not hold what they need.`,
      said: pack.indicators.flatMap(({ title, commentary }) => (commentary === null ? [] : [{ title, words: `${commentary.trend} ${commentary.reason} ${commentary.action}`, by: `${commentary.by}, ${fullDate(dayInEngland(commentary.at))}` }])),
      restated: pack.restated.length === 0 ? null : restatedTable(pack), csvHref: packFileHref(pack, 'figures.csv', pack.version), pdfHref: packFileHref(pack, 'pack.pdf', pack.version),
      otherHref: isPublic ? (mayChoose ? packHref(pack) : null) : packHref(pack, 'public'), restatementsHref: isPublic ? null : packHref(pack, 'restatements'),
    },
  };
};

const tableOf = ({ indicators, places, month, authority }: Pack, horizons: readonly Horizon[], area: string): Table =>
  table(`${areaWords(area)}, ${monthYear(month)}`, ['Indicator', ...places.map((place) => num(placeHeading(horizons, place)))], indicators.filter((each) => each.area === area).map((each) => [
    { text: each.title, href: indicatorHref(each.id, { authority, month }), sub: periodWords(each.period, month) }, ...each.figures.map((figure) => cellOf(figure, each)),
  ]));

const cellOf = (figure: PlaceFigure, { measure, polarity }: Pick<PackIndicator, 'measure' | 'polarity'>): Cell => {
  const text = figureWords(figure, measure);
  const short = shortWords({ short: shortOf(figure, polarity), measure, polarity });
  const few = figure.denominator !== null && figure.denominator < 10 && figure.numerator !== null ? `${String(figure.numerator)} of ${String(figure.denominator)}` : null;
  const sub = [short === null ? null : `${short} of ${amountWords(figure.target ?? 0, measure)}`.replace('over of', 'over'), few, gapWords(figure.status)].filter((part) => part !== null).join(', ');
  return { text, ...(short === null ? {} : { late: true }), ...(sub === '' ? {} : { sub, ...(short === null ? {} : { subLate: true }) }) };
};

const restatedTable = ({ restated, indicators }: Pack): Table =>
  table('What had changed since the pack before', ['Figure', 'Month', num('Then'), num('Now'), num('Cases added'), num('Cases removed')], restated.map(({ indicator, month, former, restated: now, added, removed }) => {
    const found = indicators.find(({ id }) => id === indicator);
    const words = (counts: typeof former): string => (found?.measure === 'count' ? String(counts.numerator) : `${String(counts.numerator)} of ${String(counts.denominator)}`);
    return [found?.title ?? indicator, monthYear(month), words(former), words(now), String(added), String(removed)];
  }));
