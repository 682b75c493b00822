import { CLOCKS, TODAY, childRow } from '../../children/children.fixture.js';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { type MyWorkFacts, myWorkPage } from './page.js';

const facts = (more: Partial<MyWorkFacts> = {}): MyWorkFacts => ({
  today: TODAY, scope: 'mine', clocks: CLOCKS, notAllocated: null,
  children: { items: [childRow(1, { due: '2026-12-04' }), childRow(2, { due: '2026-11-20' }), childRow(3, { due: '2026-11-26' }), childRow(4)], next: null, total: 4 }, ...more,
});

describe('my work', () => {
  it('puts what is late first, relative then absolute, with its rule', () => {
    const html = rendered(myWorkPage(facts()));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('1 overdue 1 today and this week 1 later');
    expect(wordsOf(html)).toContain('Hold the next review of Bryony Castell-2 Aged 6, own foster carers in Biddulph, Nadia Ferris 4 days late was due Friday 20 November 2026 Each later review is due within 6 months of the one before.');
    expect(html).toContain('href="/help/rules/C15"');
  });

  it('says what comes next when nothing is overdue', () => {
    const view = myWorkPage(facts({ children: { items: [childRow(1, { due: '2026-12-03' })], next: null, total: 1 } }));
    expect(view.page.nothingOverdue).toBe('Nothing is overdue. Next: hold the next review of Bryony Castell-1, in 9 days, Thursday 3 December 2026.');
  });

  it('names children for whom no date is known instead of leaving them out', () => {
    expect(wordsOf(rendered(myWorkPage(facts())))).toContain('For 1 child no date is known');
  });

  it('shows twenty of those due later and says how many more there are', () => {
    const items = Array.from({ length: 30 }, (_, at) => childRow(at + 10, { due: '2027-01-15' }));
    const [later] = myWorkPage(facts({ children: { items, next: null, total: 30 } })).page.groups;
    expect([later?.count, later?.rows.length, later?.more?.text]).toEqual([30, 20, 'Show 10 more']);
  });

  it('puts children without a worker before everything for a manager', () => {
    const html = rendered(myWorkPage(facts({ scope: 'team', notAllocated: { items: [childRow(9, { worker: null })], next: null, total: 1 } })), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(html.indexOf('Without a worker')).toBeLessThan(html.indexOf('id="overdue"'));
    expect(html).toContain('/children/allocate?child=');
  });

  it('tells a worker without children who allocates', () => {
    expect(wordsOf(rendered(myWorkPage(facts({ children: { items: [], next: null, total: 0 } }))))).toContain('No children are allocated to you. Your manager allocates.');
  });
});
