import { episode, only, row } from './given-rows.fixture.js';

const header = row('Header', 2026, { SEX: 'F', DOB: '30/10/2006', ETHNIC: 'WBRI', UPN: 'A860123456789', MOTHER: '', MC_DOB: '' });

describe('what a collection says once a year', () => {
  it('of a care leaver, around the birthday that falls in it', () => {
    expect(only('care-leaver-status-recorded', header, row('OC3', 2026, { DOB: '', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' }))).toEqual([{
      key: 'care-leaver:2026', type: 'care-leaver-status-recorded', effectiveOn: '2025-10-30',
      data: { year: 2026, birthday: 19, inTouch: 'YES', activity: 'F2', accommodation: 'U', suitable: 1, recordedFor: '2025-10-30' },
    }]);
  });

  it('of a care leaver born on 29 February, on 28 February in common years', () => {
    const [fact] = only('care-leaver-status-recorded', row('OC3', 2026, { DOB: '29/02/2008', IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }));
    expect(fact?.data).toEqual({ year: 2026, birthday: 18, inTouch: 'NO', activity: '0', accommodation: '0', recordedFor: '2026-02-28' });
  });

  it('of a care leaver whose birth date is not recorded, at the end of it', () => {
    expect(only('care-leaver-status-recorded', row('OC3', 2026, { DOB: '', IN_TOUCH: 'NO', ACTIV: '', ACCOM: 'S2' }))[0]).toMatchObject({ effectiveOn: '2026-03-31', data: { accommodation: 'S', suitable: 2 } });
  });

  it('of health, one fact a year', () => {
    const facts = only('health-year-recorded', row('OC2', 2025, { SDQ_SCORE: '12', TEETH_CHECK: '1' }), row('OC2', 2026, { SDQ_REASON: 'SDQ2', TEETH_CHECK: '0' }));
    expect(facts.map(({ data }) => data)).toEqual([{ year: 2025, sdqScore: 12, teethChecked: true }, { year: 2026, sdqReason: 'SDQ2', teethChecked: false }]);
  });
});

describe('what begins and ends', () => {
  it('missing and away, by the day', () => {
    const missing = row('Missing', 2026, { DOB: '', MISSING: 'A', MIS_START: '11/10/2025', MIS_END: '12/10/2025' });
    expect(only('missing-episode-started', missing)[0]?.data).toMatchObject({ type: 'A', startedOn: '2025-10-11' });
    expect(only('missing-episode-ended', missing)[0]).toMatchObject({ effectiveOn: '2025-10-12', data: { startedOn: '2025-10-11', endedOn: '2025-10-12' } });
  });

  it('deprivation of liberty', () => {
    const order = row('DoLo', 2027, { DOB: '', DOLO_START: '11/05/2026', DOLO_END: '12/06/2026' });
    expect([...only('deprivation-of-liberty-started', order), ...only('deprivation-of-liberty-ended', order)].map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-05-11', '2026-06-12']);
  });

  it('nothing of either while the file says nothing', () => {
    expect(only('missing-episode-started', episode(2026, '08/12/2025'))).toEqual([]);
  });
});
