import type { Account } from './accounts.js';

/** One council, or the region, with those who may be chosen at sign-in. */
export type PeopleOfPlace = Readonly<{ authority: string; place: string; people: readonly Person[] }>;

export type Person = Readonly<{ id: string; name: string; role: string; title: string; asks: string }>;

const PLACES: readonly (readonly [authority: string, place: string])[] = [
  ['E10000028', 'Staffordshire County Council'],
  ['E06000021', 'Stoke-on-Trent City Council'],
  ['E06000051', 'Shropshire Council'],
  ['E06000020', 'Telford & Wrekin Council'],
  ['region', 'The region'],
];

/** In the order of the page: what the job is called, and the question that its first page answers. */
const JOBS: Readonly<Record<string, Readonly<{ title: string; asks: string }>>> = {
  'locality-social-worker': { title: 'Social worker', asks: 'Which of my children is late for something, and what do I owe today?' },
  'team-manager': { title: 'Team manager', asks: "Which of my team's dates break this week, and which child has no worker?" },
  'performance-officer': { title: 'Performance officer', asks: 'Which figure moved, and what is wrong in the data?' },
  'data-protection-officer': { title: 'Data protection officer', asks: 'Who looked, on what ground, and who must answer for it?' },
  'qa-auditor': { title: 'Quality assurance auditor', asks: 'Who opened which record, and was there a reason?' },
  'reviewing-officer': { title: 'Independent reviewing officer', asks: 'Which child has no agreed plan, and what was decided and not done?' },
  'information-owner': { title: 'Information owner', asks: 'What leaves this council, for what, and who signed for it?' },
  'elected-member': { title: 'Elected member', asks: 'Better or worse than last month and than the others?' },
  'regional-head-of-operations': { title: 'Regional Head of Operations', asks: 'How is the region, and what must I do about it this week?' },
  'slt-member': { title: 'Senior leadership team', asks: 'How are the four councils doing, and which of them needs help?' },
  'management-board-member': { title: 'Management Board member', asks: 'Better or worse than last month, and what must we decide?' },
};

/** Everybody who can sign in, by council and job. */
export const peopleByPlace = (accounts: readonly Account[]): readonly PeopleOfPlace[] =>
  PLACES.map(([authority, place]) => ({ authority, place, people: Object.keys(JOBS).flatMap((role) => peopleIn(accounts, authority, role)) }))
    .filter(({ people }) => people.length > 0);

const peopleIn = (accounts: readonly Account[], authority: string, role: string): readonly Person[] =>
  accounts
    .filter((account) => account.enabled && account.roles.includes(role) && account.attributes['authority']?.[0] === authority)
    .map(({ id, name }) => ({ id, name, role, title: JOBS[role]?.title ?? role, asks: JOBS[role]?.asks ?? '' }));
