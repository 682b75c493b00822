import { type Council, TODAY, council, episodes, missing, names, people, workers } from '../children/council.fixture.js';
import { type ServedCouncil, served } from '../children/served.fixture.js';
import { type LocalDate, addDays } from '@permanence/kernel/values';

const { nadia, callum, ines, owen, tamsin, sunil, saskia } = people;

type Group = Readonly<{ group: string; total: number; items: readonly Readonly<{ id: string; kind: string; due: { clock: string; dueOn: string }; child: { name: { forename: string } } }>[]; next: string | null }>;

/** Three children of Nadia's, one of Callum's, one of Ines's (another team), one of nobody's. */
const CHILDREN = [['A1', 'SW100001'], ['A2', 'SW100001'], ['A3', 'SW100001'], ['B1', 'SW100002'], ['C1', 'SW100003'], ['D1', '']] as const;

describe('what is due and late', () => {
  let staffordshire: Council;
  let service: ServedCouncil;

  /** A running clock of a child, due some days from today. */
  const due = (code: string, clock: string, days: number, more: Readonly<{ metOn?: LocalDate }> = {}): Promise<unknown> =>
    staffordshire.database.db.inTenants(tamsin, (tx) => tx.query(
      `insert into clock (tenant_id, child_id, clock_id, started_on, due_on, met_on) select tenant_id, id, $2, $3, $4, $5 from child where council_code = $1`,
      [code, clock, addDays(TODAY, days - 42), addDays(TODAY, days), more.metOn ?? null],
    ));

  beforeAll(async () => {
    staffordshire = await council();
    service = await served(staffordshire);
    await staffordshire.load(
      tamsin, 2026,
      episodes(...CHILDREN.map(([code]) => [code, '12/05/2025', 'P', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(...CHILDREN.flatMap(([code, registration]) => (registration === '' ? [] : [[code, '', registration, '12/05/2025', '', '']]))),
      names(...CHILDREN.map(([code]) => [code, `Name${code}`, 'Castell', ''])),
      missing(['A3', '', 'M', '28/09/2026', '']),
    );
    for (const who of [nadia, callum, ines, owen]) await service.get(who, '/me');
    await due('A1', 'C02', -3);
    await due('A1', 'C15', 5);
    await due('A2', 'C23', 40);
    await due('A2', 'C24', 12, { metOn: TODAY });
    await due('B1', 'C02', 7);
    await due('C1', 'C27', 8);
    await due('D1', 'C18', 0);
    await due('D1', 'C12', 1);
  });
  afterAll(async () => {
    await service.close();
    await staffordshire.close();
  });

  const work = async (who: typeof nadia, query = '') => (await service.get(who, `/work${query}`)).body as { scope: string; groups: Group[]; missing: { name: { forename: string } }[]; undated: number; counts: object[] };
  const rowsOf = ({ groups }: { groups: readonly Group[] }) => groups.map(({ group, total, items }) => [group, total, items.map(({ due: { clock }, kind, child }) => `${child.name.forename} ${clock} ${kind}`)]);

  it('is a worker’s own, each with its clock, late first; who is missing stands apart, and who has no date is counted', async () => {
    const mine = await work(nadia);
    expect([mine.scope, mine.undated, mine.counts, mine.missing.map(({ name }) => name.forename)]).toEqual(['mine', 1, [], ['NameA3']]);
    expect(rowsOf(mine)).toEqual([['overdue', 1, ['NameA1 C02 visits']], ['week', 1, ['NameA1 C15 reviews']], ['later', 1, ['NameA2 C23 health']]]);
  });

  it('is the team’s for its manager, with the children whom nobody has only where the council is asked for', async () => {
    const team = await work(owen);
    expect(team.scope).toBe('team');
    expect(rowsOf(team).map(([, total]) => total)).toEqual([1, 2, 1]);
    expect(team.counts).toMatchObject([{ name: 'Nadia Ferris', team: 'Stafford', overdue: 1, week: 1, later: 1 }, { name: 'Callum Thorley', overdue: 0, week: 1, later: 0 }]);
    expect(rowsOf(await work(owen, '?scope=council')).map(([, total]) => total)).toEqual([1, 3, 1]);
  });

  it('is the council’s for a performance officer, counted by team', async () => {
    const whole = await work(tamsin);
    expect(rowsOf(whole).map(([, total]) => total)).toEqual([1, 3, 2]);
    expect(whole.counts).toEqual([
      { id: null, name: null, team: 'Stafford', overdue: 1, week: 2, later: 1 }, { id: null, name: null, team: null, overdue: 0, week: 1, later: 0 }, { id: null, name: null, team: 'Moorlands', overdue: 0, week: 0, later: 1 },
    ]);
  });

  it('is filtered by what it is about', async () => {
    expect(rowsOf(await work(tamsin, '?kind=visits'))).toEqual([['overdue', 1, ['NameA1 C02 visits']], ['week', 1, ['NameB1 C02 visits']], ['later', 0, []]]);
  });

  it('goes on from a place in one group', async () => {
    const first = await work(tamsin, '?group=week&limit=1');
    expect(first.groups.map(({ total, items }) => [total, items.length])).toEqual([[3, 1]]);
    const seen = [...(first.groups[0]?.items ?? [])];
    for (let next = first.groups[0]?.next ?? null; next !== null; ) {
      const page = await work(tamsin, `?group=week&limit=1&cursor=${next}`);
      seen.push(...(page.groups[0]?.items ?? []));
      next = page.groups[0]?.next ?? null;
    }
    expect(seen.map(({ due: { dueOn } }) => dueOn)).toEqual([TODAY, addDays(TODAY, 5), addDays(TODAY, 7)]);
    expect(await service.get(tamsin, '/work?group=week&cursor=nowhere')).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ', errors: [{ field: 'cursor' }] } });
  });

  it('leaves out a record that is shut to the person', async () => {
    const child = (await service.get(owen, '/children?q=B1')).body.items[0];
    const named = (await service.get(owen, '/workers')).body.items.find(({ name }: { name: string }) => name === 'Nadia Ferris').id as string;
    const etag = (await service.get(owen, `/children/${child.id}`)).headers['etag'] ?? '';
    const shut = await service.send(owen, 'put', `/children/${child.id}/restriction`, { restricted: true, reason: 'A relative of the family works in this council.', named: [named] }, { 'if-match': etag });
    expect(shut.status).toBeLessThan(300);
    expect(rowsOf(await work(callum)).map(([, total]) => total)).toEqual([0, 0, 0]);
  });

  it('is nobody’s of another council, and not a data protection officer’s: 403', async () => {
    expect(rowsOf(await work(saskia)).map(([, total]) => total)).toEqual([0, 0, 0]);
    expect(await service.get(sunil, '/work')).toMatchObject({ status: 403, body: { code: 'WORK_NOT_FOR_ROLE' } });
  });
});
