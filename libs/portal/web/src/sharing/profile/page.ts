import type { Grant, SharedChild, SharedProfile } from '../../api/sharing.js';
import type { View } from '../../frame/view.js';
import { HOME, type ProblemPage } from '../../problems/problem/page.js';
import { fullDate, longDate } from '../../words/dates.js';
import { counted, listed } from '../../words/numbers.js';
import { routeWords } from '../../words/permanence.js';
import { GRANTS, askHref, grantHref } from '../addresses.js';
import { fieldWords, grantState } from '../words.js';

type Words = Readonly<Record<string, string>>;
export type ProfilePage = Readonly<{ reference: string; banner: string; number: string; facts: readonly Readonly<{ key: Readonly<{ text: string }>; value: Readonly<{ text: string }> }>[]; grantHref: string }>;

const NOT_RECORDED = 'Not recorded';
const GROUPS: Words = { white: 'White', mixed: 'Mixed', asian: 'Asian', black: 'Black', other: 'Another group' };
const HOMES: Words = { 'own-carer': "The council's own foster carers", 'agency-carer': 'Foster carers of an agency or another council', relative: 'Relatives or friends', adopters: 'Adopters', parents: 'Own parents', home: "A children's home", other: 'Another kind of home' };
const SEXES: Words = { M: 'Boy', F: 'Girl' };
const SCHOOL: Words = { enrolled: 'Has a place', 'awaiting-place': 'Waits for a place', excluded: 'Excluded', 'home-educated': 'Taught at home' };
const DISABILITIES: Words = {
  NONE: 'No disability', MOB: 'Mobility', HAND: 'Hand function', PC: 'Personal care', INC: 'Continence', COMM: 'Communication', LD: 'Learning', HEAR: 'Hearing', VIS: 'Vision', BEH: 'Behaviour', CON: 'Consciousness', AUT: 'Autism', DDA: 'Another disability',
};
const REASONS: Words = {
  'sibling-group': 'To live with brothers or sisters', 'complex-health': 'Complex health', 'high-contact': 'Much contact with family', 'uncertain-diagnosis': 'No sure diagnosis', 'previous-disruption': 'A home broke down before', teenager: 'A teenager who needs a foster home',
};

const say = (words: Words, code: string | null | undefined): string => (code === null || code === undefined ? NOT_RECORDED : (words[code] ?? 'Another kind'));

const needsWords = (needs: SharedProfile['needs']): string => {
  const all = [...(needs?.disabilities ?? []).map((code) => say(DISABILITIES, code)), ...(needs?.reasons ?? []).map((code) => say(REASONS, code))];
  return all.length === 0 ? NOT_RECORDED : all.join(', ');
};

const dated = (what: string, on: string | null | undefined): readonly string[] => (on === null || on === undefined ? [] : [`${what} ${longDate(on as never)}`]);
const orNot = (parts: readonly string[]): string => (parts.length === 0 ? NOT_RECORDED : parts.join(', '));

const WRITTEN: { readonly [F in keyof SharedProfile]-?: (profile: SharedProfile) => string } = {
  firstName: ({ firstName }) => firstName ?? NOT_RECORDED,
  age: ({ age }) => (age === null || age === undefined ? NOT_RECORDED : age === 0 ? 'Under 1' : String(age)),
  sex: ({ sex }) => say(SEXES, sex),
  ethnicGroup: ({ ethnicGroup }) => say(GROUPS, ethnicGroup),
  siblings: ({ siblings = 0 }) => (siblings === 0 ? 'None known' : counted(siblings, 'brother or sister', 'brothers or sisters')),
  placement: ({ placement }) => say(HOMES, placement),
  needs: ({ needs }) => needsWords(needs),
  plan: ({ plan }) => (plan === null || plan === undefined ? 'No plan is agreed' : orNot([routeWords(plan.primary), ...(plan.parallels.length === 0 ? [] : [`beside it ${listed(plan.parallels.map((route) => routeWords(route).toLowerCase()))}`]), ...dated('agreed', plan.agreedOn)])),
  education: ({ education }) => orNot([...(education?.status == null ? [] : [say(SCHOOL, education.status)]), ...dated('education plan looked at', education?.planReviewedOn)]),
  health: ({ health }) => orNot([...dated('Health assessment', health?.assessedOn), ...dated('dentist', health?.dentistOn)]),
};

/** The profile of another council's child, under the words of who shares it and until when. The child's name stands in the page, never in its title. */
export const profilePage = ({ reference, number, authorityName, sharedUntil, profile }: SharedChild, grantId: string): View<ProfilePage> => ({
  template: 'sharing/profile/page.njk', title: `Profile of ${reference}`, section: 'region', crumbs: [{ text: 'Profiles shared', href: GRANTS }],
  page: {
    reference, number, banner: `Shared by ${authorityName} until ${fullDate(sharedUntil)}`, grantHref: grantHref(grantId),
    facts: (Object.keys(WRITTEN) as (keyof SharedProfile)[]).filter((field) => field in profile).map((field) => ({ key: { text: fieldWords(`locality-hub.profile.${field}`) }, value: { text: WRITTEN[field](profile) } })),
  },
});

/** Nothing is shared with this person now: why, and how to ask. */
export const notSharedPage = (reference: string, last: Grant | undefined): View<ProblemPage> => ({
  template: 'problems/problem/page.njk', title: `Profile of ${reference}`, section: 'region', crumbs: [{ text: 'Profiles shared', href: GRANTS }], status: 403,
  page: {
    heading: 'This profile is not shared with you', code: null,
    sentences: [last === undefined ? "You have not asked for it. A team manager of the child's own council decides." : sentenceOf(last)],
    links: last?.state === 'requested' ? [{ text: 'Look at what you asked', href: grantHref(last.id) }, HOME] : [{ text: last === undefined ? 'Ask for it' : 'Ask again', href: askHref(reference) }, HOME],
  },
});

const sentenceOf = (last: Grant): string =>
  last.state === 'requested' ? `You asked for it on ${fullDate(last.askedOn)}. ${last.childsCouncilName} has not answered yet.` : `${grantState(last)}. If you still need it, ask ${last.childsCouncilName} again.`;
