import { addDays } from '@permanence/kernel/values';
import { legalStatusOn, lookedAfterOn, placementOn } from './as-of.js';
import { childRecords } from './child-records.js';
import { factFindings } from './fact-findings.js';
import { day, episode, factsFrom, only, row } from './given-rows.fixture.js';

const ended = (DEC: string, REC = 'X1', more: Record<string, string> = {}): Record<string, string> => ({ DEC, REC, ...more });

describe('an open episode (rule 2)', () => {
  it('is one whose DEC is empty; a REC and a reason beside it are ignored', () => {
    const facts = factsFrom(episode(2021, '05/05/2020', { REC: 'E4A', REASON_PLACE_CHANGE: 'CREQB' }));
    expect(facts.filter(({ type }) => type.endsWith('-ended'))).toEqual([]);
    expect(lookedAfterOn(facts, day('2026-09-30'))).toBe(true);
  });

  it('stays open when the next year does not state it', () => {
    expect(lookedAfterOn(factsFrom(episode(2020, '05/05/2019'), row('OC2', 2021, {})), day('2021-03-31'))).toBe(true);
  });

  it('is closed by a newer collection, and not opened again by an older one', () => {
    const rows = [episode(2021, '05/05/2019', ended('01/10/2020', 'E4A')), episode(2020, '05/05/2019')];
    expect(only('care-period-ended', ...rows)[0]).toMatchObject({ effectiveOn: '2020-10-01', data: { reasonCode: 'E4A', nextHome: 'parents' } });
  });
});

describe('looked after on a day (rule 3)', () => {
  it('from DECOM to the day before DEC', () => {
    const facts = factsFrom(episode(2021, '05/05/2020', ended('01/10/2020', 'E4A')));
    expect(['2020-05-04', '2020-05-05', '2020-09-30', '2020-10-01'].map((text) => lookedAfterOn(facts, day(text)))).toEqual([false, true, true, false]);
  });

  it('by any row that covers it, and placed and held by the row of the newest collection among those', () => {
    const facts = factsFrom(
      episode(2020, '01/04/2019', { PLACE: 'K2', PL_POST: 'ST5 1AA', LS: 'V2' }),
      episode(2021, '01/05/2019', { RNE: 'P', LS: 'C2', ...ended('01/06/2019', 'E4A') }),
    );
    expect(['2019-04-30', '2019-05-01', '2019-05-31', '2019-06-01'].map((text) => [placementOn(facts, day(text))?.data.placementType, legalStatusOn(facts, day(text))])).toEqual([
      ['K2', 'V2'], ['U6', 'C2'], ['U6', 'C2'], ['K2', 'V2'],
    ]);
    expect(lookedAfterOn(facts, day('2026-01-01'))).toBe(true);
  });

  it('by the latest DECOM where both are of one collection', () => {
    const facts = factsFrom(episode(2021, '01/05/2020', { PLACE: 'K2' }), episode(2021, '01/06/2020', { RNE: 'P' }));
    expect(placementOn(facts, day('2020-07-01'))?.data.placementType).toBe('U6');
  });

  it('keeps both rows where DECOM changed between years: one stay, and a finding', () => {
    const rows = [episode(2020, '01/06/2019'), episode(2021, '05/06/2019', ended('01/10/2020', 'E4A'))];
    expect(only('care-episode-changed', ...rows)).toHaveLength(2);
    expect(only('placement-started', ...rows).map(({ effectiveOn }) => effectiveOn)).toEqual(['2019-06-01']);
    expect(factFindings(childRecords(rows)).map(({ code, decom }) => [code, decom])).toContainEqual(['EPISODES_OVERLAP', '2019-06-05']);
  });

  it('goes back to the placement that another collection laid a row over, as the same placement', () => {
    const stays = only('placement-started',
      episode(2020, '01/04/2019', { PLACE: 'K2', PL_POST: 'ST5 1AA' }),
      episode(2021, '01/05/2019', { RNE: 'P', ...ended('01/06/2019') }),
    );
    expect(stays.map(({ effectiveOn, data }) => [effectiveOn, data.placementType, data.continuesStayId])).toEqual([
      ['2019-04-01', 'K2', undefined], ['2019-05-01', 'U6', undefined], ['2019-06-01', 'K2', stays[0]?.data.stayId],
    ]);
  });
});

