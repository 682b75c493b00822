import { LocalDate } from '@permanence/kernel/values';
import type { WayPage, WayRow } from '../../api/council-tracker.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { wayAddressOf, wayStateOf } from './choice.js';
import { exportPage } from './export/page.js';
import { keepPage } from './keep/page.js';
import { wayListPage } from './list/page.js';
import { stripOf } from './strip.js';

const day = LocalDate;
const TODAY = day('2026-11-24');

const row = (more: Partial<WayRow> = {}): WayRow => ({
  kind: 'child', id: uuid(7), reference: 'CH-9F1R-2X', councilCode: '4471907', name: { forename: 'Teo', surname: 'Marchbank' }, age: 2, inCareSince: day('2025-02-24'), inCareSinceKnown: true, weeks: 91, worker: { id: uuid(1), name: 'Nadia Ferris' }, team: 'Stafford',
  plan: { status: 'agreed', primary: 'adoption', parallels: ['connected-sgo'], agreedOn: day('2025-06-19'), dueOn: null, overdue: false, missingAtSecondReview: false }, steps: [{ code: 'plan-agreed', on: day('2025-06-19') }, { code: 'placement-order', on: day('2025-12-04') }],
  next: { code: 'match', dueOn: day('2026-11-06'), daysLate: 18, owner: null, blocked: true, blocker: 'Two links ended' }, late: true, harder: [], reviews: 4, stuckOn: null, ...more,
});
const NO_PLAN = { status: 'none', primary: null, parallels: [], agreedOn: null, dueOn: day('2026-11-27'), overdue: false, missingAtSecondReview: false };
const page = (items: WayPage['items']): WayPage => ({ items, next: null, total: items.length, today: TODAY, teams: ['Moorlands', 'Stafford'], workers: [{ id: uuid(1), name: 'Nadia Ferris', team: 'Stafford' }, { id: uuid(2), name: 'Callum Thorley', team: 'Stafford' }] });
const list = (items: WayPage['items'], query: Record<string, string> = {}, typed = '') =>
  wayListPage({ address: wayAddressOf(query), typed, page: page(items), kept: { items: [{ id: uuid(4), name: 'Late with us', state: { late: 'true', team: 'Stafford' }, shared: true, mine: true, by: 'Owen Brackley' }, { id: uuid(5), name: 'Waiting', state: { noPlan: 'true' }, shared: true, mine: false, by: 'Hester Lomax' }], next: null }, trail: { cursor: undefined, trail: [] }, key: 'k' });

describe('children on the way to permanence', () => {
  it('says of each weeks, the way so far, plan and next step, late first in words', () => {
    const html = rendered(list([row(), row({ id: uuid(8), name: { forename: 'Teddy', surname: 'Oakes' }, plan: NO_PLAN, steps: [], weeks: 17, inCareSince: day('2026-07-27'), next: { code: 'agree-plan', dueOn: day('2026-11-27'), daysLate: 0, owner: null, blocked: false, blocker: null } }), { kind: 'restricted', id: uuid(9), reference: 'CH-2222', ask: 'Ask Owen Brackley, team manager.' }]));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Teo Marchbank 2, CH-9F1R-2X 91 Placement order, 11 months ago Adoption or special guardianship with family or friends Link with a family 18 days late , was due Friday 6 November 2026 Two links ended');
    expect(wordsOf(html)).toContain('Teddy Oakes 2, CH-9F1R-2X 17 No step reached No plan yet Agree a plan In 3 days, Friday 27 November 2026');
    expect(wordsOf(html)).toContain('Restricted record CH-2222 Ask Owen Brackley, team manager.');
  });

  it('says of a child whom the region has looked for too long since when', () => {
    const html = rendered(list([row({ stuckOn: day('2026-10-05') })]));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Two links ended No match after 90 days of search, since Monday 5 October 2026');
    expect(wordsOf(rendered(list([row()])))).not.toContain('No match');
  });

  it('shows what was chosen, each with a way to take it away, and keeps codes only', () => {
    const query = { team: 'Stafford', route: 'adoption', late: 'true', worker: uuid(1) as string, settled: 'gone', found: 'sealed' };
    const html = rendered(list([], query, 'Castell'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Chosen: Take away: Stafford × Take away: Nadia Ferris × Take away: Adoption × Take away: The next step is late × Take away: Castell × Clear all Keep this filter');
    expect(html).not.toMatch(/(href|action)="[^"]*Castell/);
    expect(wayStateOf(wayAddressOf(query))).toEqual({ team: 'Stafford', route: 'adoption', late: 'true', worker: uuid(1) });
    expect(html).toMatch(/href="\/children\/tracker\/keep\?team=Stafford[^"]*"/);
    expect(html).not.toMatch(/keep\?[^"]*found/);
  });

  it('lists the filters kept: one’s own to drop, the team’s with who made it', () => {
    const html = rendered(list([row()]));
    expect(html).toContain(`action="/children/tracker/filters/${uuid(4)}/drop"`);
    expect(html).not.toContain(`filters/${uuid(5)}/drop`);
    expect(wordsOf(html)).toContain('Waiting , by Hester Lomax');
  });

  it('asks what a list is taken away for, and what a filter is called', () => {
    const asked = rendered(exportPage(wayAddressOf({ late: 'true' }), 'Choose what you take the list away for.'));
    expect(faultsOf(asked)).toEqual([]);
    expect(asked).toContain('<input type="hidden" name="late" value="true">');
    const named = rendered(keepPage({ address: wayAddressOf({ late: 'true' }), words: 'children in care, the next step is late', key: 'k', error: 'Write something here.' }));
    expect(faultsOf(named)).toEqual([]);
    expect(wordsOf(named)).toContain('It keeps: children in care, the next step is late.');
  });

  it('draws a late step left of the end, and nothing of what is not known', () => {
    const late = stripOf({ since: day('2025-02-24'), today: TODAY, steps: [day('2025-06-19')], dueOn: day('2026-11-06') });
    expect(late).toContain('#b52c20');
    expect(stripOf({ since: day('2026-07-27'), today: TODAY, steps: [], dueOn: day('2026-11-27') })).not.toContain('#b52c20');
    expect(late).toContain('aria-hidden="true"');
    expect(stripOf({ since: day('2026-07-27'), today: TODAY, steps: [], dueOn: null }).match(/<circle/g)).toBeNull();
  });

  it('is led to from the list of children, for those who may', () => {
    expect(rendered(list([row()]), personAs('team-manager'))).toContain('aria-current');
  });
});

