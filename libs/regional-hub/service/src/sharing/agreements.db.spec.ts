import { FieldName, evolveAgreement, type Agreement, type AgreementEvent, type AgreementTerms } from '@permanence/regional-hub/domain';
import { LocalDate, REGION } from '@permanence/kernel/values';
import { FACT_TABLES } from '../projections/fact-tables.js';
import { clearFacts } from '../projections/facts.store.js';
import { Region, SHROPSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { SetClock, head, signByAll, signatory } from './agreement.fixture.js';
import { agreements as stored } from './agreement.store.js';
import { Agreements } from './agreements.service.js';
import { inPartnership } from './partnership.js';
import { sharedBy } from './shared-by.store.js';

const BIRTH = FieldName('locality-hub.child.birthDate');
const CHILD_ID = FieldName('locality-hub.child.childId');

/** The next version, with fields left out or added. */
const without = (...names: string[]) => (current: AgreementTerms, version: number): AgreementTerms => (
  { ...current, version, startsOn: LocalDate('2026-10-05'), reviewOn: LocalDate('2027-10-05'), fields: current.fields.filter(({ name }) => !names.includes(name)) }
);
const withField = (name: FieldName) => (current: AgreementTerms, version: number): AgreementTerms => (
  { ...without()(current, version), fields: [...current.fields, { name, level: 'L0', transform: 'as-is', justification: 'Ages are counted from it.' }] }
);

describe('the agreement in the database', () => {
  const clock = new SetClock('2026-10-05');
  let region: Region;
  let agreements: Agreements;
  const told = new Told(SHROPSHIRE, '2026-09-01');
  told.child('Ada').born('2016-02-14').inCare('2025-05-06').stay('U6', '2025-05-06');

  beforeAll(async () => {
    region = await Region.open();
    agreements = new Agreements(region.database.db, clock);
    await region.hear(SHROPSHIRE, told.events);
  });
  afterAll(() => region.close());

  const count = (sql: string, tenant = SHROPSHIRE) => region.in(tenant, async (tx) => (await tx.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]?.n);
  const births = () => region.in(SHROPSHIRE, async (tx) => (await tx.query<{ birth: string | null }[]>('select birth_date as birth from child order by birth_date desc nulls last')).map(({ birth }) => birth));
  const accept = async (outcome: Promise<Readonly<{ ok: boolean }>>) => expect(await outcome).toMatchObject({ ok: true });
  const rebuild = async (more: Told = told) => {
    await region.in(SHROPSHIRE, (tx) => clearFacts(tx, SHROPSHIRE));
    await region.hear(SHROPSHIRE, more.events);
  };

  it('begins with version 1, signed by both offices of the four councils and in force', async () => {
    const { state, signed } = await agreements.one(1);
    expect(state).toMatchObject({ status: 'in-force', inForceOn: '2026-04-01', terms: { version: 1, reviewOn: '2027-03-31' } });
    expect(signed).toHaveLength(8);
    expect(await births()).toEqual(['2016-02-14']);
    expect(await region.in(STOKE, (tx) => sharedBy(tx, STOKE))).toMatchObject({ version: 1, since: '2026-04-01' });
  });

  it('keeps the rows of each to itself: a council sees its own signatures, and of the agreement nothing', async () => {
    expect([await count('agreement_signature'), await count('sharing_agreement'), await count('shared_field'), await count('sharing_in_force')]).toEqual([2, 0, 0, 1]);
  });

  it('changes nothing by a draft; the last of eight signatures brings it into force, and the birth date is gone from the database', async () => {
    await accept(agreements.draft(head, without(BIRTH)));
    expect(await births()).toEqual(['2016-02-14']);
    expect(await agreements.draft(head, without())).toMatchObject({ refusal: { code: 'DRAFT_ALREADY_OPEN' } });
    await signByAll(agreements, 2);
    expect((await agreements.one(2)).state).toMatchObject({ status: 'in-force', inForceOn: '2026-10-05' });
    expect((await agreements.one(1)).state).toMatchObject({ status: 'ended', ending: 'replaced', endedOn: '2026-10-05' });
    expect(await births()).toEqual([null]);
    expect(await count('stay')).toBe(1);
  });

  it('stores no birth date of an event that carries one afterwards', async () => {
    told.child('Ben').born('2014-07-01');
    await region.hear(SHROPSHIRE, told.events.slice(-1));
    expect(await births()).toEqual([null, null]);
    await rebuild();
    expect(await births()).toEqual([null, null]);
  });

  it('asks for the figures of every council to be counted again', async () =>
    expect(await region.in(STOKE, async (tx) => (await tx.query<{ n: number }[]>('select change_no as n from figure_refresh'))[0]?.n)).toBe(1));

  it('has it again when it is put back and the read model is built again', async () => {
    await accept(agreements.draft(head, withField(BIRTH)));
    await signByAll(agreements, 3);
    expect(await births()).toEqual([null, null]);
    await rebuild();
    expect(await births()).toEqual(['2016-02-14', '2014-07-01']);
  });

  it('keeps a date as the month it falls in where no more is shared, at once and afterwards', async () => {
    await accept(agreements.draft(head, (current, version) => ({ ...without()(current, version), fields: current.fields.map((field) => (field.name === BIRTH ? { ...field, transform: 'month-only' as const } : field)) })));
    await signByAll(agreements, 4);
    expect(await births()).toEqual(['2016-02-01', '2014-07-01']);
    await rebuild();
    expect(await births()).toEqual(['2016-02-01', '2014-07-01']);
  });

  it('waits for its first day, and begins when it comes', async () => {
    await accept(agreements.draft(head, (current, version) => ({ ...withField(FieldName('locality-hub.child.languages'))(current, version), startsOn: LocalDate('2026-10-19'), reviewOn: LocalDate('2027-10-19') })));
    await signByAll(agreements, 5);
    await agreements.keepTime();
    expect((await agreements.one(5)).state.status).toBe('signed');
    clock.day = '2026-10-19';
    await agreements.keepTime();
    expect((await agreements.one(5)).state).toMatchObject({ status: 'in-force', inForceOn: '2026-10-19' });
  });

  it('is reviewed by a data protection officer', async () => {
    await accept(agreements.review(signatory(STOKE, 'data-protection-officer'), 5, 'data-protection-officer', LocalDate('2027-10-01')));
    expect((await agreements.one(5)).state.terms.reviewOn).toBe('2027-10-01');
  });

  it('stores nothing of a table whose rows nobody could tell apart, and takes the references of the tracker with them', async () => {
    expect(await count('tracker_reference')).toBe(2);
    await accept(agreements.draft(head, without(CHILD_ID)));
    await signByAll(agreements, 6);
    for (const { name, columns } of FACT_TABLES) if ('period_id' in columns || name === 'child') expect([name, await count(name)]).toEqual([name, 0]);
    expect(await count('tracker_reference')).toBe(0);
  });

  it('can be discarded before it begins, and ended by any council: then nothing is stored at all', async () => {
    await accept(agreements.draft(head, withField(FieldName('locality-hub.child.religion'))));
    await accept(agreements.discard(head, 7));
    await accept(agreements.end(signatory(STOKE, 'information-owner'), 6));
    expect(await region.in(SHROPSHIRE, (tx) => sharedBy(tx, SHROPSHIRE))).toEqual({ agreementId: null, version: null, since: null, fields: [] });
    await rebuild();
    for (const { name } of FACT_TABLES) expect([name, await count(name)]).toEqual([name, 0]);
  });

  it('is what its log says: folding the events of a version gives its row', async () => {
    const events = await region.database.db.inTenants(inPartnership('tester'), (tx) =>
      tx.query<{ streamId: string; type: AgreementEvent['type']; on: LocalDate; data: object }[]>(`select stream_id as "streamId", type, effective_on as "on", data from event_log where tenant_id = $1 order by position`, [REGION]));
    const rows = await region.database.db.inTenants(inPartnership('tester'), stored);
    expect(rows).toHaveLength(7);
    for (const { id, state } of rows.filter(({ state: { terms } }) => terms.version > 1)) {
      const folded = events.filter(({ streamId }) => streamId === id).map(({ type, on, data }) => ({ ...data, type, on }) as unknown as AgreementEvent).reduce<Agreement>(evolveAgreement, { status: 'none' });
      expect({ ...folded, signatures: [] }).toEqual(JSON.parse(JSON.stringify({ ...state, signatures: [] })));
      expect((folded as typeof state).signatures).toHaveLength(state.signatures.length);
    }
    expect(events.filter(({ data }) => (data as { version: number }).version === 1).map(({ type }) => type)).toEqual(
      ['sharing-agreement-drafted', ...Array.from({ length: 8 }, () => 'sharing-agreement-signed'), 'sharing-agreement-in-force', 'sharing-agreement-ended']);
  });
});
