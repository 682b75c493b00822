import { derivedId } from '@permanence/kernel/values';
import { Instant, LocalDate, type Uuid } from '@permanence/kernel/values';
import type { Fact } from '@permanence/locality-hub/domain';
import { type TenantDb, type TenantTx, connect } from '@permanence/platform/tenant-db';
import { type Council, STAFFORDSHIRE, SHROPSHIRE, TODAY, council, episodes, header, people, reviews } from '../children/council.fixture.js';
import { keptKinds } from '../record/record-kept.js';
import type { HistorySetting, KnownChild, RecordedFact } from './recorded-fact.js';
import { writeHistory } from './write-history.js';

const KEPT_FROM = LocalDate('2025-04-01');
const NOW = Instant('2026-09-30T09:41:00.000Z');

const at = (recordedAt: string, fact: Fact): RecordedFact => ({ fact, recordedAt: Instant(recordedAt), actor: people.nadia.id, correlationId: `c ${recordedAt}` });
const visit = (childId: Uuid, day: string, seenAlone = true): Fact => ({
  key: `visit:${day}`, type: 'statutory-visit-recorded', effectiveOn: LocalDate(day), data: { visitId: derivedId(childId, `visit:${day}`), basis: 'C01', visitedAt: Instant(`${day}T14:00:00Z`), seen: true, seenAlone },
});
const identified = (childId: Uuid): Fact => ({
  key: 'plan:000', type: 'permanence-options-identified', effectiveOn: LocalDate('2026-07-01'),
  data: { planId: derivedId(childId, 'plan:1'), options: [{ route: 'return-home', position: 'primary' }, { route: 'connected-sgo', position: 'parallel' }], reasons: {} },
});

/** What is told of each child: a visit put right a week later, another, the options of a plan. */
const historyOf = ({ childId }: KnownChild): RecordedFact[] => [
  at('2026-09-20T10:00:00.000Z', visit(childId, '2026-09-18')),
  at('2026-06-12T10:00:00.000Z', visit(childId, '2026-06-05', false)),
  at('2026-06-19T10:00:00.000Z', visit(childId, '2026-06-05')),
  at('2026-07-02T10:00:00.000Z', identified(childId)),
];

const SETTING: HistorySetting = { tenant: STAFFORDSHIRE, today: TODAY, now: NOW, kept: new Map([['visits', KEPT_FROM], ['plans', KEPT_FROM]]), historyOf };

