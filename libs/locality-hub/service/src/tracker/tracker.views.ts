import { type LocalDate, type Uuid, ageOn, daysBetween } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { nameOf, restrictedRow, workerName } from '../children/child.views.js';
import type { RestrictedRowDto } from '../children/children.dto.js';
import { openingOf } from '../children/visibility.js';
import type { HarderReason, TrackerNextDto, TrackerPlanDto, TrackerRowDto, TrackerState } from './tracker.dto.js';
import type { TrackedLine, TrackerWanted } from './tracker.store.js';

const DAYS_A_WEEK = 7;

/** A child in the tracker as somebody may see it; of one whose record stays shut to them, that it is there and whom to ask. */
export const trackedRow = (line: TrackedLine, who: Who, today: LocalDate): TrackerRowDto | RestrictedRowDto => {
  const opening = openingOf(who, line);
  if (opening.kind === 'ask') return restrictedRow(line, opening.ask);
  const { id, reference, councilCode, birthDate, inCareSince, inCareSinceKnown, workerId, workerForename, workerSurname, team, steps, reviews } = line;
  const next = nextOf(line, who, today);
  return {
    kind: 'child', id, reference, councilCode, name: nameOf(line), age: birthDate === null ? null : ageOn(birthDate, today), inCareSince, inCareSinceKnown,
    weeks: inCareSince === null ? null : Math.floor(daysBetween(inCareSince, today) / DAYS_A_WEEK), worker: workerId === null ? null : { id: workerId, name: workerName(workerForename ?? '', workerSurname ?? '') }, team,
    plan: planOf(line, today), steps: steps ?? [], next, late: (next?.daysLate ?? 0) > 0, harder: harderOf(line), stuckOn: line.stuckOn, reviews,
  };
};

const planOf = ({ status, primaryRoute, parallels, agreedOn, planDueOn, missingAtSecondReview }: TrackedLine, today: LocalDate): TrackerPlanDto => ({
  status: status ?? 'none', primary: primaryRoute, parallels: parallels ?? [], agreedOn, dueOn: planDueOn, overdue: planDueOn !== null && planDueOn < today, missingAtSecondReview: missingAtSecondReview ?? false,
});

const nextOf = ({ nextCode, nextDueOn, ownerId, ownerName, blocker }: TrackedLine, { capabilities }: Who, today: LocalDate): TrackerNextDto | null =>
  nextCode === null || nextDueOn === null
    ? null
    : {
        code: nextCode, dueOn: nextDueOn, daysLate: Math.max(0, daysBetween(nextDueOn, today)), owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
        blocked: blocker !== null, blocker: capabilities.has('record:read-free-text') ? blocker : null,
      };

const harderOf = ({ isOfHarderAge, harder }: TrackedLine): HarderReason[] => [...(isOfHarderAge ? ['age-5-plus' as const] : []), ...(harder ?? [])];

const yes = (value: 'true' | undefined): true | undefined => (value === undefined ? undefined : true);

/** What is wanted, as the address says it. */
export const wantedOf = ({ sort, team, worker, route, next, settled, noPlan, noParallel, late, harder }: TrackerState, q: string | undefined, more: Readonly<{ today: LocalDate; cursor?: Uuid; limit: number }>): TrackerWanted => ({
  ...more, sort: sort ?? 'next-due', q: q?.trim(), team, worker, route, next, settled: settled === undefined ? undefined : settled === 'yes', noPlan: yes(noPlan), noParallel: yes(noParallel), late: yes(late), harder: yes(harder),
});
