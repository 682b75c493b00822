import type { StatedRow } from '../ssda903/modules.js';
import { episode, only, row } from './given-rows.fixture.js';

const review = (REVIEW: string, REVIEW_CODE = 'PN1'): StatedRow => row('Reviews', 2026, { DOB: '', REVIEW, REVIEW_CODE });
const clocks = (...rows: StatedRow[]): unknown[][] => only('review-held', ...rows).map(({ data }) => [data.heldOn, data.sequence, data.dueOn, data.nextDueOn]);

describe('review clocks (C13 to C15)', () => {
  const entry = episode(2026, '08/12/2025', { LS: 'C1' });

  it('run 20 working days, 3 months and 6 months from a known start (locality-hub.md 8.1)', () => {
    expect(clocks(entry, review('06/01/2026'), review('02/04/2026'))).toEqual([['2026-01-06', 1, '2026-01-08', '2026-04-06'], ['2026-04-02', 2, '2026-04-06', '2026-10-02']]);
  });

  it('start at the first review in the files where the start is not known: no number, and half a year to the next', () => {
    expect(clocks(episode(2026, '08/12/2025', { RNE: 'P' }), review('06/01/2026'), review('02/07/2026'))).toEqual([
      ['2026-01-06', undefined, undefined, '2026-07-06'], ['2026-07-02', undefined, '2026-07-06', '2027-01-02'],
    ]);
  });

  it('do not judge what lies before the first collection held: the first review in its files is not known to be the first', () => {
    const earlier = episode(2026, '02/03/2025', { LS: 'C1' });
    expect(clocks(earlier, review('06/01/2026'))).toEqual([['2026-01-06', undefined, undefined, '2026-07-06']]);
    expect(clocks(earlier, { ...earlier, year: 2025 }, review('06/01/2026'))).toEqual([['2026-01-06', 1, '2025-03-28', '2026-04-06']]);
  });

  it('start again with each care period', () => {
    const rows = [episode(2026, '01/05/2025', { DEC: '01/08/2025', REC: 'E4A' }), entry, review('20/05/2025'), review('06/01/2026')];
    expect(only('review-held', ...rows).map(({ data }) => data.sequence)).toEqual([1, 1]);
  });

  it('do not run for a review outside every known care period', () => {
    expect(clocks(entry, review('06/01/2020'))).toEqual([['2020-01-06', undefined, undefined, undefined]]);
  });

  it('do not run while the child is placed for adoption', () => {
    const rows = [episode(2026, '08/12/2025', { DEC: '01/02/2026', REC: 'X1' }), episode(2026, '01/02/2026', { RNE: 'P', PLACE: 'A6', LS: 'E1' }), review('06/01/2026'), review('20/03/2026')];
    expect(clocks(...rows)).toEqual([['2026-01-06', 1, '2026-01-08', undefined], ['2026-03-20', 2, undefined, undefined]]);
  });

  it('keep how the child took part', () => {
    expect(only('review-held', entry, review('06/01/2026', 'PN5'))[0]?.data.participationCode).toBe('PN5');
  });
});
