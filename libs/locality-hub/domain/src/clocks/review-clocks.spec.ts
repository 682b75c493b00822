import { episode, factsFrom, row } from '../facts/given-rows.fixture.js';
import { reviewClocks } from './review-clocks.js';

const review = (REVIEW: string) => row('Reviews', 2026, { DOB: '', REVIEW, REVIEW_CODE: 'PN1' });
const clocks = (...rows: Parameters<typeof factsFrom>) => reviewClocks(factsFrom(...rows)).map((clock) => [clock.clockId, clock.startedOn, clock.dueOn, clock.status]);

describe('the review clocks of a record', () => {
  const entry = episode(2026, '08/12/2025', { LS: 'C1' });

  it('run to the first review from the day on which care began', () => {
    expect(clocks(entry)).toEqual([['C13', '2025-12-08', '2026-01-08', 'running']]);
  });

  it('are met by the review held, late or in time, and the next one starts that day (locality-hub.md 8.1)', () => {
    expect(clocks(entry, review('09/01/2026'), review('02/04/2026'))).toEqual([
      ['C13', '2025-12-08', '2026-01-08', 'met-late'], ['C14', '2026-01-09', '2026-04-09', 'met'], ['C15', '2026-04-02', '2026-10-02', 'running'],
    ]);
  });

  it('of Ada: held on 6 January 2026, the second is due on Easter Monday, 6 April; held on 2 April, the next on 2 October (locality-hub.md 8.1, 8.2)', () => {
    expect(clocks(entry, review('06/01/2026')).slice(0, 2)).toEqual([['C13', '2025-12-08', '2026-01-08', 'met'], ['C14', '2026-01-06', '2026-04-06', 'running']]);
    expect(clocks(entry, review('06/01/2026'), review('02/04/2026')).slice(1)).toEqual([['C14', '2026-01-06', '2026-04-06', 'met'], ['C15', '2026-04-02', '2026-10-02', 'running']]);
  });

  it('lose their reason when the child leaves care', () => {
    expect(clocks(episode(2026, '08/12/2025', { LS: 'C1', DEC: '20/12/2025', REC: 'E4A' }))).toEqual([['C13', '2025-12-08', '2026-01-08', 'void']]);
  });

  it('start at the first review held where nobody knows when care began', () => {
    expect(clocks(episode(2026, '08/12/2025', { RNE: 'P' }), review('06/01/2026'))).toEqual([['C15', '2026-01-06', '2026-07-06', 'running']]);
  });
});
