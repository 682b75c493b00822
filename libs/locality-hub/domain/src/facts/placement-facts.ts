import type { LocalDate } from '@permanence/kernel/values';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import { idOf, postcodeKey } from './context.js';
import type { FactsContext, Subject } from './context.js';
import type { Fact, FactData, PostcodePlace } from './fact.js';
import { startKnown } from './period-facts.js';
import { known } from './stated.js';
import { staysOf } from './stays.js';
import type { Stay } from './stays.js';
import type { CarePeriod, Episode } from './timeline.js';

/** The stays of every care period, their ends, and the episodes in them. */
export const placementFacts = (subject: Subject): Fact[] =>
  subject.timeline.periods.flatMap((period) => {
    const { stays } = staysOf(period);
    return [...stays.flatMap((stay) => [stayStarted(subject, period, stay), ...stayEnded(subject, period, stay)]), ...episodeFacts(subject, period, stays)];
  });

/** The place of a postcode, or undefined where it is empty or not found. */
export const placeOf = ({ postcodes }: FactsContext, postcode: string | undefined): PostcodePlace | undefined => (postcode === undefined ? undefined : postcodes.get(postcodeKey(postcode)));

const stayStarted = (subject: Subject, period: CarePeriod, stay: Stay): Fact => {
  const { childId, context } = subject;
  const { first } = stay;
  const place = placeOf(context, first.postcode);
  return {
    key: `stay:${stay.from}`,
    type: 'placement-started',
    effectiveOn: stay.from,
    data: known<FactData['placement-started']>({
      stayId: idOf.stay(childId, stay.from),
      carePeriodId: idOf.carePeriod(childId, period.from),
      placementType: first.place,
      provider: first.provider,
      ofstedUrn: first.urn,
      postcode: first.postcode,
      localAuthorityCode: place?.localAuthorityCode,
      outOfArea: place === undefined ? undefined : place.localAuthorityCode !== context.tenant,
      distanceMiles: milesBetween(placeOf(context, first.homePostcode), place),
      continuesStayId: stayIdOf(childId, stay.continues),
      returnsToStayId: stayIdOf(childId, stay.returnsTo),
      sameCarer: stay.continues !== undefined,
      firstVisitDueOn: firstVisitDueOn(subject, period, stay),
    }),
  };
};

/** Temporary absences have no visit clock of their own; adoptive placements have the adoption agency's. */
const WITHOUT_VISITS = /^(T\d|A[3-6])$/;

/** C01: a week from the start of a new home, where the files reach back to it. */
const firstVisitDueOn = ({ heldFrom }: Subject, period: CarePeriod, stay: Stay): LocalDate | undefined => {
  const begunBefore = stay.from < heldFrom || (stay.from === period.from && !startKnown(period));
  return begunBefore || stay.continues !== undefined || WITHOUT_VISITS.test(stay.first.place) ? undefined : dueOn('C01', stay.from);
};

const stayIdOf = (childId: Subject['childId'], from: LocalDate | undefined): Subject['childId'] | undefined => (from === undefined ? undefined : idOf.stay(childId, from));

/** Miles as the DfE counts them (returns.md 2.5), one decimal. */
const milesBetween = (home: PostcodePlace | undefined, place: PostcodePlace | undefined): number | undefined => {
  if (home?.easting === undefined || home.northing === undefined || place?.easting === undefined || place.northing === undefined) return undefined;
  const miles = Math.hypot(home.easting - place.easting, home.northing - place.northing) / 1000 / 1.6093;
  return Math.round(miles * 10) / 10;
};

/** Carers who ask for the child to move: the only unplanned endings that the reasons name (rule 3). */
const UNPLANNED: readonly string[] = ['CREQB', 'CREQO'];

const stayEnded = ({ childId }: Subject, period: CarePeriod, stay: Stay): Fact[] => {
  if (stay.to === undefined) return [];
  const reason = stay.reasonPlaceChange;
  return [{
    key: `stay:${stay.from}:ended`,
    type: 'placement-ended',
    effectiveOn: stay.to,
    data: known<FactData['placement-ended']>({
      stayId: idOf.stay(childId, stay.from),
      carePeriodId: idOf.carePeriod(childId, period.from),
      placementType: stay.first.place,
      endKind: reason !== undefined && UNPLANNED.includes(reason) ? 'unplanned-by-carer' : undefined,
      reasonPlacementChange: reason,
    }),
  }];
};

const episodeFacts = ({ childId }: Subject, period: CarePeriod, stays: readonly Stay[]): Fact[] => {
  const carePeriodId = idOf.carePeriod(childId, period.from);
  const decidesFrom = new Map<Episode, LocalDate>();
  for (const { row, from } of period.segments) if (!decidesFrom.has(row)) decidesFrom.set(row, from);
  return period.rows.map((row, index): Fact => {
    const before = period.rows[index - 1];
    return {
      key: `episode:${row.decom}`,
      type: 'care-episode-changed',
      effectiveOn: row.decom,
      data: known<FactData['care-episode-changed']>({
        episodeId: idOf.episode(childId, row.decom),
        carePeriodId,
        previousEpisodeId: before === undefined ? undefined : idOf.episode(childId, before.decom),
        reasonNewEpisode: row.rne,
        legalStatus: row.ls,
        placementType: row.place,
        provider: row.provider,
        stayId: idOf.stay(childId, stayOn(stays, decidesFrom.get(row) ?? row.decom).from),
        reasonPlacementChange: before?.dec === row.decom ? before.reasonPlaceChange : undefined,
      }),
    };
  });
};

const stayOn = (stays: readonly Stay[], day: LocalDate): Stay => stays.findLast((stay) => stay.from <= day) as Stay;
