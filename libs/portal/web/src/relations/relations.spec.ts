import { Instant } from '@permanence/kernel/values';
import type { Relation } from '../api/emergency.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { relationsPage } from './list/page.js';

const AT = Instant('2026-11-24T09:41:00.000Z');
const declared: Relation = { id: uuid(1), who: 'Nadia Ferris', role: 'locality-social-worker', team: 'Moorlands', reference: 'CH-7F3K-2Q9J', kind: 'own-family', status: 'declared', declaredAt: AT, confirmed: null, withdrawnAt: null };
const confirmed: Relation = { ...declared, id: uuid(2), kind: 'colleagues-child', status: 'confirmed', confirmed: { by: 'Owen Brackley', at: AT } };
const withdrawn: Relation = { ...declared, id: uuid(3), status: 'withdrawn', withdrawnAt: AT };

describe('children whom somebody knows', () => {
  it('are declared by reference; what a manager confirmed is not theirs to withdraw', () => {
    const html = rendered(relationsPage({ own: [declared, confirmed, withdrawn], team: null, key: 'k' }));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('CH-7F3K-2Q9J Own family Tuesday 24 November 2026 Not confirmed yet Withdraw');
    expect(wordsOf(html)).toContain('Confirmed by Owen Brackley on Tuesday 24 November 2026 Nothing');
    expect(wordsOf(html)).not.toContain('What others have declared');
    expect(html.match(/\/withdraw"/g)).toHaveLength(1);
  });

  it('are confirmed and withdrawn by a manager', () => {
    const html = rendered(relationsPage({ own: [], team: [declared, confirmed], key: 'k' }), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain(`action="/relations/${declared.id}/confirm"`);
    expect(html.match(/\/withdraw"/g)).toHaveLength(2);
    expect(faultsOf(rendered(relationsPage({ own: [], team: [], key: 'k' }), personAs('team-manager')))).toEqual([]);
  });

  it('keep what was typed where it was refused', () => {
    const problem = { type: 'about:blank', title: '', status: 400, code: 'REQUEST_NOT_READ', detail: 'x', errors: [{ field: 'reference', sentence: 'This is not a reference.' }, { field: 'kind', sentence: 'This must be one of: own-family.' }] };
    const html = rendered(relationsPage({ own: [], team: null, key: 'k', form: { reference: 'CH-1', kind: '' }, problem }));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('value="CH-1"');
    expect(wordsOf(html)).toContain('Choose one.');
    const refused = relationsPage({ own: [], team: null, key: 'k', problem: { ...problem, status: 422, code: 'CONFIRMED_BY_MANAGER', errors: [] } });
    expect(wordsOf(rendered(refused))).toContain('CONFIRMED_BY_MANAGER');
  });
});
