import { LocalDate, TenantId } from '@permanence/kernel/values';
import { TenantDb } from '@permanence/platform/tenant-db';
import { NAMES_ADDED, type TestRegion, openRegion } from '@permanence/testing/region';
import { Visitor } from '@permanence/testing/visitor';

const SHROPSHIRE = 'E06000051';
const STOKE = 'E06000021';
const COUNCILS = [SHROPSHIRE, STOKE, 'E10000028', 'E06000020'];
const OFFICES = ['information-owner', 'data-protection-officer'] as const;

describe('journey 13 by its pages: a profile is asked for, decided, read', () => {
  let region: TestRegion;
  let worker: Visitor;
  let manager: Visitor;
  let reference = '';
  let grant = '';

  const inShropshire = <Row>(sql: string): Promise<Row[]> =>
    region.region.services.regionalHub.app.get(TenantDb).inTenants({ id: 'tester', tenants: [TenantId(SHROPSHIRE)] }, (tx) => tx.query<Row[]>(sql));

  /** An office of a council signs version 2 on its page. */
  const signed = async (office: (typeof OFFICES)[number], council: string): Promise<void> => {
    const person = await new Visitor(region.url).signIn(office, council);
    await person.open('/region/sharing?version=2');
    await person.submit('/region/sharing/2/sign');
  };

  beforeAll(async () => {
    region = await openRegion({ today: LocalDate('2026-10-05') });
    await region.loadExample(SHROPSHIRE);
    await region.region.settled();
    const rows = await inShropshire<{ reference: string }>('select r.reference from tracker_reference r join tracker_entry e using (child_id) where e.birth_date is not null order by r.child_id limit 1');
    reference = rows[0]?.reference ?? '';
    worker = await new Visitor(region.url).signIn('locality-social-worker', STOKE);
    manager = await new Visitor(region.url).signIn('team-manager', SHROPSHIRE);
  }, 180_000);
  afterAll(() => region?.stop(), 60_000);

  it('is closed to her before she asks, with a way to ask', async () => {
    const page = await worker.open(`/region/tracker/${reference}/profile`);
    expect([page.status, worker.html.includes(`href="/region/tracker/${reference}/profile/ask"`)]).toEqual([403, true]);
  });

  it('asks for a purpose, then waits; no name is anywhere in the page', async () => {
    await worker.open(`/region/tracker/${reference}/profile/ask`);
    expect((await worker.submit(`/region/tracker/${reference}/profile/ask`)).status).toBe(422);
    expect(worker.html).toContain('Say what the profile is for. Choose a purpose.');
    await worker.submit(`/region/tracker/${reference}/profile/ask`, { purpose: 'family-finding' });
    expect(worker.html).toContain('Waits for an answer');
    expect(worker.html).not.toContain(NAMES_ADDED[SHROPSHIRE]);
    grant = worker.address;
  });

  it('her own manager may not share it', async () => {
    const own = await new Visitor(region.url).signIn('team-manager', STOKE);
    await own.open(grant);
    expect(own.html).toContain('Only a team manager of Shropshire decides this');
    expect((await own.submit(`${grant}/give`, { fields: 'locality-hub.profile.age', days: '28' })).status).toBe(422);
    expect(own.html).toContain('GRANT_BY_WRONG_AUTHORITY');
  });

  it('Shropshire’s manager is refused 60 days and an address, and shares it to Monday 2 November', async () => {
    await manager.open('/region/sharing/grants');
    expect(manager.html).toContain(`href="${grant}"`);
    await manager.open(grant);
    const fields = ['locality-hub.profile.firstName', 'locality-hub.profile.age'];
    await manager.submit(`${grant}/give`, { fields, days: '60' });
    expect(manager.html).toContain('28 days at most. Choose fewer days.');
    await manager.submit(`${grant}/give`, { fields, days: '28', other: 'locality-hub.birth-mother.address' });
    expect(manager.html).toContain('This never leaves the council');
    await manager.submit(`${grant}/give`, { fields, days: '28' });
    expect(manager.html).toContain('Shared until 2 November 2026');
  });

  it('she reads it under its banner, and the look is listed in the council that shares it', async () => {
    await worker.open(`/region/tracker/${reference}/profile`);
    expect(worker.html).toContain('Shared by Shropshire until Monday 2 November 2026');
    expect(worker.html).toMatch(/First name/);
    expect(worker.html).not.toContain(NAMES_ADDED[SHROPSHIRE]);
    const officer = await new Visitor(region.url).signIn('data-protection-officer', SHROPSHIRE);
    await officer.open('/access-log?why=grant');
    expect(officer.html).toContain('Shared under a grant');
  });

  it('is closed again when the manager stops sharing, and she may ask again', async () => {
    await manager.open(grant);
    await manager.submit(`${grant}/end`);
    expect(manager.html).toContain('Ended early on 5 October 2026');
    expect((await worker.open(`/region/tracker/${reference}/profile`)).status).toBe(403);
    expect(worker.html).toContain('Ask again');
  });

  it('another version is drafted and signed by its pages', async () => {
    const head = await new Visitor(region.url).signIn('regional-head-of-operations', 'region');
    await head.open('/region/sharing/draft');
    await head.submit('/region/sharing/draft', { startsOn: '5/10/2026', reviewOn: '5/10/2027', remove: ['L0 locality-hub.child.birthDate', 'L1 locality-hub.child.birthDate'] });
    expect(head.html).toContain('Waits for signatures: 0 of 8 are there.');
    expect((await worker.open('/region/sharing/draft')).status).toBe(403);
    await signed('information-owner', STOKE);
    await head.open('/region/sharing?version=2');
    expect(head.html).toContain('Waits for signatures: 1 of 8 are there.');
  });

  it('once the last council has signed, what the version leaves out is gone from database, page and API', async () => {
    const bornIn = async () => (await (await region.as('locality-social-worker', STOKE)).json<{ details: { birthMonth: string | null } }>(`regional-hub/v1/tracker/${reference}`)).details.birthMonth;
    const births = () => inShropshire<{ n: number }>('select ((select count(birth_date) from child) + (select count(birth_date) from tracker_entry))::int as n');
    await worker.open(`/region/tracker/${reference}`);
    expect([/born \w+ 20\d\d/.test(worker.html), (await bornIn())?.length, (await births())[0]?.n]).toEqual([true, 7, expect.any(Number)]);
    expect((await births())[0]?.n).toBeGreaterThan(0);
    for (const council of COUNCILS) for (const office of OFFICES) if (council !== STOKE || office !== 'information-owner') await signed(office, council);
    await region.region.settled();
    await worker.open(`/region/tracker/${reference}`);
    expect([worker.page?.status, /born \w+ 20\d\d/.test(worker.html), await bornIn(), await births()]).toEqual([200, false, null, [{ n: 0 }]]);
  }, 60_000);
});
