import { LocalDate, Month } from '@permanence/kernel/values';
import { keptCounts } from '../figures/counts.store.js';
import { heldOf } from '../figures/held.store.js';
import { refreshFigures } from '../figures/refresh-figures.js';
import { DEFINITIONS } from '../indicators/indicators.js';
import { Region, STAFFORDSHIRE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';

const TODAY = LocalDate('2026-11-02');

describe('figures that stand on what a council records', () => {
  let region: Region;
  let told: Told;
  beforeAll(async () => {
    region = await Region.open();
    told = new Told(STAFFORDSHIRE, '2026-04-20');
    told.collection(2026, '2026-03-31', ['Episodes', 'OC3']);
    told.child('Ada').born('2015-01-01').inCare('2024-05-06').stay('U6', '2024-05-06', { firstVisitDueOn: '2024-05-13' }).visited('2026-03-20', { nextDueOn: '2026-05-01' });
    told.keeps(['visits', 'health', 'leaving-care'], '2025-10-01');
    told.on('2026-10-05').collection(2027, '2026-09-30', ['Episodes', 'OC3']);
  });
  afterAll(() => region.close());

  const refresh = async (events: Told['events']) => {
    await region.hear(STAFFORDSHIRE, events);
    await refreshFigures((work) => region.in(STAFFORDSHIRE, work), { tenant: STAFFORDSHIRE, changeNo: 1, refreshedFor: null, heardFrom: null, isQuiet: true }, TODAY);
  };
  const months = async (indicator: string, basis: 'now' | 'then' = 'now'): Promise<string[]> => {
    const rows = await region.in(STAFFORDSHIRE, (tx) => keptCounts(tx, { tenants: [STAFFORDSHIRE], indicators: [indicator], from: Month('2000-01'), to: Month('2030-01'), basis }));
    return rows.map(({ month }) => month).sort();
  };

  it.each([
    ['cla-number-looked-after', '2025-04', 18], ['cla-visits-in-timescale-percentage', '2026-03', 7], ['cla-dental-current-percentage', '2026-09', 1], ['cla-health-assessment-current-percentage', '2026-09', 1],
    ['cla-initial-health-assessment-percentage', '2026-04', 6], ['fos-medicals-informed-by-sdq-percentage', '2026-04', 6], ['lvc-supported', '2025-10', 12], ['lvc-neet-percentage', '2026-03', 1],
    ['rec-placement-change-24h-percentage', undefined, 0], ['ado-hard-to-place-waiting', undefined, 0], ['cla-rate-per-10000', undefined, 0],
  ] as const)('%s begins with %s: what it looks back on is kept', async (id, first, length) => {
    if (length === 18) await refresh(told.events);
    const held = await months(id);
    expect([held[0], held.length]).toEqual([first, length]);
  });

  it('are known then only where that the record is kept was known by then', async () => {
    // March was reported on 16 April, and that visits are kept was said on the 20th; September's files came before the 14th of October.
    expect(await months('cla-visits-in-timescale-percentage', 'then')).toEqual(['2026-09']);
  });

  it('are gone once it turns out that the record was not kept', async () => {
    const kept = told.events.find(({ type }) => type === 'locality-hub.record-kept')!;
    told.on('2026-10-20').keeps(['visits', 'health', 'leaving-care'], '2025-10-01', { corrects: kept, withdrawn: true });
    told.keeps(['visits'], '2026-03-01');
    await refresh(told.events);
    expect(await months('cla-visits-in-timescale-percentage')).toEqual(['2026-08', '2026-09']);
    expect(await months('lvc-supported')).toEqual([]);
    expect((await region.in(STAFFORDSHIRE, (tx) => heldOf(tx, STAFFORDSHIRE, LocalDate('2026-10-19')))).records.map(({ kind, from, firstRecordedOn }) => [kind, from, firstRecordedOn])).toContainEqual(['visits', '2025-10-01', '2026-04-20']);
  });

  it('are one council’s own: another sees nothing of what it keeps', async () => {
    expect(await region.in(TELFORD, (tx) => heldOf(tx, STAFFORDSHIRE, TODAY))).toEqual({ modules: [], records: [], population: false });
    expect(DEFINITIONS.filter(({ records }) => records).length).toBe(13);
  });
});
