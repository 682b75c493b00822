import { LocalDate } from '@permanence/kernel/values';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { TODAY } from '../children.fixture.js';
import { allocatePage, allocationDone, allocationPreview, outOfReach } from './page.js';

const manager = personAs('team-manager');
const form = { childIds: [uuid(1), uuid(2)], workerId: '', from: '24/11/2026' };
const children = [{ id: uuid(1), name: 'Bryony Castell', reference: 'CH-1', now: null }, { id: uuid(2), name: 'Esme Castell', reference: 'CH-2', now: 'Petra Vance' }];
const workers = [{ id: 'w1', name: 'Nadia Ferris', role: 'locality-social-worker', team: 'Moorlands', children: 14 }];
const results = {
  worker: { id: 'w1', name: 'Nadia Ferris' },
  results: [
    { childId: uuid(1), reference: 'CH-1', name: { forename: 'Bryony', surname: 'Castell' }, now: null, refusal: null },
    { childId: uuid(2), reference: 'CH-2', name: { forename: 'Esme', surname: 'Castell' }, now: 'Petra Vance', refusal: { code: 'NOT_LOOKED_AFTER', sentence: 'Esme is not in care now.', rule: 'x' } },
  ],
};

describe('allocating a worker', () => {
  it('asks who and from when, and says how many children each worker has', () => {
    const html = rendered(allocatePage({ children, workers, today: TODAY, form }), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Allocate a worker to 2 children');
    expect(wordsOf(html)).toContain('Nadia Ferris, Moorlands, 14 children');
    expect(html).toContain('<form method="get" action="/children/allocate/preview"');
  });

  it('puts what the service finds wrong at its field and into the summary, and keeps what was chosen', () => {
    const problem = { type: 'about:blank', title: '', status: 422, code: 'ALLOCATED_IN_FUTURE', detail: 'x', errors: [{ field: 'from', sentence: 'The day cannot be after today.' }] };
    const html = rendered(allocatePage({ children, workers, today: TODAY, form: { ...form, workerId: 'w1', from: '1/12/2026' }, problem }), manager);
    expect(html).toContain('<title>Error: Allocate');
    expect(html).toContain('href="#from"');
    expect(html).toContain('value="1/12/2026"');
    expect(faultsOf(html)).toEqual([]);
  });

  it('previews what will happen to each child, the refused ones with their reason', () => {
    const html = rendered(allocationPreview(results, { ...form, workerId: 'w1' }, LocalDate('2026-11-24'), 'k'), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nadia Ferris will be the worker of 1 of 2 below. Nothing has changed yet.');
    expect(wordsOf(html)).toContain('Esme is not in care now.');
  });

  it('says what was done', () => {
    const html = rendered(allocationDone({ id: 'w1', name: 'Nadia Ferris' }, [{ ...children[0]!, now: 'Nadia Ferris', workerId: 'w1' }, { ...children[1]!, workerId: 'w2' }], 1, LocalDate('2026-11-24')), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nadia Ferris is now the worker of 2 children');
    expect(wordsOf(html)).toContain("1 child went to the worker's own team, and is no longer on your list.");
    expect(wordsOf(html)).toContain('Esme Castell CH-2 Petra Vance Not changed.');
  });

  it.each([[1, 'Maud Tansley', 'This child is not on your list now', 'You may have allocated Maud Tansley already.'], [3, undefined, 'These children are not on your list now', 'You may have allocated a worker already.']] as const)(
    'says of %d who went to another team that it is done, and leads on', (gone, worker, heading, sentence) => {
      const view = outOfReach(gone, worker);
      const html = rendered(view, manager);
      expect(view.status).toBe(404);
      expect(faultsOf(html)).toEqual([]);
      for (const words of [heading, sentence, 'Next: children who are not allocated']) expect(wordsOf(html)).toContain(words);
      expect(html).not.toContain('Page not found');
    },
  );

  it('previews who is left when others have gone to another team, and says so', () => {
    const html = rendered(allocationPreview(results, { ...form, workerId: 'w1' }, LocalDate('2026-11-24'), 'k', 1), manager);
    expect(wordsOf(html)).toContain('1 child you chose is not on your list now, and is left out here.');
    expect(wordsOf(rendered(allocatePage({ children, workers, today: TODAY, form, gone: 2 }), manager))).toContain('2 children you chose are not on your list now, and are left out here.');
  });

  it('leads back to the list when no child was chosen', () => {
    expect(faultsOf(rendered(allocatePage({ children: [], workers, today: TODAY, form: { ...form, childIds: [] } }), manager))).toEqual([]);
  });
});
