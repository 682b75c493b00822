import { type Decision, decided, refuse } from '@permanence/kernel/decider';
import { LocalDate } from '@permanence/kernel/values';

/** How many children aged 0 to 17 lived in a council's area in the middle of a year, and who says so (kpi.md convention 15). */
export type Population = Readonly<{ year: number; children: number; source: string }>;

export type PopulationEvent = Readonly<{ type: 'population-recorded' }> & Population;

/** What the decision needs to know: today, what is entered already, and how many children are looked after. */
export type PopulationFacts = Readonly<{ today: LocalDate; entered: readonly Population[]; lookedAfter: number }>;

const RULE = 'kpi.15';

/** In England less than one child in a hundred is looked after; a figure that makes it one in twenty is a slip of the pen. */
const FEWEST_TO_ONE = 20;

const isSame = (a: Population, b: Population): boolean => a.year === b.year && a.children === b.children && a.source === b.source;

/** Enters a council's population, or another one for a year that was entered before. What is entered already changes nothing. */
export const recordPopulation = (population: Population, { today, entered, lookedAfter }: PopulationFacts): Decision<PopulationEvent> => {
  if (LocalDate(`${population.year}-06-30`) > today)
    return refuse('POPULATION_YEAR_TO_COME', 'The middle of that year has not passed. Enter the newest estimate that there is.', RULE, 'year');
  if (population.children < lookedAfter * FEWEST_TO_ONE)
    return refuse('POPULATION_NOT_LIKELY', 'That is too few for the number of children looked after. Enter all children aged 0 to 17 in the area, in full, not in thousands.', RULE, 'children');
  return entered.some((each) => isSame(each, population)) ? decided() : decided({ type: 'population-recorded', ...population });
};

/** Folds what was decided into what is entered, one population a year. */
export const evolvePopulation = (entered: readonly Population[], { type: _type, ...population }: PopulationEvent): readonly Population[] =>
  [...entered.filter(({ year }) => year !== population.year), population].sort((a, b) => a.year - b.year);
