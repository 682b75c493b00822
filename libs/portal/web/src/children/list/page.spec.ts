import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { trailOf } from '../../frame/paging.js';
import { CLOCKS, TODAY, childRow } from '../children.fixture.js';
import { type ListFacts, childrenListPage, listChoice, scopesOf } from './page.js';

const manager = personAs('team-manager');
const facts = (more: Partial<ListFacts> = {}): ListFacts => ({
  me: manager, today: TODAY, query: listChoice(manager, {}), clocks: CLOCKS, trail: trailOf({}), children: { items: [childRow(1, { due: '2026-11-20' }), childRow(2, { worker: null, name: null })], next: 'b', total: 120 }, ...more,
});

describe('the list of children', () => {
  it('tells each child by name, age and reference, with the worker and the next review', () => {
    const html = rendered(childrenListPage(facts()), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain("Bryony Castell-1 6, CH-7F3K-1Q Own foster carers, Biddulph, since March 2024 Care order Nadia Ferris 4 days late was due Friday 20 November 2026");
    expect(wordsOf(html)).toContain("CH-7F3K-2Q 6, council's number 447192");
    expect(wordsOf(html)).toContain('Not allocated');
  });

  it('says where one stands and goes on by cursor, keeping the filter', () => {
    const page = childrenListPage(facts({ trail: trailOf({ cursor: 'b', trail: 'a' }), query: listChoice(manager, { lookedAfter: 'all' }) })).page;
    expect(page.paging.line).toBe('Showing 101 to 102 of 120.');
    expect(page.paging.next).toBe('/children?scope=team&lookedAfter=all&sort=next-due&cursor=b&trail=a~b');
    expect(page.paging.previous).toBe('/children?scope=team&lookedAfter=all&sort=next-due&cursor=a');
  });

  it('shows a restricted record as such, with whom to ask and nothing else', () => {
    const html = rendered(childrenListPage(facts({ children: { items: [{ kind: 'restricted', id: uuid(5), reference: 'CH-2D9G-7W', ask: 'Ask Owen Brackley, team manager.' }], next: null, total: 1 } })), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Restricted record CH-2D9G-7W Ask Owen Brackley, team manager.');
    expect(html).not.toContain(uuid(5));
  });

  it('lets only those choose rows who may allocate', () => {
    const worker = personAs('locality-social-worker');
    const html = rendered(childrenListPage(facts({ me: worker, query: listChoice(worker, {}) })), worker);
    expect(html).not.toContain('type="checkbox"');
    expect(rendered(childrenListPage(facts()), manager).match(/type="checkbox"/g)).toHaveLength(2);
  });

  it('shows up to 500 at once for print, with the filter in words, and without boxes to tick', () => {
    const html = rendered(childrenListPage(facts()), manager);
    expect(html).toContain('href="/children?scope=team&amp;lookedAfter=yes&amp;sort=next-due&amp;rows=500"');
    const query = listChoice(manager, { rows: '500', sort: 'name' });
    expect(query.size).toBe(500);
    const printed = rendered(childrenListPage(facts({ query })), manager);
    expect(faultsOf(printed)).toEqual([]);
    expect(printed).not.toContain('type="checkbox"');
    expect(printed).not.toContain('to print');
    expect(printed).toContain('Shown: my team&#39;s children, in care now, by name.');
    expect(childrenListPage(facts({ query })).page.sorts[0]?.href).toBe('/children?scope=team&lookedAfter=yes&sort=name&rows=500');
  });

  it('drops a filter that does not exist, and names it', () => {
    const query = listChoice(manager, { scope: 'authority', sort: 'weight' });
    expect([query.scope, query.sort, query.dropped]).toEqual(['team', 'next-due', ['authority', 'weight']]);
    expect(wordsOf(rendered(childrenListPage(facts({ query })), manager))).toContain('Left out, as there is no such choice: authority, weight.');
  });

  it.each([['locality-social-worker', ['mine']], ['team-manager', ['team', 'not-allocated']], ['performance-officer', ['authority', 'not-allocated']]] as const)('offers %s %j', (role, scopes) => {
    expect(scopesOf(personAs(role))).toEqual(scopes);
  });

  it('says why a list is empty', () => {
    const worker = personAs('locality-social-worker');
    const none = { items: [], next: null, total: 0 };
    expect(childrenListPage(facts({ me: worker, query: listChoice(worker, {}), children: none })).page.empty?.text).toBe('No children are allocated to you. Your manager allocates.');
    expect(childrenListPage(facts({ query: listChoice(manager, { lookedAfter: 'no' }), children: none })).page.empty?.clearHref).toBe('/children');
  });
});
