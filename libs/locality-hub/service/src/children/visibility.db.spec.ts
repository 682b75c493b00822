import fc from 'fast-check';
import type { Uuid } from '@permanence/kernel/values';
import type { HttpProblem } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { Workers } from '../workers/workers.service.js';
import { AccessReader } from '../access/access.reader.js';
import type { ChildrenQuery } from './children.dto.js';
import { CHILD_SORTS } from './child-list.store.js';
import { CLOCK_ON, type Council, council, episodes, names, people, workers } from './council.fixture.js';
import { RecordsReader } from './records.reader.js';
import { Restrictions } from './restrictions.js';
import { clockAt } from '../imports/import.fixture.js';

const { nadia, callum, ines, owen, greta, tamsin, gwendolen, sunil, saskia } = people;
const REASON = 'A relative of the family works in this council.';

/** 200 children: 60 of Nadia, 50 of Callum (both Stafford), 40 of Ines (Moorlands), 50 of nobody; those above 180 have left care. */
const COUNT = 200;
const codeOf = (n: number): string => `C${String(n).padStart(3, '0')}`;
const workerOf = (n: number): string | undefined => (n < 60 ? 'SW100001' : n < 110 ? 'SW100002' : n < 150 ? 'SW100003' : undefined);
const leftCare = (n: number): boolean => n >= 180;
const all = Array.from({ length: COUNT }, (_, n) => n);

const problemOf = async (work: Promise<unknown>): Promise<HttpProblem['problem']> => {
  try {
    await work;
  } catch (error) {
    return (error as HttpProblem).problem;
  }
  throw new Error('nothing was refused');
};

