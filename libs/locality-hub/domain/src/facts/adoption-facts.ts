import { collectionWindow } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import { adoptivePlacementRuns, placementOrderRuns } from './adoption-runs.js';
import type { DayRun } from './adoption-runs.js';
import type { Subject } from './context.js';
import type { Fact, FactData, OutsideFactName } from './fact.js';
import { placeOf } from './placement-facts.js';
import { cell, dayIn, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';
import { decidesOver } from './timeline.js';
import type { CarePeriod, Episode } from './timeline.js';

/** What the files tell of adoption, which has no owner here yet (rule 8), and of the adopters (AD1, on the record only). */
export const adoptionFacts = (subject: Subject, held: Held): Fact[] => {
  const order = adoptionOrder(subject.timeline.care);
  return [
    ...rowsOf(held, 'PlacedAdoption').flatMap(decisionFacts),
    ...subject.timeline.periods.flatMap((period) => [...courtAuthorityFacts(period), ...adoptivePlacementFacts(subject, period)]),
    ...(order?.dec === undefined ? [] : [outside('adoption.order-made', order.dec, { reason: order.rec })]),
    ...rowsOf(held, 'AD1').slice(0, 1).flatMap((row) => adopterFacts(row, order?.dec)),
  ];
};

type More = Pick<FactData['outside-fact-recorded'], 'reason' | 'placedOutsideAuthority' | 'adoptersHomeAuthority'>;

const outside = (fact: OutsideFactName, on: LocalDate, more: More = {}, key: LocalDate = on): Fact => ({
  key: `outside:${fact}:${key}`,
  type: 'outside-fact-recorded',
  effectiveOn: on,
  data: known<FactData['outside-fact-recorded']>({ fact, on, source: 'ssda903', ...more }),
});

/** A decision is known by its day, and the change away from it by the decision that it ends. */
const decisionFacts = (row: StatedRow): Fact[] => {
  const placed = dayIn(row, 'DATE_PLACED');
  const ceased = dayIn(row, 'DATE_PLACED_CEASED');
  if (placed === undefined) return [];
  const decided = outside('adoption.should-be-placed-decided', placed);
  return ceased === undefined ? [decided] : [decided, outside('adoption.plan-changed-away', ceased, { reason: cell(row, 'REASON_PLACED_CEASED') }, placed)];
};

const courtAuthorityFacts = (period: CarePeriod): Fact[] =>
  placementOrderRuns(period).flatMap((run) => [
    outside('adoption.court-authority-obtained', run.from),
    ...(run.to === undefined ? [] : [outside('adoption.court-authority-ended', run.to, { reason: endsByAdoption(period, run) ? 'order-made' : undefined })]),
  ]);

const adoptivePlacementFacts = ({ context }: Subject, period: CarePeriod): Fact[] =>
  adoptivePlacementRuns(period).flatMap((run) => {
    const home = placeOf(context, run.rows.find((row) => row.postcode !== undefined)?.postcode);
    const placed = outside('adoption.child-placed', run.from, {
      placedOutsideAuthority: home === undefined ? undefined : home.localAuthorityCode !== context.tenant,
      adoptersHomeAuthority: home?.localAuthorityCode,
    });
    return run.to === undefined || endsByAdoption(period, run) ? [placed] : [placed, outside('adoption.placement-ended', run.to)];
  });

const isAdoption = (row: Episode): boolean => row.rec === 'E11' || row.rec === 'E12';

const endsByAdoption = (period: CarePeriod, run: DayRun): boolean => period.rows.some((row) => row.dec === run.to && isAdoption(row));

/** A record knows one adoption: rows of E11 or E12 that overlap state the same one. */
const adoptionOrder = (care: readonly Episode[]): Episode | undefined => {
  const stated = care.filter(isAdoption);
  return stated.length === 0 ? undefined : stated.reduce((best, row) => (decidesOver(row, best) ? row : best));
};

const adopterFacts = (row: StatedRow, orderedOn: LocalDate | undefined): Fact[] => {
  const matchedOn = dayIn(row, 'DATE_MATCH');
  const decidedOn = dayIn(row, 'DATE_INT');
  const adopters: Fact = {
    key: 'adopters',
    type: 'adopters-recorded',
    effectiveOn: orderedOn ?? matchedOn ?? decidedOn ?? collectionWindow(row.year).last,
    data: known<FactData['adopters-recorded']>({
      decidedOn,
      matchedOn,
      formerFosterCarer: flag(cell(row, 'FOSTER_CARE')),
      numberOfAdopters: count(cell(row, 'NB_ADOPTR')),
      sexOfAdopters: cell(row, 'SEX_ADOPTR'),
      legalStatusOfAdopters: cell(row, 'LS_ADOPTR'),
    }),
  };
  return matchedOn === undefined ? [adopters] : [adopters, outside('adoption.match-decided', matchedOn)];
};

const flag = (text: string | undefined): boolean | undefined => (text === undefined ? undefined : text === '1');

const count = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