describe('a care period (rule 4)', () => {
  it('runs through rows that touch or overlap, and ends only when none is open', () => {
    const rows = [episode(2021, '05/05/2020', ended('01/07/2020')), episode(2021, '01/07/2020', { RNE: 'P' }), episode(2021, '01/08/2020', ended('01/09/2020', 'E4A', { RNE: 'L' }))];
    expect(only('care-period-started', ...rows)).toHaveLength(1);
    expect(only('care-period-ended', ...rows)).toEqual([]);
  });

  it('is another after a day without care, and says what it came back to', () => {
    const [first, second] = only('care-period-started', episode(2021, '05/05/2020', ended('01/07/2020', 'E4B')), episode(2021, '02/07/2020'));
    expect(second?.data).toMatchObject({ reEntryOf: first?.data.carePeriodId, daysSinceReturn: 1 });
  });

  it('starts on a known day with an S, else on or before it and without a clock to the first review', () => {
    expect(only('care-period-started', episode(2026, '08/12/2025', { LS: 'C1' }))[0]?.data).toMatchObject({ startKnown: true, firstReviewDueOn: '2026-01-08' });
    const [fact] = only('care-period-started', episode(2026, '08/12/2025', { RNE: 'P' }));
    expect([fact?.data.startKnown, fact?.data.firstReviewDueOn]).toEqual([false, undefined]);
  });

  it('is extended backwards by an earlier year', () => {
    const [fact] = only('care-period-started', episode(2021, '01/07/2020', { RNE: 'P' }), episode(2020, '05/05/2019', ended('01/07/2020')));
    expect([fact?.effectiveOn, fact?.data.startKnown]).toEqual(['2019-05-05', true]);
  });

  it('ends with the reason of the row that decides, and with none where only X1 is stated', () => {
    expect(only('care-period-ended', episode(2020, '01/04/2019', ended('01/10/2019', 'E45')), episode(2021, '01/05/2019', ended('01/10/2019', 'E47')))[0]?.data.reasonCode).toBe('E47');
    expect(only('care-period-ended', episode(2020, '01/04/2019', ended('01/10/2019')))[0]?.data.reasonCode).toBeUndefined();
  });

  it('has the previous permanence that a collection states from its start to the next one', () => {
    const rows = [episode(2020, '01/05/2019', ended('01/08/2019', 'E4A')), episode(2021, '01/05/2020'), row('PrevPerm', 2020, { PREV_PERM: 'P2', LA_PERM: '860', DATE_PERM: 'ZZ/05/2018' })];
    const [first, second] = only('care-period-started', ...rows);
    expect(first?.data).toMatchObject({ previousPermanence: 'P2', previousPermanenceLa: '860', previousPermanenceDate: '2018-05' });
    expect(second?.data.previousPermanence).toBeUndefined();
  });

  it('changes its legal status on the day on which another row with another status decides', () => {
    const rows = [episode(2021, '05/05/2020', ended('01/07/2020')), episode(2021, '01/07/2020', { RNE: 'L', LS: 'C2' })];
    expect(only('legal-status-changed', ...rows).map(({ effectiveOn, data }) => [effectiveOn, data.previousLegalStatus, data.legalStatus])).toEqual([['2020-07-01', 'V2', 'C2']]);
    expect(legalStatusOn(factsFrom(...rows), addDays(day('2020-07-01'), -1))).toBe('V2');
  });
});

describe('short breaks (rule 5)', () => {
  it.each(['V3', 'V4'])('of %s are on the record and in no count, period or stay', (LS) => {
    const facts = factsFrom(episode(2021, '05/05/2020', { LS, ...ended('12/05/2020', 'E8') }));
    expect(facts.map(({ type }) => type)).toEqual(['child-updated', 'short-break-started', 'short-break-ended']);
    expect(lookedAfterOn(facts, day('2020-05-06'))).toBe(false);
  });
});
