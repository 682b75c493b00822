import { ageOn, collectionWindow, dayOf } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import type { Subject } from './context.js';
import type { Fact, FactData } from './fact.js';
import { cell, dayIn, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';

/** What a collection says once a year: care leavers around their birthday (OC3), health (OC2, on the record only). */
export const yearlyFacts = (subject: Subject, held: Held): Fact[] => [
  ...rowsOf(held, 'OC3').map((row) => careLeaverStatus(subject, row)),
  ...rowsOf(held, 'OC2').map(healthYear),
];

const careLeaverStatus = (subject: Subject, row: StatedRow): Fact => {
  const birthDate = subject.birthDate ?? dayIn(row, 'DOB');
  const { last } = collectionWindow(row.year);
  const recordedFor = (birthDate && birthdayUpTo(birthDate, last)) ?? last;
  const accommodation = cell(row, 'ACCOM');
  return {
    key: `care-leaver:${row.year}`,
    type: 'care-leaver-status-recorded',
    effectiveOn: recordedFor,
    data: known<FactData['care-leaver-status-recorded']>({
      year: row.year,
      birthday: birthDate === undefined ? undefined : ageOn(birthDate, recordedFor),
      inTouch: cell(row, 'IN_TOUCH'),
      activity: cell(row, 'ACTIV'),
      accommodation: accommodation?.slice(0, 1),
      suitable: suitability(accommodation),
      recordedFor,
    }),
  };
};

/** The last birthday up to a day; a birthday of 29 February falls on 28 February in common years. */
const birthdayUpTo = (birthDate: LocalDate, day: LocalDate): LocalDate | undefined => {
  const month = Number(birthDate.slice(5, 7));
  const dayOfMonth = Number(birthDate.slice(8, 10));
  const inYear = (year: number): LocalDate | undefined => dayOf(year, month, dayOfMonth) ?? dayOf(year, month, dayOfMonth - 1);
  const year = Number(day.slice(0, 4));
  const thisYear = inYear(year);
  return thisYear !== undefined && thisYear <= day ? thisYear : inYear(year - 1);
};

const suitability = (accommodation: string | undefined): 1 | 2 | undefined => {
  const suffix = accommodation?.slice(1);
  if (suffix === '1') return 1;
  return suffix === '2' ? 2 : undefined;
};

const healthYear = (row: StatedRow): Fact => {
  const yes = (column: string): boolean | undefined => (cell(row, column) === undefined ? undefined : cell(row, column) === '1');
  const score = cell(row, 'SDQ_SCORE');
  return {
    key: `health-year:${row.year}`,
    type: 'health-year-recorded',
    effectiveOn: collectionWindow(row.year).last,
    data: known<FactData['health-year-recorded']>({
      year: row.year,
      sdqScore: score === undefined ? undefined : Number(score),
      sdqReason: cell(row, 'SDQ_REASON'),
      convicted: yes('CONVICTED'),
      healthSurveillance: yes('HEALTH_CHECK'),
      immunisationsUpToDate: yes('IMMUNISATIONS'),
      teethChecked: yes('TEETH_CHECK'),
      healthAssessed: yes('HEALTH_ASSESSMENT'),
      substanceMisuse: yes('SUBSTANCE_MISUSE'),
      interventionReceived: yes('INTERVENTION_RECEIVED'),
      interventionOffered: yes('INTERVENTION_OFFERED'),
    }),
  };
};
