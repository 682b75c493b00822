import type { LocalDate } from '@permanence/kernel/values';
import type { ClockRule, Work, WorkGroupName, WorkKind } from '../../api/locality-hub.js';
import type { View } from '../../frame/view.js';
import { HOME, workGroupHref } from '../addresses.js';
import { GROUP_TITLES, KIND_WORDS, type WorkRow, workRow } from '../due/rows.js';

export type WorkOfGroup = Readonly<{ heading: string; count: number; kind: string | null; caption: string; rows: readonly WorkRow[]; nextHref: string | null; firstHref: string | null }>;

type Facts = Readonly<{ today: LocalDate; work: Work; clocks: readonly ClockRule[]; group: WorkGroupName; kind?: WorkKind | undefined; first: boolean }>;

/** All that is due in one of the three groups, page by page. */
export const workGroupPage = (facts: Facts): View<WorkOfGroup> => {
  const { title, order } = GROUP_TITLES[facts.group];
  const [group] = facts.work.groups;
  const rows = (group?.items ?? []).map((item) => workRow(item, facts));
  return {
    template: 'my-work/group/page.njk', title, section: 'my-work', crumbs: [{ text: 'My work', href: HOME }],
    page: {
      heading: title, count: group?.total ?? 0, kind: facts.kind === undefined ? null : KIND_WORDS[facts.kind], caption: `${title}, ${order}`, rows,
      nextHref: group === undefined || group.next === null ? null : workGroupHref(facts.group, { kind: facts.kind, cursor: group.next }), firstHref: facts.first ? null : workGroupHref(facts.group, { kind: facts.kind }),
    },
  };
};
