import type { LocalDate, TenantId } from '@permanence/kernel/values';
import type { Me } from '../../api/locality-hub.js';
import type { TrackerDetails, TrackerRow, TrackerWay } from '../../api/tracker.js';
import { type Moment, inLong } from '../../frame/moment.js';
import type { View } from '../../frame/view.js';
import { askHref } from '../../sharing/addresses.js';
import { TRACKER, rowHref } from '../addresses.js';
import { type Open, rowOf } from '../rows.js';
import { groupWords, homeWords, sexWords, siblingWords } from '../words.js';

export type Fact = Readonly<{ what: string; words: string }>;
export type Step = Readonly<{ what: string; on: Moment }>;
export type RowModel = Readonly<{ reference: string; council: string; row: Open; facts: readonly Fact[]; steps: readonly Step[]; recordHref: string; askHref: string | null; ownCouncil: boolean }>;

const STEPS: readonly (readonly [keyof TrackerWay, string])[] = [
  ['enteredOn', 'Came into care'], ['planAgreedOn', 'Plan agreed'], ['shouldBePlacedOn', 'Should be placed for adoption'], ['placementOrderOn', 'Placement order'], ['familyFindingOn', 'Family finding began'], ['matchedOn', 'Matched'],
  ['placedOn', 'Placed'], ['achievedOn', 'Permanence reached'],
];

/** One child of the region by reference, as far as the sharing agreement goes. */
export const trackerRowPage = (tracked: TrackerRow & Readonly<{ details: TrackerDetails }>, me: Me, today: LocalDate): View<RowModel> => {
  const { reference, authority, details } = tracked;
  const ownCouncil = me.authority.code === authority.code;
  return {
    template: 'tracker/row/page.njk', title: reference, section: 'region', crumbs: [{ text: 'Tracker', href: TRACKER }],
    page: {
      reference, council: authority.name, row: rowOf(tracked, today) as Open, facts: factsOf(details), steps: stepsOf(details.way), recordHref: rowHref(reference, 'record'), ownCouncil,
      askHref: me.capabilities['profile:request'] === undefined || ownCouncil || (me.authority.code as TenantId | 'region') === 'region' ? null : askHref(reference),
    },
  };
};

const factsOf = ({ sex, ethnicGroup, siblings, placement, insideRegion }: TrackerDetails): readonly Fact[] => [
  { what: 'Boy or girl', words: sexWords(sex) }, { what: 'Ethnic group', words: groupWords(ethnicGroup) }, { what: 'Brothers and sisters', words: siblingWords(siblings) },
  { what: 'Lives with', words: [homeWords(placement), insideRegion === null ? null : insideRegion ? 'inside the region' : 'outside the region'].filter((part) => part !== null).join(', ') },
];

const stepsOf = (way: TrackerWay): readonly Step[] => STEPS.flatMap(([name, what]) => {
  const on = way[name];
  return on === null ? [] : [{ what, on: inLong(on) }];
});
