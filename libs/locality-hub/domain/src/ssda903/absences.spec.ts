import { aRow, load, loadAll } from './rows.fixture.js';

const whole = new Set(['Episodes', 'Reviews'] as const);
const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

describe('a row that a whole file leaves out', () => {
  it('stays, and is no longer stated', () => {
    const held = loadAll([2021, [aRow('Reviews')]]);
    const result = load(2021, [], { held, whole });
    expect(result.statedAfter).toEqual(held);
    expect(result.cellFindings).toMatchObject([{ code: 'NO_LONGER_STATED', module: 'Reviews', key: 'K1|2020-05-20' }]);
    expect(result.cellFindings[0]).not.toHaveProperty('row');
  });

  it.each([
    ['mended rows are loaded', 2021, new Set<never>()],
    ['another year is loaded', 2022, whole],
  ])('is not missed when %s', (_, year, files) => {
    expect(load(year, [], { held: loadAll([2021, [aRow('Reviews')]]), whole: files }).cellFindings).toEqual([]);
  });
});

describe('an open episode', () => {
  const held = loadAll([2021, [aRow('Episodes')]]);
  const years = new Set([2022]);

  it('that is absent from the next complete file stays open, with a finding', () => {
    const result = load(2022, [], { held, whole, completeEpisodeYears: years });
    expect(result.statedAfter).toEqual(held);
    expect(result.cellFindings).toMatchObject([{ code: 'OPEN_AND_ABSENT', column: 'DEC', key: 'K1|2020-05-01', sentence: 'The episode has no end, and the complete file of the return of 2021 to 2022 does not have it. It stays open.' }]);
  });

  it('is found also when the older year is loaded last', () => {
    expect(codes(load(2021, [aRow('Episodes')], { whole, completeEpisodeYears: years }).cellFindings)).toEqual(['OPEN_AND_ABSENT']);
  });

  it.each([
    ['is in that file', [aRow('Episodes')], years],
    ['is in that file, set aside', [aRow('Episodes', { DEC: '2021-06-01' })], years],
    ['is absent from a file not said to be complete', [], new Set<number>()],
  ])('is no finding when it %s', (_, uploaded, completeEpisodeYears) => {
    expect(load(2022, uploaded, { held, whole, completeEpisodeYears }).cellFindings).toEqual([]);
  });

  it('is found once, by the first complete file that lacks it', () => {
    expect(load(2023, [], { held, whole, completeEpisodeYears: new Set([2022, 2023]) }).cellFindings).toEqual([]);
  });

  it('that has ended is not missed', () => {
    const ended = loadAll([2021, [aRow('Episodes', { DEC: '01/02/2021' })]]);
    expect(load(2022, [], { held: ended, whole, completeEpisodeYears: years }).cellFindings).toEqual([]);
  });
});
