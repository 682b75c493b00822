import fc from 'fast-check';
import { LocalDate } from '@permanence/kernel/values';
import { type Population, type PopulationFacts, evolvePopulation, recordPopulation } from './population.js';

const MID_2025: Population = { year: 2025, children: 170_300, source: 'Office for National Statistics, mid-2025' };
const facts = (more: Partial<PopulationFacts> = {}): PopulationFacts => ({ today: LocalDate('2026-10-05'), entered: [], lookedAfter: 1138, ...more });
const codeOf = (population: Population, more: Partial<PopulationFacts> = {}) => {
  const decision = recordPopulation(population, facts(more));
  return decision.ok ? decision.events : decision.refusal.code;
};

describe('a council’s population (kpi.md convention 15)', () => {
  it('is entered with year and source', () => expect(codeOf(MID_2025)).toEqual([{ type: 'population-recorded', ...MID_2025 }]));
  it('of a year whose middle has not passed is refused', () => {
    expect(codeOf({ ...MID_2025, year: 2027 })).toBe('POPULATION_YEAR_TO_COME');
    expect(codeOf({ ...MID_2025, year: 2026 }, { today: LocalDate('2026-06-29') })).toBe('POPULATION_YEAR_TO_COME');
    expect(codeOf({ ...MID_2025, year: 2026 }, { today: LocalDate('2026-06-30') })).toHaveLength(1);
  });
  it('of which one child in twenty would be looked after is refused', () => {
    expect(codeOf({ ...MID_2025, children: 170 })).toBe('POPULATION_NOT_LIKELY');
    expect(codeOf({ ...MID_2025, children: 22_759 })).toBe('POPULATION_NOT_LIKELY');
    expect(codeOf({ ...MID_2025, children: 22_760 })).toHaveLength(1);
  });
  it('entered again changes nothing; another number for the same year replaces it', () => {
    expect(codeOf(MID_2025, { entered: [MID_2025] })).toEqual([]);
    expect(codeOf({ ...MID_2025, children: 170_400 }, { entered: [MID_2025] })).toHaveLength(1);
  });

  it('whatever is entered in whatever order, each year has the last that was accepted', () => {
    const population = fc.record({ year: fc.integer({ min: 2020, max: 2030 }), children: fc.integer({ min: 1, max: 60_000 }), source: fc.constantFrom('ONS', 'council') });
    fc.assert(fc.property(fc.array(population, { maxLength: 20 }), (commands) => {
      let entered: readonly Population[] = [];
      const last = new Map<number, Population>();
      for (const command of commands) {
        const decision = recordPopulation(command, facts({ entered }));
        if (!decision.ok) continue;
        entered = decision.events.reduce(evolvePopulation, entered);
        last.set(command.year, command);
      }
      expect(entered).toEqual([...last.values()].sort((a, b) => a.year - b.year));
      expect(entered.every(({ year, children }) => year <= 2026 && children >= 22_760)).toBe(true);
    }));
  });
});
