import type { ClockDefinition, ClockLength } from './clock-definition.js';
import { HEALTH_AND_EDUCATION_CLOCKS } from './health-and-education.clocks.js';
import { LEAVING_CARE_CLOCKS } from './leaving-care.clocks.js';
import { PLACEMENT_AND_SAFETY_CLOCKS } from './placement-and-safety.clocks.js';
import { REVIEW_CLOCKS } from './review.clocks.js';
import { VISIT_CLOCKS } from './visit.clocks.js';

const ALL = [...VISIT_CLOCKS, ...REVIEW_CLOCKS, ...HEALTH_AND_EDUCATION_CLOCKS, ...PLACEMENT_AND_SAFETY_CLOCKS, ...LEAVING_CARE_CLOCKS] as const;

/** The number of a clock in locality-hub.md, section 4. */
export type ClockId = (typeof ALL)[number]['id'];

/** Every clock, in the order of its number. */
export const CLOCKS: readonly (ClockDefinition & { id: ClockId })[] = [...ALL].sort((a, b) => (a.id < b.id ? -1 : 1));

const byId = new Map<ClockId, ClockDefinition>(CLOCKS.map((clock) => [clock.id, clock]));

/** The definition of a clock. */
export const clockOf = (id: ClockId): ClockDefinition => {
  const found = byId.get(id);
  if (!found) throw new TypeError(`no clock ${id} in the catalogue`);
  return found;
};

/**
 * One case of a clock: its usual one, or the one that `part` names.
 * @throws TypeError when the clock has no such case
 */
export const lengthOf = (id: ClockId, part?: string): ClockLength => {
  const { lengths } = clockOf(id);
  const found = part === undefined ? lengths[0] : lengths.find((length) => length.part === part);
  if (!found) throw new TypeError(`clock ${id} has no case ${String(part)}`);
  return found;
};
