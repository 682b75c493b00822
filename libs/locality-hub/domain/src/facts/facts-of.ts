import { type LocalDate, type Uuid, collectionWindow } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import { adoptionFacts } from './adoption-facts.js';
import { asylumOf, characteristicsOf, childFacts, siblingGroupIds } from './child-facts.js';
import type { ChildRecord } from './child-records.js';
import { postcodeKey } from './context.js';
import type { FactsContext, Subject } from './context.js';
import { datedFacts } from './dated-facts.js';
import type { Fact } from './fact.js';
import { periodFacts } from './period-facts.js';
import { placementFacts } from './placement-facts.js';
import { previousPermanence } from './previous-permanence.js';
import { reviewFacts } from './review-facts.js';
import { heldOf } from './stated.js';
import { timelineOf } from './timeline.js';
import { yearlyFacts } from './yearly-facts.js';

/** All facts of one record, in the order in which they happened. None for a record that no row bears out any more. The same rows give the same facts, in whatever order they came (ssda903-import.md, *Reading* 3). */
export const factsOf = (record: ChildRecord, childId: Uuid, context: FactsContext): Fact[] => {
  if (record.rows.length === 0) return [];
  const held = heldOf(record.rows);
  const characteristics = characteristicsOf(held);
  const timeline = timelineOf(held);
  const subject: Subject = {
    childId, timeline, heldFrom: heldFrom(record.rows), context, birthDate: characteristics.birthDate, ...asylumOf(held), siblingGroupIds: siblingGroupIds(held, context.siblingGroupOwner),
  };
  return [
    ...childFacts(subject, record, held, characteristics),
    ...periodFacts(subject, previousPermanence(held, timeline)),
    ...placementFacts(subject),
    ...reviewFacts(subject, held),
    ...datedFacts(subject, held),
    ...yearlyFacts(subject, held),
    ...adoptionFacts(subject, held),
  ].sort(byDay);
};

/** The postcodes that `factsOf` asks for, so that the service can look them up beforehand. */
export const postcodesIn = (rows: readonly { cells: Readonly<Record<string, string>> }[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { cells } of rows) {
    for (const column of ['HOME_POST', 'PL_POST']) {
      const postcode = cells[column];
      if (postcode) found.add(postcodeKey(postcode));
    }
  }
  return found;
};

const heldFrom = (rows: readonly StatedRow[]): LocalDate => collectionWindow(Math.min(...rows.map(({ year }) => year))).first;

const byDay = (a: Fact, b: Fact): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
};
