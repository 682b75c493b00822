import { Instant, LocalDate } from '@permanence/kernel/values';
import { faultsOf, rendered, wordsOf } from '../../frame/page.fixture.js';
import { calendarPage } from './page.js';

const NONE = { madeAt: null, opensUntil: null };
const MADE = { madeAt: Instant('2026-11-24T09:41:00Z'), opensUntil: LocalDate('2026-12-08') };

describe('the page of a calendar address', () => {
  it('offers one to who has none', () => {
    const html = rendered(calendarPage(NONE, null));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('You have no address yet.');
    expect(html).not.toContain('Take the address back');
  });

  it('shows it once, when it was made', () => {
    const html = rendered(calendarPage(MADE, 'http://localhost:8080/api/locality-hub/v1/calendar/E10000028/secret.ics'));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('value="http://localhost:8080/api/locality-hub/v1/calendar/E10000028/secret.ics"');
    expect(wordsOf(html)).toContain('It opens until Tuesday 8 December 2026');
  });

  it('says later that there is one, and takes it back', () => {
    const html = rendered(calendarPage(MADE, null));
    expect(wordsOf(html)).toContain('You made an address on Tuesday 24 November 2026');
    expect(html).toContain('action="/calendar/drop"');
  });
});