describe('a council’s history, written by the loader’s role', () => {
  let here: Council;
  let loader: TenantDb;
  const ask = <Row>(sql: string, ...more: readonly unknown[]): Promise<Row[]> => here.database.db.inTenants(people.tamsin, (tx: TenantTx) => tx.query<Row[]>(sql, [STAFFORDSHIRE, ...more]));

  beforeAll(async () => {
    here = await council();
    await here.load(
      people.tamsin, 2027, header(['1001', 'F', '14/02/2016', 'WBRI', '', '', ''], ['1002', 'M', '02/03/2018', 'WBRI', '', '', '']),
      episodes(
        ['1001', '01/06/2026', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST17 4JX', 'SC000001'], ['1002', '01/06/2026', 'S', 'V2', 'N1', 'U6', 'PR1', '10/07/2026', 'E4A', '', 'ST16 2LH', 'ST17 4JX', 'SC000001'],
      ),
      reviews(['1001', '14/02/2016', '24/06/2026', 'PN1']),
    );
    loader = await connect({ url: here.database.urlOf('loader'), applicationName: 'history test' });
  });
  afterAll(async () => {
    await loader.close();
    await here.close();
  });

  it('is in the log in the order in which it was recorded, with day, hand and request, and a correction names what it corrects', async () => {
    expect(await writeHistory(loader, SETTING)).toEqual({ children: 2, ofChildren: 2, events: 8 });
    const [child] = await ask<{ id: Uuid }>(`select id from child where tenant_id = $1 and council_code = '1001'`);
    const events = await ask<{ id: Uuid; type: string; corrects: Uuid | null }>(
      `select event_id as id, type, recorded_at as "recordedAt", actor, correlation_id as "correlationId", corrects from event_log where tenant_id = $1 and stream_id = $2 and actor = $3 order by position`, child?.id, people.nadia.id,
    );
    expect(events).toMatchObject([
      { type: 'statutory-visit-recorded', recordedAt: '2026-06-12T10:00:00.000Z', actor: people.nadia.id, correlationId: 'c 2026-06-12T10:00:00.000Z', corrects: null },
      { type: 'statutory-visit-recorded', recordedAt: '2026-06-19T10:00:00.000Z', corrects: events[0]?.id },
      { type: 'permanence-options-identified', recordedAt: '2026-07-02T10:00:00.000Z', corrects: null },
      { type: 'statutory-visit-recorded', recordedAt: '2026-09-20T10:00:00.000Z', corrects: null },
    ]);
  });

  it('folds to facts: of what was put right the last word; a plan is no fact but a row of its own', async () => {
    const facts = await ask<{ key: string; alone: boolean }>(`select key, (data->>'seenAlone')::boolean as alone from fact f where tenant_id = $1 and origin = 'record' and child_id = (select id from child where tenant_id = $1 and council_code = '1001') order by key`);
    expect(facts).toEqual([{ key: 'visit:2026-06-05', alone: true }, { key: 'visit:2026-09-18', alone: true }]);
    const folded = await ask<{ n: number }>(
      `select count(*)::int as n from fact f join event_log e on e.tenant_id = $1 and e.event_id = f.event_id and e.data = f.data and not exists (select from event_log l where l.tenant_id = $1 and l.corrects = e.event_id) where f.tenant_id = $1 and f.origin = 'record'`,
    );
    expect(folded).toEqual([{ n: 4 }]);
    expect(await ask(`select status, version from permanence_plan where tenant_id = $1`)).toEqual([{ status: 'options-identified', version: 1 }, { status: 'options-identified', version: 1 }]);
  });

  it('starts the clocks of what is kept, and gives the child its next date', async () => {
    const clocks = await ask(`select clock_id as id, due_on as due, met_on as met from clock k join child c on c.tenant_id = $1 and c.id = k.child_id where k.tenant_id = $1 and council_code = '1001' order by clock_id`);
    expect(clocks).toEqual([
      { id: 'C02', due: '2026-10-30', met: null }, { id: 'C13', due: '2026-06-29', met: '2026-06-24' }, { id: 'C14', due: '2026-09-24', met: null }, { id: 'C18', due: '2026-10-01', met: null },
    ]);
    expect(await ask(`select council_code as code, next_clock as clock, next_due as due from child where tenant_id = $1 order by council_code`)).toEqual([{ code: '1001', clock: 'C14', due: '2026-09-24' }, { code: '1002', clock: null, due: null }]);
  });

  it('says last what the council keeps, and since when', async () => {
    expect(await here.database.db.inTenants(people.tamsin, (tx) => keptKinds(tx, STAFFORDSHIRE))).toEqual(new Map([['visits', KEPT_FROM], ['plans', KEPT_FROM]]));
    expect(await ask(`select type, recorded_at as "recordedAt", data from event_log where tenant_id = $1 order by position desc limit 1`)).toEqual([{ type: 'record-kept', recordedAt: '2025-04-01T09:00:00.000Z', data: { kinds: ['visits', 'plans'], from: KEPT_FROM } }]);
  });

  it('is left as it is by a second run', async () => {
    const everything = () => Promise.all([
      ask('select event_id, position, data from event_log where tenant_id = $1 order by position'), ask('select * from fact where tenant_id = $1 order by child_id, key'), ask('select * from clock where tenant_id = $1 order by child_id, clock_id'),
      ask('select * from child where tenant_id = $1 order by id'),
    ]);
    const before = await everything();
    expect(await writeHistory(loader, SETTING)).toEqual({ children: 2, ofChildren: 2, events: 0 });
    expect(await everything()).toEqual(before);
  });

  it('keeps its clocks when files come again, and files keep theirs', async () => {
    await here.load(
      people.tamsin, 2027, header(['1001', 'F', '14/02/2016', 'WBRI', '', '', ''], ['1002', 'M', '02/03/2018', 'WBRI', '', '', '']), reviews(['1001', '14/02/2016', '24/06/2026', 'PN1'], ['1001', '14/02/2016', '22/09/2026', 'PN1']),
    );
    const clocks = await ask<{ id: string; due: string }>(`select clock_id as id, due_on as due, met_on as met from clock k join child c on c.tenant_id = $1 and c.id = k.child_id where k.tenant_id = $1 and council_code = '1001' order by clock_id`);
    expect(clocks).toEqual([
      { id: 'C02', due: '2026-10-30', met: null }, { id: 'C13', due: '2026-06-29', met: '2026-06-24' }, { id: 'C14', due: '2026-09-24', met: '2026-09-22' }, { id: 'C15', due: '2027-03-22', met: null },
      { id: 'C18', due: '2026-09-22', met: null },
    ]);
  });

  it('is written under row-level security: another council’s children are not there', async () => {
    expect(await writeHistory(loader, { ...SETTING, tenant: SHROPSHIRE, kept: new Map() })).toEqual({ children: 0, ofChildren: 0, events: 0 });
  });
});
