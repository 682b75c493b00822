import type { LocalDate } from '@permanence/kernel/values';
import type { ChildFinding, ChildHeader, WithdrawalCommand } from '../../api/locality-hub.js';
import type { Problem } from '../../api/problem.js';
import type { View } from '../../frame/view.js';
import { moduleWords } from '../../words/codes.js';
import { collectionYears } from '../../words/dates.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Withdrawal = Readonly<{ action: string; key: string; row: Omit<WithdrawalCommand, 'reason'>; rowWords: string; sentence: string; reason: string; fieldError: string | null; problem: Problem | null; backHref: string }>;

/** Taking out of the record a row that its council states no more, with a reason; the chronology keeps that it was there. */
export const withdrawalPage = (facts: Readonly<{ child: ChildHeader; finding: ChildFinding; row: Omit<WithdrawalCommand, 'reason'>; today: LocalDate; key: string; reason?: string; problem?: Problem }>): View<RecordFrame & Withdrawal> => {
  const { child, row, problem } = facts;
  const named = (problem?.errors ?? []).find(({ field }) => field === 'reason');
  const view = recordView('withdrawal', 'Withdraw a row', child, facts.today, {
    action: childHref(child.id, 'withdrawal'), key: facts.key, row, rowWords: `${moduleWords(row.module)}, return of ${collectionYears(row.year)}`, sentence: facts.finding.sentence, reason: facts.reason ?? '',
    fieldError: named?.sentence ?? null, problem: named === undefined ? (problem ?? null) : null, backHref: childHref(child.id, 'findings'),
  });
  return { ...view, errors: named === undefined ? [] : [{ text: named.sentence, href: '#reason' }] };
};