describe('who may see which child', () => {
  let staffordshire: Council;
  let records: RecordsReader;
  let restrictions: Restrictions;
  let access: AccessReader;
  let staff: Workers;
  beforeAll(async () => {
    staffordshire = await council();
    const { db } = staffordshire.database;
    records = new RecordsReader(db, staffordshire.postcodes, CLOCK_ON);
    restrictions = new Restrictions(db, CLOCK_ON);
    access = new AccessReader(db, records, CLOCK_ON);
    staff = new Workers(db, clockAt('2026-09-30'));
    await staffordshire.load(
      tamsin, 2026,
      episodes(...all.map((n) => [codeOf(n), `${String(1 + (n % 28)).padStart(2, '0')}/06/2025`, 'S', 'C2', 'N1', 'U6', 'PR1', leftCare(n) ? '01/02/2026' : '', leftCare(n) ? 'E4A' : '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(...all.flatMap((n) => { const worker = workerOf(n); return worker === undefined ? [] : [[codeOf(n), '', worker, '01/07/2025', '', '']]; })),
      names(...all.filter((n) => n % 3 > 0).map((n) => [codeOf(n), `Child${String(n % 7)}`, `Surname${String(n % 11)}`, ''])),
    );
    for (const who of [nadia, callum, ines, owen, greta, tamsin, gwendolen, sunil, saskia]) await staff.me(who);
  });
  afterAll(() => staffordshire.close());

  const totalOf = async (who: Who, query: ChildrenQuery = {}): Promise<number> => (await records.list(who, { limit: '1', ...query })).total;
  const idOf = async (n: number): Promise<Uuid> => {
    const [row] = (await records.list(tamsin, { q: codeOf(n) })).items;
    if (row === undefined) throw new Error(`no child ${n}`);
    return row.id;
  };
  const looks = async (): Promise<number> => {
    const [row] = await staffordshire.database.db.inTenants(tamsin, (tx) => tx.query<{ n: number }[]>('select count(*)::int as n from access_log'));
    return row?.n ?? 0;
  };

  it.each<[string, Who, ChildrenQuery, number]>([
    ['a worker: own children', nadia, {}, 60],
    ['a worker, whatever scope is asked', nadia, { scope: 'authority' }, 60],
    ['a worker: nobody without a worker', nadia, { scope: 'not-allocated' }, 0],
    ['a manager: the team', owen, {}, 110],
    ['a manager of another team', greta, {}, 40],
    ['a manager: children without a worker', owen, { scope: 'not-allocated' }, 30],
    ['a manager: those who left care too', owen, { scope: 'not-allocated', lookedAfter: 'all' }, 50],
    ['a manager: all within reach', owen, { scope: 'authority' }, 140],
    ['a performance officer: all in care', tamsin, {}, 180],
    ['a performance officer: those who left care', tamsin, { lookedAfter: 'false' }, 20],
    ['an auditor', gwendolen, { lookedAfter: 'all' }, 200],
    ['a data protection officer', sunil, { lookedAfter: 'all' }, 0],
    ['another council', saskia, { lookedAfter: 'all' }, 0],
  ])('lists for %s', async (_, who, query, total) => expect(await totalOf(who, query)).toBe(total));

  it('finds by council code, reference and the beginning of a name', async () => {
    const [row] = (await records.list(tamsin, { q: 'c001' })).items;
    expect(row).toMatchObject({ kind: 'child', councilCode: 'C001' });
    expect((await records.list(tamsin, { q: row?.reference.toLowerCase() ?? '' })).items).toHaveLength(1);
    expect(await totalOf(tamsin, { q: 'surname10' })).toBe(all.filter((n) => n % 3 > 0 && n % 11 === 10).length);
    expect(await totalOf(tamsin, { q: 'child1 surname1' })).toBe(all.filter((n) => n % 3 > 0 && n % 7 === 1 && (n % 11 === 1 || n % 11 === 10)).length);
    expect(await totalOf(tamsin, { q: '%' })).toBe(0);
    expect(await totalOf(nadia, { q: 'C150' })).toBe(0);
  });

  it('gives of many ids those that the person may know of', async () => {
    const ids = await Promise.all([1, 70, 130, 190].map(idOf));
    expect((await records.list(owen, { ids: ids.join(',') })).items.map(({ id }) => id).sort()).toEqual([ids[0], ids[1], ids[3]].sort());
  });

  it('gives every child once, page by page, in every order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHILD_SORTS), fc.integer({ min: 7, max: 200 }), fc.constantFrom('true' as const, 'false' as const, 'all' as const), async (sort, limit, lookedAfter) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await records.list(gwendolen, { sort, limit: String(limit), lookedAfter, ...(cursor === undefined ? {} : { cursor }) });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength({ true: 180, false: 20, all: 200 }[lookedAfter]);
      }),
      { numRuns: 12 },
    );
  });

  it('puts in order by name, those without one last, and by time in care', async () => {
    const byName = (await records.list(gwendolen, { sort: 'name', limit: '500' })).items.flatMap((row) => (row.kind === 'child' ? [row.name?.surname ?? '~'] : []));
    expect(byName).toEqual(byName.toSorted((x, y) => (x === y ? 0 : x < y ? -1 : 1)));
    const [longest] = (await records.list(gwendolen, { sort: 'entered', limit: '1' })).items;
    expect(longest).toMatchObject({ kind: 'child' });
    expect((await records.record(gwendolen, longest?.id as Uuid)).record.care[0]?.from).toBe('2025-06-01');
  });

  it('opens a record to its worker, their manager, the officer and the auditor, each on their own ground', async () => {
    const id = await idOf(3);
    for (const who of [nadia, owen, tamsin, gwendolen]) await records.record(who, id);
    const { items } = await access.ofChild(gwendolen, id, {});
    expect(items.map(({ who, why, part }) => [who, why, part])).toEqual(expect.arrayContaining([
      ['Nadia Ferris', 'own-case', 'overview'], ['Owen Brackley', 'team', 'overview'], ['Tamsin Iqbal', 'authority', 'overview'], ['Gwendolen Yarwood', 'audit', 'overview'], ['Gwendolen Yarwood', 'audit', 'access'],
    ]));
    expect(items).toHaveLength(5);
  });

  it('answers alike for a child of another worker, of another council and for no child at all, and notes no look', async () => {
    const id = await idOf(70);
    const before = await looks();
    const answers = await Promise.all([records.record(nadia, id), records.record(greta, id), records.record(saskia, id), records.record(sunil, id), records.record(nadia, 'ffffffff-0000-4000-8000-000000000000' as Uuid)].map(problemOf));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await looks()).toBe(before);
  });

  it('notes as many looks as there were, each part under its name', async () => {
    const id = await idOf(4);
    const before = await looks();
    await records.record(nadia, id);
    await records.chronology(nadia, id, {});
    for (const section of ['reviews', 'missing', 'findings', 'workers', 'siblings'] as const) expect((await records[section](nadia, id, {})).child.id).toBe(id);
    expect((await records.placements(nadia, id)).child.id).toBe(id);
    expect(await looks()).toBe(before + 8);
  });

  describe('a restricted record', () => {
    let id: Uuid;
    beforeAll(async () => {
      id = await idOf(6);
      const { items } = await staff.list(owen, {});
      const namedId = items.find(({ name }) => name === 'Callum Thorley')?.id as Uuid;
      expect(await restrictions.handle(owen, id, { restricted: true, named: [namedId], reason: REASON }, undefined)).toMatchObject({ ok: true });
    });

    it.each([['its own worker', nadia], ['the officer', tamsin], ['the auditor', gwendolen]] as const)('shows %s that it is there and whom to ask', async (_, who) => {
      expect(await problemOf(records.record(who, id))).toMatchObject({ status: 403, code: 'RECORD_RESTRICTED', detail: 'This record is restricted to named people. Ask Owen Brackley, team manager.' });
      const [row] = (await records.list(who, { ids: id })).items;
      expect(row).toEqual({ kind: 'restricted', id, reference: row?.reference, ask: 'Ask Owen Brackley, team manager.' });
    });
    it('is not there for a manager out of whose reach it is', async () => {
      expect(await problemOf(records.record(greta, id))).toMatchObject({ status: 404 });
      expect(await totalOf(greta, { ids: id })).toBe(0);
    });
    it('opens to the person named, and to the manager who restricted it', async () => {
      const { record } = await records.record(callum, id);
      expect(record.restriction).toMatchObject({ since: '2026-09-30', by: 'Owen Brackley', reason: REASON, named: [{ name: 'Owen Brackley' }, { name: 'Callum Thorley' }] });
      await records.record(owen, id);
      expect((await access.ofChild(owen, id, {})).items.map(({ why }) => why)).toContain('named');
    });
    it('still counts, and its name finds nothing', async () => {
      expect(await totalOf(nadia)).toBe(60);
      expect((await records.list(tamsin, { q: 'C006' })).items).toMatchObject([{ kind: 'restricted' }]);
    });
    it('says so in the chronology, without the reason for whoever reads no free text', async () => {
      const [entry] = (await records.chronology(callum, id, { kind: 'restriction' })).items;
      expect(entry).toMatchObject({ type: 'locality-hub.record-restricted', on: '2026-09-30', by: { name: 'Owen Brackley', role: 'team-manager' }, data: { reason: REASON } });
    });
    it('is changed from the version that was seen, or not at all', async () => {
      const { version } = await records.record(owen, id);
      expect(await problemOf(restrictions.handle(owen, id, { restricted: false, named: [], reason: REASON }, version - 1))).toMatchObject({ status: 412 });
      expect(await restrictions.handle(owen, id, { restricted: true, named: ['ffffffff-0000-4000-8000-000000000000' as Uuid], reason: REASON }, version)).toMatchObject({ refusal: { code: 'PERSON_NOT_OF_COUNCIL' } });
      expect(await restrictions.handle(owen, id, { restricted: false, named: [], reason: REASON }, version)).toMatchObject({ ok: true });
      expect((await records.record(nadia, id)).record.restriction).toBeNull();
      expect(await problemOf(records.record(callum, id))).toMatchObject({ status: 404 });
    });
  });

  it('shows the council’s looks to officer, auditor and manager, by ground and by day, this one first', async () => {
    const list = await access.ofCouncil(sunil, { why: 'data-protection' });
    expect(list).toMatchObject({ total: 1, items: [{ who: 'Sunil Braithe', part: 'access list', why: 'data-protection', child: null, authority: 'Staffordshire' }] });
    expect((await access.ofCouncil(owen, { from: '2026-09-30' as never, to: '2026-09-30' as never })).total).toBe(await looks());
    expect((await access.ofCouncil(gwendolen, { from: '2026-10-01' as never })).total).toBe(0);
    expect((await access.ofCouncil(gwendolen, { to: '2026-09-29' as never })).total).toBe(0);
    await expect(access.ofCouncil(nadia, {})).rejects.toMatchObject({ status: 403, code: 'ACCESS_LOG_NOT_FOR_ROLE' });
    const pages: number[] = [];
    for (let cursor: string | undefined = undefined, more = true; more; ) {
      // Looks at one's own cases: reading the list adds none of these.
      const page: Awaited<ReturnType<AccessReader['ofCouncil']>> = await access.ofCouncil(owen, { limit: '4', why: 'own-case', ...(cursor === undefined ? {} : { cursor }) });
      pages.push(page.items.length);
      [cursor, more] = [page.next ?? undefined, page.next !== null];
    }
    expect(pages.reduce((sum, n) => sum + n, 0)).toBe((await access.ofCouncil(owen, { why: 'own-case' })).total);
    expect(pages.length).toBeGreaterThan(2);
  });
});
