import type { Instant } from '@permanence/kernel/values';
import { isRunning } from '@permanence/locality-hub/domain';
import type { EmergencyAccessDto } from './emergency.dto.js';
import { type EmergencyLine, useOf } from './emergency.store.js';

/** A use as people may see it now. */
export const accessOf = (line: EmergencyLine, now: Instant): EmergencyAccessDto => {
  const { review, ...access } = useOf(line);
  return {
    id: line.id, child: { id: line.childId, reference: line.reference }, who: line.personName, role: line.personRole, reason: line.reason, openedAt: line.openedAt, until: line.endedAt ?? line.expiresAt,
    running: isRunning(access, now), reviewDueOn: line.reviewDueOn, review: review === null ? null : { by: review.by.name, at: review.at, finding: review.finding, note: review.note },
  };
};
