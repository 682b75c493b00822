import { derivedId } from '@permanence/kernel/values';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { PostcodePlace } from './fact.js';
import type { Timeline } from './timeline.js';

/** What `factsOf` must know beyond the rows. It knows no today: facts do not age. */
export type FactsContext = Readonly<{
  tenant: TenantId;
  /** Where the postcodes of the rows lie, by `postcodeKey`; one that is not here is not found. */
  postcodes: ReadonlyMap<string, PostcodePlace>;
  /** The random id under which the authority's sibling groups get theirs, so that brothers and sisters share it. */
  siblingGroupOwner: Uuid;
}>;

/** What every kind of fact of one record is made from. */
export type Subject = Readonly<{
  childId: Uuid;
  timeline: Timeline;
  /** First day of the first collection that the record's rows are of. */
  heldFrom: LocalDate;
  context: FactsContext;
  birthDate?: LocalDate;
  uasc: boolean;
  uascCeasedOn?: LocalDate;
  siblingGroupIds: readonly Uuid[];
}>;

/** How a postcode is looked up: capitals without spaces. */
export const postcodeKey = (postcode: string): string => postcode.toUpperCase().replaceAll(' ', '');

/** Ids of things in a child's record, from the child's random id and the thing's natural key. */
export const idOf = {
  carePeriod: (childId: Uuid, from: LocalDate): Uuid => derivedId(childId, `care-period:${from}`),
  stay: (childId: Uuid, from: LocalDate): Uuid => derivedId(childId, `stay:${from}`),
  episode: (childId: Uuid, decom: LocalDate): Uuid => derivedId(childId, `episode:${decom}`),
} as const;
