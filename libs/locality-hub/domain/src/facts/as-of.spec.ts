import { mainPlacementOf, placementOn, sameCarersSince, stays } from './as-of.js';
import { carePicture } from './care-picture.js';
import { day, episode, factsFrom, row } from './given-rows.fixture.js';
import { summaryOf } from './summary.js';

const FACTS = factsFrom(
  row('Header', 2021, { SEX: 'F', DOB: '14/02/2013', ETHNIC: 'WBRI', UPN: '', MOTHER: '', MC_DOB: '' }),
  episode(2021, '01/04/2020', { DEC: '01/07/2020', REC: 'X1' }),
  episode(2021, '01/07/2020', { RNE: 'T', PLACE: 'U4', DEC: '01/08/2020', REC: 'X1' }),
  episode(2021, '01/08/2020', { RNE: 'P', PLACE: 'T3', PLACE_PROVIDER: '', PL_POST: '', URN: '', DEC: '10/08/2020', REC: 'X1' }),
  episode(2022, '10/08/2020', { RNE: 'B', LS: 'C2', PLACE: 'U4', DEC: '01/06/2021', REC: 'E4A' }),
  row('SWEpisodes', 2021, { SW_ID: 'SW123', SW_DECOM: '01/04/2020', SW_DEC: '01/09/2020', SW_REASON: 'FCONTA' }),
  row('SWEpisodes', 2021, { SW_ID: 'SW456', SW_DECOM: '01/09/2020', SW_DEC: '', SW_REASON: 'LEFTRL' }),
  row('Missing', 2021, { MISSING: 'M', MIS_START: '20/05/2020', MIS_END: '22/05/2020' }),
  row('OC3', 2031, { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' }),
);

describe('the line of a child in a list', () => {
  it('says how things are on the day', () => {
    expect(summaryOf(FACTS, day('2020-12-31'))).toEqual({
      birthDate: '2013-02-14', ageYears: 7, sex: 'F', ethnicityCode: 'WBRI', lookedAfter: true, inCareSince: '2020-04-01', inCareSinceKnown: true, legalStatus: 'C2', placementType: 'U4', provider: 'PR1',
      placementLocalAuthority: 'E10000028', placementSince: '2020-04-01', shortBreaks: false, workerRegistration: 'SW456', nextReviewDueOn: '2020-05-01',
    });
  });

  it('knows on an earlier day nothing of what came later', () => {
    expect(summaryOf(FACTS, day('2020-05-21'))).toMatchObject({ lookedAfter: true, legalStatus: 'V2', placementType: 'U6', workerRegistration: 'SW123', missingSince: '2020-05-20' });
    expect(summaryOf(FACTS, day('2020-03-31')).lookedAfter).toBe(false);
  });

  it('says when and why a child left care, from the day itself', () => {
    expect(summaryOf(FACTS, day('2021-06-01'))).toMatchObject({ lookedAfter: false, leftCareOn: '2021-06-01', leftCareReason: 'E4A' });
    expect(summaryOf(FACTS, day('2021-05-31'))).toMatchObject({ lookedAfter: true });
    expect(summaryOf(FACTS, day('2031-03-01')).careLeaverYear).toBe(2031);
  });

  it('has next to nothing to say of a code with no more than a row of health', () => {
    expect(summaryOf(factsFrom(row('OC2', 2021, { TEETH_CHECK: '1' })), day('2021-06-01'))).toEqual({ lookedAfter: false, shortBreaks: false });
  });
});

describe('a stay', () => {
  it('is followed back through those that it carries on', () => {
    const all = stays(FACTS);
    expect(sameCarersSince(all, all.at(-1) as never)).toBe('2020-04-01');
  });

  it('away for a time leaves the main placement where it was', () => {
    const all = stays(FACTS);
    const away = placementOn(FACTS, day('2020-08-05'));
    expect([away?.data.placementType, mainPlacementOf(all, away as never).data.placementType]).toEqual(['T3', 'U4']);
  });
});

describe('the picture of a child’s care', () => {
  const picture = carePicture(FACTS, day('2026-09-30'));

  it('has every series in order, each span to the first day without it', () => {
    expect(picture.homes.map(({ from, to, data }) => [from, to, data.placementType])).toEqual([
      ['2020-04-01', '2020-07-01', 'U6'], ['2020-07-01', '2020-08-01', 'U4'], ['2020-08-01', '2020-08-10', 'T3'], ['2020-08-10', '2021-06-01', 'U4'],
    ]);
    expect(picture.legalStatuses.map(({ from, to, data }) => [from, to, data.legalStatus])).toEqual([['2020-04-01', '2020-08-10', 'V2'], ['2020-08-10', '2021-06-01', 'C2']]);
    expect(picture.workers.map(({ from, to }) => [from, to])).toEqual([['2020-04-01', '2020-09-01'], ['2020-09-01', undefined]]);
    expect(picture.missing.map(({ from, to }) => [from, to])).toEqual([['2020-05-20', '2020-05-22']]);
    expect(picture.periods.map(({ from, to, reasonCode }) => [from, to, reasonCode])).toEqual([['2020-04-01', '2021-06-01', 'E4A']]);
  });

  it('begins with the first thing that happened', () => {
    expect([picture.from, picture.to]).toEqual(['2020-04-01', '2026-09-30']);
  });
});
