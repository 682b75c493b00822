import { LocalDate, type TenantId } from '@permanence/kernel/values';
import type { TrackerDetails, TrackerRow } from '../api/tracker.js';
import { faultsOf, personAs, rendered, wordsOf } from '../frame/page.fixture.js';
import { trackerBoardPage } from './board/page.js';
import { choiceOf, queryOf } from './choice.js';
import { trackerListPage } from './list/page.js';
import { trackerRowPage } from './row/page.js';

const TODAY = LocalDate('2026-10-05');
const day = LocalDate;
const SHROPSHIRE = { code: 'E06000051' as TenantId, name: 'Shropshire' };

const details: TrackerDetails = {
  status: 'family-finding', since: day('2026-06-15'), days: 112, ageBand: '5-9', birthMonth: '2020-03', sex: 'F', ethnicGroup: 'mixed', siblings: 2, placement: 'agency', insideRegion: true, plan: 'long-term-fostering', parallel: 'special-guardianship',
  next: { code: 'long-term-match', dueOn: day('2026-09-14') }, team: 'Oswestry', reasons: ['age-5-plus', 'sibling-group', 'complex-health'], stage: 'stuck', searchDueOn: day('2026-09-13'),
  way: { enteredOn: day('2026-01-12'), planAgreedOn: day('2026-06-15'), shouldBePlacedOn: null, placementOrderOn: null, familyFindingOn: null, matchedOn: null, placedOn: null, achievedOn: null },
};
const row = (more: Partial<TrackerDetails> = {}): TrackerRow & { details: TrackerDetails } => ({ reference: 'TRK-9W2M-4C', authority: SHROPSHIRE, details: { ...details, ...more } });
const SHUT: TrackerRow = { reference: 'TRK-2222-22', authority: SHROPSHIRE, details: null };
const NO_TRAIL = { cursor: undefined, trail: [] };
const list = (items: readonly TrackerRow[], query: Record<string, string> = {}, register = false) => trackerListPage({ today: TODAY, choice: choiceOf(query), rows: { items, next: null, total: items.length }, trail: NO_TRAIL, register });

describe('the tracker of the region', () => {
  it('shows a child by reference, with status and days, plan, next step and why a family is hard to find', () => {
    const html = rendered(list([row(), SHUT]));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('TRK-9W2M-4C Shropshire, Oswestry team. 5 to 9, born March 2020 Family finding 112 days Long-term fostering and special guardianship Match at panel 21 days late, was due Monday 14 September 2026 Aged 5 or over, With brothers or sisters, complex health Stuck');
    expect(wordsOf(html)).toContain('TRK-2222-22 Shropshire Restricted. Ask the council.');
    expect(html).not.toContain('/region/tracker/TRK-2222-22');
  });

  it('keeps the filter in the address, and names what it dropped', () => {
    const choice = choiceOf({ authority: 'E06000051', status: 'matched', plan: 'gone', sort: 'next' });
    expect([queryOf(choice.address), choice.dropped]).toEqual([{ authority: 'E06000051', status: 'matched', sort: 'next' }, ['gone']]);
    const html = rendered(list([], { authority: 'E06000051', plan: 'gone' }));
    expect(wordsOf(html)).toContain('Left out, as there is no such choice: gone. Show as a board No child is in this list. Clear filters');
  });

  it('has a register of children who are harder to place, by reason and stage', () => {
    const html = rendered(list([row()], { stage: 'stuck' }, true));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toMatch(/<option value="stuck" selected>Stuck<\/option>/);
    expect(html).not.toContain('id="status"');
  });

  it('is a board too: a column a status, with a way to the rest', () => {
    const html = rendered(trackerBoardPage({ today: TODAY, choice: choiceOf({ plan: 'adoption' }), columns: [{ status: 'entered-care', total: 0, items: [] }, { status: 'family-finding', total: 9, items: [row(), SHUT] }] }));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Family finding 9 TRK-9W2M-4C 112 days');
    expect(html).toContain('href="/region/tracker?status=family-finding&amp;plan=adoption"');
    expect(wordsOf(rendered(trackerBoardPage({ today: TODAY, choice: choiceOf({}), columns: [] })))).toContain('No child is on this board.');
  });

  it('opens one row, offers the profile to a worker of another council, and never to who reads alone', () => {
    const stoke = rendered(trackerRowPage(row(), personAs('locality-social-worker', 'E06000021'), TODAY));
    expect(faultsOf(stoke)).toEqual([]);
    expect(stoke).toContain('href="/region/tracker/TRK-9W2M-4C/profile/ask"');
    expect(wordsOf(stoke)).toContain('The record opens in Shropshire only.');
    expect(wordsOf(stoke)).toContain('12 January 2026 : came into care 15 June 2026 : plan agreed');
    for (const me of [personAs('team-manager', 'E06000051'), personAs('regional-head-of-operations', 'region')]) expect(rendered(trackerRowPage(row(), me, TODAY), me)).not.toContain('/profile/ask');
  });

  it('leads to its pages from the section', () => {
    const html = rendered(list([row()]), personAs('locality-social-worker'));
    expect(html).toContain('href="/region/harder-to-place"');
    expect(rendered(list([row()]), personAs('elected-member'))).not.toContain('href="/region/harder-to-place"');
  });
});
