import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';

const D = '2026-09-30';

describe('foster care, counted from events', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it('own-carer share (kpi.md example 1)', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-10-01');
    const since = '2026-01-05';
    const child = (name: string) => told.child(name).inCare(since);
    child('c1').stay('U6', since, { provider: 'PR1' });
    child('c2').stay('U6', since, { provider: 'PR1' });
    child('c3').stay('U4', since, { provider: 'PR1' });
    child('c4').stay('U6', since, { provider: 'PR4' });
    child('c5').stay('U6', since, { provider: 'PR5' });
    child('c6').stay('U1', since, { provider: 'PR1' });
    child('c7').stay('U5', since, { provider: 'PR1' });
    child('c8').stay('K2', since, { provider: 'PR4' });
    child('c9').stay('U6', since, { provider: 'PR1', to: '2026-09-20' }).stay('T1', '2026-09-20', { returnsTo: since });
    child('c11').stay('U6', since, { provider: 'PR2', area: STOKE });
    child('c12').stay('U6', since, { provider: 'PR1', to: D }).stay('U6', D, { provider: 'PR4' });
    await region.hear(STAFFORDSHIRE, told.events);

    expect(await region.counts('fos-in-house-percentage', STAFFORDSHIRE, D)).toEqual({ numerator: 6, regionalNumerator: 7, denominator: 10 });
    expect((await region.counts('fos-in-house-count', STAFFORDSHIRE, D)).numerator).toBe(6);
    expect(await region.share('fos-agency-percentage', STAFFORDSHIRE, D)).toEqual([3, 10]);
    expect(await region.share('fos-agency-count', STAFFORDSHIRE, D)).toEqual([3, 3]);
    expect(await region.share('cla-number-looked-after', STAFFORDSHIRE, D)).toEqual([11, 11]);
  });

  it('long-term stability (kpi.md example 4)', async () => {
    const told = new Told(STOKE, '2026-10-01');
    const child = (name: string, born: string, inCare: string) => told.child(name).born(born).inCare(inCare);
    child('a', '2014-05-01', '2023-01-10').stay('U6', '2023-01-10', { to: '2024-09-30' }).stay('U4', '2024-09-30');
    child('b', '2013-08-09', '2024-03-30').stay('U6', '2024-03-30', { to: '2024-10-01' }).stay('U6', '2024-10-01');
    child('c', '2010-10-01', '2021-06-06').stay('U4', '2022-02-02');
    child('d', '2010-09-30', '2020-01-01').stay('U4', '2021-01-01');
    child('e', '2015-01-01', '2024-04-01').stay('U6', '2024-04-01');
    child('f', '2022-03-03', '2023-02-02').stay('A5', '2026-05-01');
    child('g', '2012-12-12', '2020-07-07').stay('U4', '2023-03-03', { to: '2025-11-01', provider: 'PR4' }).stay('U4', '2025-11-01', { provider: 'PR1', continues: '2023-03-03' });
    await region.hear(STOKE, told.events);
    expect(await region.share('fos-stability-long-term-percentage', STOKE, D)).toEqual([3, 4]);
  });

  it('three or more placements (kpi.md example 5)', async () => {
    const told = new Told(SHROPSHIRE, '2026-10-01');
    const days = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'] as const;
    const child = (name: string, ...types: string[]) => {
      const one = told.child(name).inCare('2026-03-02');
      types.forEach((type, i) => one.stay(type, i === 0 ? '2026-03-02' : days[i]!, i + 1 < types.length ? { to: days[i + 1]! } : {}));
    };
    child('1', 'U6', 'U6', 'U4');
    told.child('2').inCare('2026-03-02').stay('U6', '2026-03-02', { to: '2026-05-01' }).stay('T3', '2026-05-01', { to: '2026-05-15', returnsTo: '2026-03-02' })
      .stay('U6', '2026-05-15', { to: '2026-06-01', continues: '2026-03-02' }).stay('U6', '2026-06-01');
    child('3', 'K2', 'U6', 'U6', 'U6');
    child('4', 'U6', 'K2', 'U6');
    child('5', 'U6');
    child('6', 'U4');
    child('7', 'K2');
    child('8', 'U1');
    await region.hear(SHROPSHIRE, told.events);
    expect(await region.share('fos-three-or-more-placements-percentage', SHROPSHIRE, D)).toEqual([2, 8]);
    expect((await region.children('fos-three-or-more-placements-percentage', SHROPSHIRE, D)).sort()).toEqual([told.child('1').id, told.child('3').id].sort());
  });
});
