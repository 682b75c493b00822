import type { LocalDate } from '@permanence/kernel/values';
import type { EmergencyFinding, EmergencyUse } from '../../api/emergency.js';
import type { Problem } from '../../api/problem.js';
import { ALERTS } from '../../alerts/addresses.js';
import type { FormError, View } from '../../frame/view.js';
import { dueSentence } from '../../words/due.js';
import { roleWords } from '../../words/names.js';
import { reviewHref } from '../addresses.js';
import { reviewWords, whenWords } from '../use-words.js';

export type ReviewForm = Readonly<{ finding: string; note: string }>;
export type ReviewPage = Readonly<{
  facts: readonly Readonly<{ label: string; words: string }>[]; action: string; key: string; form: ReviewForm; findings: readonly Readonly<{ value: string; text: string; checked: boolean }>[];
  done: boolean; fieldErrors: Readonly<Record<string, string>>; problem: Problem | null; backHref: string;
}>;

const CHOICES: Readonly<Record<EmergencyFinding, string>> = { justified: 'Yes, it was justified', 'not-justified': 'No, it was not justified' };

const NO_FINDING: FormError = { text: 'Say whether it was justified.', href: '#finding' };

const NOTHING_TYPED: ReviewForm = { finding: '', note: '' };

export type ReviewFacts = Readonly<{ use: EmergencyUse; today: LocalDate; key: string; form?: ReviewForm; problem?: Problem | 'no-finding' }>;

/** The data protection officer looks at one use of emergency access and says what they find: once. */
export const reviewPage = ({ use, today, key, form = NOTHING_TYPED, problem }: ReviewFacts): View<ReviewPage> => {
  const errors = errorsOf(problem);
  return {
    template: 'emergency/review/page.njk', title: `Review of emergency access, ${use.child.reference}`, section: 'my-work', crumbs: [{ text: 'Alerts', href: ALERTS }], ...(problem === undefined ? {} : { status: 422 }), errors,
    page: {
      facts: factsOf(use, today), action: reviewHref(use.id), key, form, done: use.review !== null, backHref: ALERTS, findings: Object.entries(CHOICES).map(([value, text]) => ({ value, text, checked: form.finding === value })),
      fieldErrors: Object.fromEntries(errors.map(({ href, text }) => [href.slice(1), text])), problem: errors.length > 0 || problem === undefined || problem === 'no-finding' ? null : problem,
    },
  };
};

/** What can be mended at a field. */
const errorsOf = (problem: ReviewFacts['problem']): readonly FormError[] => {
  if (problem === 'no-finding') return [NO_FINDING];
  return (problem?.errors ?? []).filter(({ field }) => field === 'note').map(({ field, sentence }) => ({ text: sentence, href: `#${field}` }));
};

const factsOf = (use: EmergencyUse, today: LocalDate): ReviewPage['facts'] => [
  { label: 'Who', words: `${use.who}, ${roleWords(use.role)}` },
  { label: 'Record', words: use.child.reference },
  { label: 'When', words: `${whenWords(use)}${use.running ? ', open now' : ''}` },
  { label: 'Reason given', words: use.reason },
  use.review === null ? { label: 'Review', words: dueSentence(use.reviewDueOn, today) } : { label: 'Review', words: `${reviewWords(use)} By ${use.review.by}.` },
  ...(use.review === null || use.review.note === '' ? [] : [{ label: 'Note', words: use.review.note }]),
];
