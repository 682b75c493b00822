import { Uuid } from '@permanence/kernel/values';
import { changes } from './changes.js';
import type { Fact, KnownFact } from './fact.js';
import { day, episode, factsFrom, row } from './given-rows.fixture.js';

const idAt = (at: number): Uuid => Uuid(`a0000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
const logged = (facts: readonly Fact[]): KnownFact[] => facts.map((fact, at) => ({ ...fact, eventId: idAt(at) }));
const eventOf = (facts: readonly KnownFact[], key: string): Uuid | undefined => facts.find((fact) => fact.key === key)?.eventId;
const said = (before: readonly KnownFact[], after: readonly Fact[]): (string | undefined)[][] =>
  changes(before, after).map((change) => [change.kind, change.fact.key, change.kind === 'new' ? undefined : before.find(({ eventId }) => eventId === change.corrects)?.key]);

const open = episode(2021, '01/07/2020', { RNE: 'P' });

describe('what changed between the log and the rows', () => {
  it('is nothing where the facts are as before, in whatever order the log gives their parts', () => {
    const facts = factsFrom(open);
    const reversed = logged(facts).map((fact) => ({ ...fact, data: Object.fromEntries(Object.entries(fact.data).reverse()) }) as KnownFact);
    expect(changes(reversed, facts)).toEqual([]);
  });

  it('is new where a key is new', () => {
    const before = logged(factsFrom(open));
    expect(said(before, factsFrom(open, row('Reviews', 2021, { REVIEW: '01/10/2020', REVIEW_CODE: 'PN1' })))).toEqual([['new', 'review:2020-10-01', undefined]]);
  });

  it('is the end alone where an episode is closed', () => {
    const before = logged(factsFrom(open));
    expect(said(before, factsFrom(episode(2022, '01/07/2020', { RNE: 'P', DEC: '01/10/2021', REC: 'E4A' })))).toEqual([['new', 'care-period:2020-07-01:ended', undefined], ['new', 'stay:2020-07-01:ended', undefined]]);
  });

  it('is a correction of the earlier event where a fact says something else', () => {
    const before = logged(factsFrom(open));
    const change = changes(before, factsFrom(episode(2022, '01/07/2020', { RNE: 'P', CIN: 'N4' })));
    expect(change).toEqual([{ kind: 'corrected', fact: expect.objectContaining({ key: 'care-period:2020-07-01' }) as Fact, corrects: eventOf(before, 'care-period:2020-07-01') }]);
  });

  it('is withdrawn where no row bears a fact out any more', () => {
    const before = logged(factsFrom(open, row('Missing', 2021, { MISSING: 'M', MIS_START: '01/10/2020', MIS_END: '' })));
    expect(changes(before, factsFrom(open))).toEqual([{ kind: 'withdrawn', fact: expect.objectContaining({ key: 'missing:2020-10-01' }) as Fact, corrects: eventOf(before, 'missing:2020-10-01') }]);
  });

  it('corrects a care period and its stay when an earlier year moves their start, and withdraws neither', () => {
    const closed = episode(2021, '01/07/2020', { RNE: 'P', DEC: '01/10/2020', REC: 'E4A' });
    const before = logged(factsFrom(closed));
    const after = factsFrom(closed, episode(2020, '01/05/2019', { DEC: '01/07/2020', REC: 'X1' }));
    expect(said(before, after)).toEqual(expect.arrayContaining([
      ['corrected', 'care-period:2019-05-01', 'care-period:2020-07-01'],
      ['corrected', 'care-period:2019-05-01:ended', 'care-period:2020-07-01:ended'],
      ['corrected', 'stay:2019-05-01', 'stay:2020-07-01'],
      ['corrected', 'stay:2019-05-01:ended', 'stay:2020-07-01:ended'],
    ]));
    expect(changes(before, after).filter(({ kind }) => kind === 'withdrawn')).toEqual([]);
  });

  it('withdraws a care period that another swallowed', () => {
    const [first, second] = [episode(2020, '01/05/2019', { DEC: '01/07/2019', REC: 'E4A' }), episode(2021, '01/09/2019')];
    const before = logged(factsFrom(first, second));
    const after = factsFrom(episode(2021, '01/05/2019'), second);
    expect(said(before, after)).toContainEqual(['withdrawn', 'care-period:2019-09-01', 'care-period:2019-09-01']);
  });

  it('takes nothing for the same that does not overlap', () => {
    const before = logged(factsFrom(episode(2020, '01/05/2019', { DEC: '01/07/2019', REC: 'E4A' })));
    expect(said(before, factsFrom(episode(2020, day('01/09/2019')))).map(([kind, key]) => [kind, key])).toEqual(expect.arrayContaining([['new', 'care-period:2019-09-01'], ['withdrawn', 'care-period:2019-05-01']]));
  });
});
