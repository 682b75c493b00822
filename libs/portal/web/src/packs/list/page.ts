import { REGION, dayInEngland } from '@permanence/kernel/values';
import type { Me } from '../../api/locality-hub.js';
import type { PackLine } from '../../api/packs.js';
import type { Horizon } from '../../api/regional-hub.js';
import { scorecardHref, packHref, packsHref, PACKS } from '../../figures/addresses.js';
import { inFull } from '../../frame/moment.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { monthYear } from '../../words/dates.js';
import { mayFor, placeHeading, placeName } from '../words.js';

type Choice = Readonly<{ value: string; text: string; selected: boolean }>;
export type PacksPage = Readonly<{ action: string; places: readonly Choice[]; table: Table; nothing: string | null; mayFreeze: boolean }>;
export type PacksFacts = Readonly<{ me: Me; horizons: readonly Horizon[]; authority: string; packs: readonly PackLine[] }>;

/** A place's months: which are frozen, and which are due. */
export const packsPage = ({ me, horizons, authority, packs }: PacksFacts): View<PacksPage> => {
  const mayFreeze = mayFor(me, 'pack:freeze', authority);
  return {
    template: 'packs/list/page.njk', title: `Packs: ${placeName(horizons, authority)}`, section: 'region', crumbs: [{ text: 'Scorecard', href: scorecardHref() }],
    page: {
      action: PACKS, mayFreeze, nothing: packs.length === 0 ? 'No month is held yet. A month can be frozen once its files are loaded and it is over.' : null,
      places: horizons.map((each) => ({ value: each.authority, text: placeHeading(horizons, each.authority), selected: each.authority === authority })),
      table: table('Months, newest first', ['Month', 'Pack', 'Due', 'Frozen by'], packs.map((line) => rowOf(authority, line, mayFreeze)), false),
    },
  };
};

const rowOf = (authority: string, { month, status, dueOn, late, frozenAt, frozenBy }: PackLine, mayFreeze: boolean): readonly (Cell | string)[] => {
  const of = { authority, month };
  const state: Cell = frozenAt !== null ? { text: 'Frozen', sub: inFull(dayInEngland(frozenAt)).words } : mayFreeze ? { text: 'Freeze it', href: packHref(of, 'freeze'), hidden: monthYear(month) } : { text: 'Open' };
  return [status === 'frozen' ? { text: monthYear(month), href: packHref(of) } : { text: monthYear(month) }, state, dayCell(inFull(dueOn), late ? { sub: status === 'frozen' ? 'frozen late' : 'late', subLate: true } : undefined), frozenBy ?? ''];
};

/** The place that a list of packs is of: the one asked for, else the person's own. */
export const placeAsked = (asked: string | undefined, horizons: readonly Horizon[], me: Me): Horizon['authority'] =>
  horizons.find(({ authority }) => authority === (asked ?? me.authority.code))?.authority ?? REGION;

/** The list of a place's packs. */
export const backToPacks = (authority: string): Readonly<{ text: string; href: string }> => ({ text: 'Packs', href: packsHref({ authority }) });
