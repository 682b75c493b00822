import { Instant, LocalDate } from '@permanence/kernel/values';
import type { Work, WorkGroupName, WorkItem } from '../../api/locality-hub.js';
import { CLOCKS, TODAY, childRow } from '../../children/children.fixture.js';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { workGroupPage } from '../group/page.js';
import { NOTHING_WAITS } from '../waiting/waiting.js';
import { type MyWorkFacts, myWorkPage } from './page.js';

const item = (number: number, dueOn: string, clock = 'C15'): WorkItem => ({ id: `${dueOn}.${String(number)}`, kind: 'reviews', due: { clock, dueOn: LocalDate(dueOn), workingDaysLeft: null }, child: childRow(number) });
const group = (name: WorkGroupName, items: readonly WorkItem[], total = items.length): Work['groups'][number] => ({ group: name, items, total, next: total > items.length ? (items.at(-1)?.id ?? null) : null });

const WORK: Work = {
  scope: 'mine', groups: [group('overdue', [item(2, '2026-11-20')]), group('week', [item(3, '2026-11-26', 'C02')]), group('later', [item(1, '2026-12-04')])], missing: [], undated: 1, counts: [],
};
const facts = (work: Partial<Work> = {}, more: Partial<MyWorkFacts> = {}): MyWorkFacts => ({ today: TODAY, now: Instant('2026-11-24T09:41:00Z'), clocks: CLOCKS, notAllocated: null, waiting: NOTHING_WAITS, worksWithChildren: true, work: { ...WORK, ...work }, ...more });

describe('my work', () => {
  it('puts what is late first, relative then absolute, with its rule', () => {
    const html = rendered(myWorkPage(facts()));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('1 overdue 1 today and this week 1 later');
    expect(wordsOf(html)).toContain('Hold the next review of Bryony Castell-2 Aged 6, own foster carers in Biddulph, Nadia Ferris 4 days late was due Friday 20 November 2026 Each later review is due within 6 months of the one before.');
    expect(html).toContain('href="/help/rules/C15"');
    expect(wordsOf(html)).toContain('Visit Bryony Castell-3');
  });

  it('says what comes next when nothing is overdue', () => {
    const view = myWorkPage(facts({ groups: [group('overdue', []), group('week', []), group('later', [item(1, '2026-12-03')])] }));
    expect(view.page.nothingOverdue).toBe('Nothing is overdue. Next: hold the next review of Bryony Castell-1, in 9 days, Thursday 3 December 2026.');
  });

  it('leads a worker to emergency access to their children, and nobody else', () => {
    expect(rendered(myWorkPage(facts()))).toContain('href="/alerts/mine"');
    for (const other of [facts({}, { worksWithChildren: false }), facts({ scope: 'team' })]) expect(rendered(myWorkPage(other))).not.toContain('href="/alerts/mine"');
  });

  it('names children for whom no date is known instead of leaving them out', () => {
    expect(wordsOf(rendered(myWorkPage(facts())))).toContain('For 1 child no date is known');
  });

  it('shows the first rows of a group and says how many more there are', () => {
    const [later] = myWorkPage(facts({ groups: [group('later', Array.from({ length: 20 }, (_, at) => item(at + 10, '2027-01-15')), 30)] })).page.groups;
    expect([later?.count, later?.rows.length, later?.more]).toEqual([30, 20, { href: '/work/later?cursor=2027-01-15.29', text: 'Show 10 more' }]);
  });

  it('puts who is missing before everything, then children without a worker, for a manager; and tells who has how much to do', () => {
    const missing = [childRow(8, { missingSince: LocalDate('2026-11-22') })];
    const html = rendered(myWorkPage(facts({ scope: 'team', missing, counts: [{ id: 'w1', name: 'Nadia Ferris', team: 'Stafford', overdue: 1, week: 0, later: 12 }] }, { notAllocated: { items: [childRow(9, { worker: null })], next: null, total: 1 } })), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(html.indexOf('id="missing-now"')).toBeLessThan(html.indexOf('id="unallocated"'));
    expect(html.indexOf('id="unallocated"')).toBeLessThan(html.indexOf('id="overdue"'));
    expect(html).toContain('/children/allocate?child=');
    expect(wordsOf(html)).toContain('Workers, most that is late first Worker Overdue Today and this week Later Nadia Ferris 1 0 12');
  });

  it('keeps the filter and says when nothing is of that kind', () => {
    const html = rendered(myWorkPage(facts({ groups: [group('overdue', []), group('week', []), group('later', [])] }, { kind: 'health' })));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nothing of this kind is due. Clear filters');
    expect(html).toMatch(/<option value="health" selected>Health<\/option>/);
  });

  it('is the council\u2019s for a performance officer, by team', () => {
    const html = rendered(myWorkPage(facts({ scope: 'council', counts: [{ id: null, name: null, team: null, overdue: 0, week: 2, later: 0 }] })), personAs('performance-officer'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('What is due in the council');
    expect(wordsOf(html)).toContain('Without a worker 0 2 0');
  });

  it('tells a worker without children who allocates', () => {
    expect(wordsOf(rendered(myWorkPage(facts({ groups: [], undated: 0 }))))).toContain('No children are allocated to you. Your manager allocates.');
  });

  it('goes on in one group', () => {
    const html = rendered(workGroupPage({ today: TODAY, clocks: CLOCKS, group: 'overdue', kind: 'reviews', first: false, work: { ...WORK, groups: [group('overdue', [item(2, '2026-11-20')], 9)] } }));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Overdue 9 About: reviews.');
    expect(html).toContain('href="/work/overdue?kind=reviews&amp;cursor=2026-11-20.2"');
  });
});
