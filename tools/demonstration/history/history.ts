import type { KnownChild, RecordedFact } from '@permanence/locality-hub/service';
import { educationOf } from './education.js';
import { healthOf } from './health.js';
import { leaversOf } from './leavers.js';
import { movesOf } from './moves.js';
import { type Past, type PastSetting, pastOf } from './past.js';
import { plansOf } from './plans.js';
import { type Happened, recorded } from './recording.js';
import { officersOf, traitsOf } from './traits.js';
import { visitsOf } from './visits.js';

/** Of what was before the record is kept here, the last of each of these counts; the rest stays where it was written. */
const LAST_COUNTS: ReadonlySet<string> = new Set(['statutory-visit-recorded', 'health-assessment-completed', 'dental-check-completed', 'sdq-scored', 'pep-reviewed', 'education-status-changed', 'pathway-plan-reviewed']);

const takenOver = (all: readonly Happened[], { keptFrom }: PastSetting): Happened[] => {
  const last = new Map<string, string>();
  for (const { fact } of all) if (fact.effectiveOn < keptFrom && fact.effectiveOn > (last.get(fact.type) ?? '')) last.set(fact.type, fact.effectiveOn);
  return all.filter(({ fact }) => fact.effectiveOn >= keptFrom || !LAST_COUNTS.has(fact.type) || last.get(fact.type) === fact.effectiveOn);
};

const everything = (past: Past): Happened[] =>
  [traitsOf, officersOf, visitsOf, movesOf, healthOf, educationOf, leaversOf].flatMap((part) => part(past)).filter(({ fact }) => fact.effectiveOn < past.setting.today && (past.born === undefined || fact.effectiveOn >= past.born));

/**
 * What a council recorded of a child beside its files, as it came into the record over the years: the same for the same seed, child and day.
 * It agrees with the files, since it is told from their facts.
 */
export const historyOf = (setting: PastSetting) => (child: KnownChild): readonly RecordedFact[] => {
  const past = pastOf(child, setting);
  return [...takenOver(everything(past), setting).flatMap((happened) => recorded(happened, past)), ...plansOf(past)];
};
