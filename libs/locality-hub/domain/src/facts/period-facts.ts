import { ageOn, daysBetween } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import { idOf } from './context.js';
import type { Subject } from './context.js';
import type { Fact, FactData, NextHome } from './fact.js';
import type { PreviousPermanence } from './previous-permanence.js';
import { known } from './stated.js';
import { decidesOver } from './timeline.js';
import type { CarePeriod, Episode } from './timeline.js';

/** Care periods: when each started and ended, and how the legal status changed in it. */
export const periodFacts = (subject: Subject, permanence: (period: CarePeriod) => PreviousPermanence | undefined): Fact[] =>
  subject.timeline.periods.flatMap((period, index, periods) => [
    started(subject, period, periods[index - 1], permanence(period)),
    ...ended(subject, period),
    ...legalStatusFacts(subject, period),
  ]);

/** Whether the first day is the day on which care began; else care began on or before it (rule 4). */
export const startKnown = (period: CarePeriod): boolean => period.rows[0]?.rne === 'S';

/** Whether the files held reach back to the start of care: else earlier reviews may lie in files that nobody loaded, and the first one held is not known to be the first. */
export const reviewsKnownFromStart = ({ heldFrom }: Subject, period: CarePeriod): boolean => startKnown(period) && period.from >= heldFrom;

/** C13: 20 working days from the start, where the files reach back to it. */
export const firstReviewDueOn = (subject: Subject, period: CarePeriod): LocalDate | undefined => (reviewsKnownFromStart(subject, period) ? dueOn('C13', period.from) : undefined);

/** C22: 20 working days from the start, where the files reach back to it. */
const initialHealthDueOn = (subject: Subject, period: CarePeriod): LocalDate | undefined => (reviewsKnownFromStart(subject, period) ? dueOn('C22', period.from) : undefined);

/** The row whose `DEC` ended the period: of several the one that decides. Undefined while the period is open. */
export const endingRow = (period: CarePeriod): Episode | undefined =>
  period.to === undefined ? undefined : period.rows.filter((row) => row.dec === period.to).reduce((best, row) => (decidesOver(row, best) ? row : best));

const started = (subject: Subject, period: CarePeriod, before: CarePeriod | undefined, permanence: PreviousPermanence | undefined): Fact => {
  const { childId } = subject;
  const first = (period.segments[0]?.row ?? period.rows[0]) as Episode;
  return {
    key: `care-period:${period.from}`,
    type: 'care-period-started',
    effectiveOn: period.from,
    data: known<FactData['care-period-started']>({
      carePeriodId: idOf.carePeriod(childId, period.from),
      startKnown: startKnown(period),
      firstReviewDueOn: firstReviewDueOn(subject, period),
      initialHealthDueOn: initialHealthDueOn(subject, period),
      legalStatus: first.ls,
      categoryOfNeed: first.cin,
      ageYears: ageAt(subject, period.from),
      uasc: subject.uasc && (subject.uascCeasedOn === undefined || subject.uascCeasedOn > period.from),
      siblingGroupIds: subject.siblingGroupIds,
      reEntryOf: before === undefined ? undefined : idOf.carePeriod(childId, before.from),
      daysSinceReturn: daysSinceReturn(before, period.from),
      ...permanence,
    }),
  };
};

const ageAt = ({ birthDate }: Subject, day: LocalDate): number | undefined => (birthDate === undefined || birthDate > day ? undefined : ageOn(birthDate, day));

const RETURNS_HOME: readonly string[] = ['E4A', 'E4B', 'E13'];

const daysSinceReturn = (before: CarePeriod | undefined, from: LocalDate): number | undefined => {
  if (before?.to === undefined || !RETURNS_HOME.includes(endingRow(before)?.rec ?? '')) return undefined;
  return daysBetween(before.to, from);
};

/** X1 announces a next episode: at the end of a period it is no reason, and what was the reason is not recorded. */
const ended = (subject: Subject, period: CarePeriod): Fact[] => {
  if (period.to === undefined) return [];
  const rec = endingRow(period)?.rec;
  const reasonCode = rec === 'X1' ? undefined : rec;
  return [{
    key: `care-period:${period.from}:ended`,
    type: 'care-period-ended',
    effectiveOn: period.to,
    data: known<FactData['care-period-ended']>({
      carePeriodId: idOf.carePeriod(subject.childId, period.from), reasonCode, nextHome: reasonCode === undefined ? undefined : NEXT_HOME[reasonCode],
    }),
  }];
};

/** E13, E14, E15 and E8 do not tell where the child went. */
const NEXT_HOME: Readonly<Record<string, NextHome>> = {
  E11: 'adopted', E12: 'adopted', E2: 'died', E3: 'other-authority', E4A: 'parents', E4B: 'parents', E41: 'child-arrangements',
  E45: 'special-guardian', E46: 'special-guardian', E47: 'special-guardian', E48: 'special-guardian',
  E5: 'independent', E6: 'independent', E7: 'adult-care', E9: 'custody', E16: 'abroad', E17: 'stayed-with-carers',
};

const legalStatusFacts = ({ childId }: Subject, period: CarePeriod): Fact[] => {
  const carePeriodId = idOf.carePeriod(childId, period.from);
  return period.segments.flatMap(({ from, row }, index): Fact[] => {
    const before = period.segments[index - 1]?.row.ls;
    if (before === undefined || before === row.ls) return [];
    return [{ key: `legal-status:${from}`, type: 'legal-status-changed', effectiveOn: from, data: { carePeriodId, legalStatus: row.ls, previousLegalStatus: before } }];
  });
};
