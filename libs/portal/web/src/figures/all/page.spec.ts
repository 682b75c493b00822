import type { CatalogueEntry } from '../../api/regional-hub.js';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { allIndicatorsPage } from './page.js';

const entry = (id: string, waitsFor: string | null, area = 'fostering'): CatalogueEntry => ({ id, area, title: `Title of ${id}`, held: waitsFor === null, waitsFor });
const ENTRIES = [entry('a-count', null), entry('b-count', 'panels: recommendations and decisions'), entry('c-count', 'attainment at key stages'), entry('d-count', 'attainment at key stages', 'adoption'), entry('e-count', null, 'looked-after-context')];

describe('all indicators', () => {
  const html = rendered(allIndicatorsPage(ENTRIES), personAs('elected-member'));

  it('are first those that are not here yet, by what they wait for, most first', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('2 of 5 indicators are counted here. No figure stands in for the others.');
    expect(wordsOf(html)).toContain('What is not here yet Waits for attainment at key stages 2 Title of c-count Title of d-count Waits for panels 1 Recommendations and decisions. Title of b-count');
  });

  it('lead to those that are counted, area by area', () => {
    expect(wordsOf(html)).toContain('What is counted Foster homes 1 Title of a-count Children in care 1 Title of e-count');
    expect(html).toContain('href="/region/indicators/a-count"');
    expect(html).not.toContain('href="/region/indicators/b-count"');
  });
});
