import { sameCarersSince, stays } from './as-of.js';
import { day, episode, factsFrom, row } from './given-rows.fixture.js';
import { summaryOf } from './summary.js';

const FACTS = factsFrom(
  row('Header', 2021, { SEX: 'F', DOB: '14/02/2013', ETHNIC: 'WBRI', UPN: '', MOTHER: '', MC_DOB: '' }),
  episode(2021, '01/04/2020', { DEC: '01/07/2020', REC: 'X1' }),
  episode(2021, '01/07/2020', { RNE: 'T', PLACE: 'U4', DEC: '01/08/2020', REC: 'X1' }),
  episode(2021, '01/08/2020', { RNE: 'P', PLACE: 'T3', PLACE_PROVIDER: '', PL_POST: '', URN: '', DEC: '10/08/2020', REC: 'X1' }),
  episode(2022, '10/08/2020', { RNE: 'B', LS: 'C2', PLACE: 'U4', DEC: '01/06/2021', REC: 'E4A' }),
  row('Missing', 2021, { MISSING: 'M', MIS_START: '20/05/2020', MIS_END: '22/05/2020' }),
);

describe('the line of a child in a list', () => {
  it('says how things are on the day', () => {
    expect(summaryOf(FACTS, day('2020-12-31'))).toEqual({
      birthDate: '2013-02-14', sex: 'F', ethnicityCode: 'WBRI', lookedAfter: true, inCareSince: '2020-04-01', inCareSinceKnown: true, legalStatus: 'C2', placementType: 'U4', provider: 'PR1', placementSince: '2020-04-01',
    });
  });

  it('knows on an earlier day nothing of what came later', () => {
    expect(summaryOf(FACTS, day('2020-05-21'))).toMatchObject({ lookedAfter: true, legalStatus: 'V2', placementType: 'U6', missingSince: '2020-05-20' });
    expect(summaryOf(FACTS, day('2020-03-31')).lookedAfter).toBe(false);
  });

  it('says that a child left care, from the day itself', () => {
    expect(summaryOf(FACTS, day('2021-06-01'))).toMatchObject({ lookedAfter: false, inCareSince: '2020-04-01' });
    expect(summaryOf(FACTS, day('2021-05-31'))).toMatchObject({ lookedAfter: true });
  });

  it('has next to nothing to say of a code with no more than a row of health', () => {
    expect(summaryOf(factsFrom(row('OC2', 2021, { TEETH_CHECK: '1' })), day('2021-06-01'))).toEqual({ lookedAfter: false });
  });
});

describe('a stay', () => {
  it('is followed back through those that it carries on', () => {
    const all = stays(FACTS);
    expect(sameCarersSince(all, all.at(-1) as never)).toBe('2020-04-01');
  });
});
