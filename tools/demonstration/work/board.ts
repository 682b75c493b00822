import { type LocalDate, REGION, collectionYearOf } from '@permanence/kernel/values';
import { DEMONSTRATION } from '../demonstration.js';
import type { Listed, People } from './people.js';

/** What the board of the demonstration wants of each council and of the region, in percent. */
const TARGETS: readonly (readonly [indicator: string, value: number])[] = [
  ['cla-reviews-in-timescale-percentage', 100], ['cla-visits-in-timescale-percentage', 95], ['cla-initial-health-assessment-percentage', 90], ['cla-health-assessment-current-percentage', 92],
  ['cla-dental-current-percentage', 85], ['fos-in-house-percentage', 60], ['fos-stability-long-term-percentage', 70],
];

/** Children aged 0 to 17 who live in each area, to the nearest hundred. */
const POPULATIONS: Readonly<Record<string, number>> = { E10000028: 170_300, E06000021: 58_500, E06000051: 58_900, E06000020: 42_300 };

/** The Regional Head of Operations enters what the board decided two years ago. */
export const setTargets = async (people: People, today: LocalDate): Promise<void> => {
  const head = await people('regional-head-of-operations', REGION);
  if ((await head.ask<Listed<unknown>>('GET', 'regional-hub/v1/targets?limit=1')).items.length > 0) return;
  const year = collectionYearOf(today) - 2;
  const authorities = [REGION, ...DEMONSTRATION.map(({ authority }) => authority)];
  for (const [indicator, value] of TARGETS)
    await head.ask('POST', 'regional-hub/v1/targets', { indicator, authorities, value: String(value), from: `${year}-04-01`, reference: `Management Board, March ${year}, item 4` });
};

/** Each performance officer enters their council's population. */
export const enterPopulations = async (people: People, today: LocalDate): Promise<void> => {
  const year = collectionYearOf(today) - 2;
  for (const { authority } of DEMONSTRATION) {
    const officer = await people('performance-officer', authority);
    await officer.ask('PUT', 'regional-hub/v1/population', { year: String(year), children: String(POPULATIONS[authority]), source: `Estimate for the middle of ${year}, to the nearest hundred` });
  }
};
