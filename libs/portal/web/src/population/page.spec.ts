import { Instant, LocalDate } from '@permanence/kernel/values';
import type { PopulationEntry } from '../api/packs.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { type PopulationFacts, populationPage } from './page.js';

const officer = personAs('performance-officer');
const entry = (more: Partial<PopulationEntry> = {}): PopulationEntry => ({ id: uuid(1), year: 2025, children: 170_300, source: 'Office for National Statistics', enteredAt: Instant('2026-10-05T09:00:00Z'), replacedAt: null, ...more });
const show = (more: Partial<PopulationFacts> = {}): string => rendered(populationPage({ place: 'Staffordshire', entries: [], today: LocalDate('2026-11-24'), key: 'k', ...more }), officer);
const problem = (code: string, errors: { field: string; sentence: string }[] = []) => ({ type: 'about:blank', title: 'Not possible', status: 422, code, detail: 'That cannot be.', errors });

describe('the population of a council', () => {
  it('asks for it where nothing was entered, and says what is missing until then', () => {
    const html = show();
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Children who live in Staffordshire');
    expect(wordsOf(html)).toContain('Nothing has been entered yet. Until then the rate is “not held”.');
    expect(wordsOf(html)).toContain('The year of the estimate, 2026 or before.');
    expect(wordsOf(show({ today: LocalDate('2026-06-29') }))).toContain('The year of the estimate, 2025 or before.');
  });

  it('shows what was entered, and what it replaced', () => {
    const html = show({ entries: [entry(), entry({ id: uuid(2), children: 171_000, enteredAt: Instant('2026-09-01T09:00:00Z'), replacedAt: Instant('2026-10-05T09:00:00Z') })] });
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Middle of 2025 170,300 Office for National Statistics Monday 5 October 2026');
    expect(wordsOf(html)).toContain('Middle of 2025 replaced 171,000 Office for National Statistics Tuesday 1 September 2026 counted until Monday 5 October 2026');
  });

  it('puts a refusal at its field and keeps what was typed', () => {
    const html = show({ form: { year: '2027', children: '60', source: 'ONS' }, problem: problem('POPULATION_YEAR_TO_COME', [{ field: 'year', sentence: 'The middle of that year has not passed. Enter the newest estimate that there is.' }]) });
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('<title>Error: Population');
    expect(html).toContain('href="#year"');
    expect(html).toContain('value="60"');
  });

  it('shows what is about no field above the form', () => expect(wordsOf(show({ problem: problem('KEY_USED_BEFORE') }))).toContain('Not possible That cannot be. KEY_USED_BEFORE'));
});
