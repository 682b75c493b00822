import type { Instant } from '@permanence/kernel/values';
import type { EmergencyOffer, EmergencyUse } from '../../api/emergency.js';
import type { Problem } from '../../api/problem.js';
import { MY_ALERTS } from '../../alerts/addresses.js';
import { CHILDREN, childHref } from '../../children/addresses.js';
import type { FormError, View } from '../../frame/view.js';
import { fullDate } from '../../words/dates.js';
import { EMERGENCY, emergencyHref } from '../addresses.js';
import { minutesLeft, minutesWords, reviewWords, whenWords } from '../use-words.js';

export type EmergencyForm = Readonly<{ reference: string; reason: string }>;
export type EmergencyPage = Readonly<{
  heading: string; action: string; key: string; form: EmergencyForm; asksReference: boolean; sentences: readonly string[]; ask: string; reviewBy: string | null;
  fieldErrors: Readonly<Record<string, string>>; code: string | null; problem: Problem | null; backHref: string; myAlertsHref: string;
  before: readonly Readonly<{ reference: string; href: string | null; words: string }>[];
}>;

export type EmergencyPageFacts = Readonly<{ offer: EmergencyOffer | null; before: readonly EmergencyUse[]; now: Instant; key: string; form?: EmergencyForm; problem?: Problem }>;

const FIELDS: readonly string[] = ['reference', 'reason'];
const NOTHING_TYPED: EmergencyForm = { reference: '', reason: '' };

/** Stop and think: what will happen, whom to ring first, and why. With an offer it is about one record; without one the reference is asked for, and nothing is said about any. */
export const emergencyPage = ({ offer, before, now, key, form = NOTHING_TYPED, problem }: EmergencyPageFacts): View<EmergencyPage> => {
  const { atFields, code } = refusedAt(problem);
  return {
    template: 'emergency/open/page.njk', title: 'Emergency access', section: 'children', crumbs: [{ text: 'Children', href: CHILDREN }], ...(problem === undefined ? {} : { status: 422 }),
    errors: atFields.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      ...(offer === null ? OF_A_REFERENCE : aboutRecord(offer)), key, form, fieldErrors: Object.fromEntries(atFields.map(({ field, sentence }) => [field, sentence])), code, problem: atFields.length > 0 ? null : (problem ?? null),
      backHref: CHILDREN, myAlertsHref: MY_ALERTS, before: before.map((use) => beforeOf(use, now)),
    },
  };
};

/** What is wrong at a field, and the code of the rule that says so. */
const refusedAt = (problem: Problem | undefined): Readonly<{ atFields: NonNullable<Problem['errors']>; code: string | null }> => {
  const atFields = (problem?.errors ?? []).filter(({ field }) => FIELDS.includes(field));
  return { atFields, code: atFields.length > 0 && problem?.rule !== undefined ? problem.code : null };
};

type About = Pick<EmergencyPage, 'heading' | 'action' | 'asksReference' | 'sentences' | 'ask' | 'reviewBy'>;

const ONLY_IF = 'Open it only if a child may come to harm while you wait.';

const OF_A_REFERENCE: About = {
  heading: 'Open a record in an emergency', action: EMERGENCY, asksReference: true, ask: 'Ask the team that holds the record.', reviewBy: null,
  sentences: [`If you know a child's reference, you can open the record even though it is not one of yours. ${ONLY_IF}`],
};

const aboutRecord = ({ child, ask, team, reviewDueOn }: EmergencyOffer): About => ({
  heading: 'Open a restricted record in an emergency', action: emergencyHref(child.id), asksReference: false, ask, reviewBy: fullDate(reviewDueOn),
  sentences: [`Record ${child.reference} is restricted. ${team === null ? 'You' : `The ${team} team holds it, and you`} are not one of the people named to see it. ${ONLY_IF}`],
});

const beforeOf = (use: EmergencyUse, now: Instant): EmergencyPage['before'][number] => ({
  reference: use.child.reference, href: use.running ? childHref(use.child.id) : null,
  words: use.running ? `Open now, ${minutesWords(minutesLeft(use.until, now))} left.` : `${whenWords(use)}. ${reviewWords(use)}`,
});
