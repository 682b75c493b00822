import type { View } from '../../frame/view.js';

/** Somebody of the demonstration whom one may sign in as; the account's name is the issuer's. */
export type DemonstrationPerson = Readonly<{ username: string; name: string; role: string; roleWords: string; place: string }>;
export type SignIn = Readonly<{
  demonstration: boolean; after: string; children: string | null;
  groups: readonly Readonly<{ id: string; place: string; people: readonly Readonly<{ username: string; name: string; role: string; asks: string; hidden: string }>[] }>[];
}>;

/** The question that each role's first screen answers (portal.md 1). */
const QUESTIONS: Readonly<Record<string, string>> = {
  'locality-social-worker': 'Which of my children is late for something, and what do I owe today?', 'team-manager': 'Which of my team\'s dates break this week, and which child has no worker?', 'performance-officer': 'Which figure moved, and what is wrong in the data?',
  'elected-member': 'Better or worse than last month and than the others?', 'data-protection-officer': 'Who looked, on what ground, and who must answer for it?', 'qa-auditor': 'Does each figure lead back to the records it came from?',
  'regional-head-of-operations': 'How is the region, and what must I do about it this week?', 'slt-member': 'How does my council stand beside the others?', 'management-board-member': 'Better or worse than last month, and what must we decide?',
};

/** Where everybody begins. In the demonstration the people stand here, each with the question that the first screen answers; else one button leads to the issuer. */
export const signInPage = (people: readonly DemonstrationPerson[], after: string, children: string | null): View<SignIn> => {
  const places = [...new Set(people.map(({ place }) => place))];
  return {
    template: 'session/sign-in/page.njk', title: people.length > 0 ? 'Choose who you are' : 'Sign in', section: null, crumbs: [],
    page: {
      demonstration: people.length > 0, after, children,
      groups: places.map((place, at) => ({
        id: `g${String(at + 1)}`, place,
        people: people.filter((person) => person.place === place).map(({ username, name, role, roleWords }) => ({ username, name, role: roleWords, asks: QUESTIONS[role] ?? '', hidden: `, ${name}, ${place}` })),
      })),
    },
  };
};
