import { Visitor } from '@permanence/testing/visitor';
import { type TestRegion, openRegion } from '@permanence/testing/region';

const STAFFORDSHIRE = 'E10000028';
const REASON = 'The carer rang: the child has run off with a cut hand.';

type Child = Readonly<{ id: string; reference: string }>;

/** Journey 9 of portal.md, from the child's reference on. */
describe('emergency access, by pages', () => {
  let region: TestRegion;
  let child: Child;
  let manager: Visitor;
  let officer: Visitor;
  let worker: Visitor;

  beforeAll(async () => {
    region = await openRegion();
    await region.loadExample(STAFFORDSHIRE);
    const visitor = (role: string): Promise<Visitor> => new Visitor(region.url).signIn(role, STAFFORDSHIRE);
    [worker, manager, officer] = [await visitor('locality-social-worker'), await visitor('team-manager'), await visitor('data-protection-officer')];
    const asWorker = await region.as('locality-social-worker', STAFFORDSHIRE);
    [child] = (await asWorker.json<{ items: Child[] }>('locality-hub/v1/children?limit=1')).items as [Child];
    // Somebody else is named; the manager who restricts stays inside, so that here a reviewing officer and the worker stand outside.
    const asManager = await region.as('team-manager', STAFFORDSHIRE);
    const { id: me } = await asWorker.json<{ id: string }>('locality-hub/v1/me');
    const { items } = await asManager.json<{ items: { id: string; name: string }[] }>('locality-hub/v1/workers');
    const { name } = await asWorker.json<{ name: string }>('locality-hub/v1/me');
    const named = items.find((each) => each.id !== me && each.name !== name)?.id;
    const restricted = await asManager.send('PUT', `locality-hub/v1/children/${child.id}/restriction`, { restricted: true, named: [named], reason: 'A relative of the family works in this council.' });
    expect(restricted.status).toBe(204);
  }, 120_000);
  afterAll(() => region.stop());

  it('is offered where a record is restricted', async () => {
    const answer = await worker.open(`/children/${child.id}`);
    expect([answer.status, worker.html.includes(`/children/${child.id}/emergency-access`)]).toEqual([403, true]);
    await worker.open(`/children/${child.id}/emergency-access`);
    expect(worker.html).toContain(`Record ${child.reference} is restricted.`);
    expect(worker.html).toContain('Ring first if you can.');
  });

  it('asks for a reason that says something, and keeps what was typed', async () => {
    const answer = await worker.submit(`/children/${child.id}/emergency-access`, { reason: 'Urgent' });
    expect([answer.status, worker.html.includes('>Urgent</textarea>'), worker.html.includes('href="#reason"')]).toEqual([422, true, true]);
  });

  it('opens the record, and says so on every page until it ends', async () => {
    await worker.submit(`/children/${child.id}/emergency-access`, { reason: REASON });
    expect([worker.address, worker.page?.status]).toEqual([`/children/${child.id}`, 200]);
    for (const address of [`/children/${child.id}`, '/', '/help/glossary', '/nothing-here']) {
      await worker.open(address);
      expect([address, worker.html.replace(/<[^>]+>/g, '')]).toEqual([address, expect.stringMatching(new RegExp(`Record ${child.reference} is open to you in an emergency\\. It shuts in (60|59) minutes`))]);
    }
  });

  it('is in the officer’s list at once, and first in who has looked', async () => {
    await officer.open('/alerts');
    expect(officer.html).toContain(child.reference);
    expect(officer.html).toContain('Friday 2 October 2026');
    await worker.open('/alerts/mine');
    expect(worker.html).toContain(child.reference);
    await worker.open(`/children/${child.id}/access`);
    expect(worker.html.indexOf('Emergency access</td>')).toBeGreaterThan(0);
  });

  it('ends when the person says so: the record is shut again', async () => {
    const [, end = ''] = /action="(\/emergency-access\/[0-9a-f-]+\/end)"/.exec(worker.html) ?? [];
    await worker.submit(end);
    expect([worker.address, worker.html.includes('It shuts in')]).toEqual(['/emergency-access', false]);
    expect((await worker.open(`/children/${child.id}`)).status).toBe(403);
  });

  it('is reviewed by the officer, and not by a manager', async () => {
    await officer.open('/alerts');
    const [review = ''] = /\/emergency-access\/[0-9a-f-]+\/review/.exec(officer.html) ?? [];
    expect((await manager.open(review)).status).toBe(403);
    await officer.open(review);
    expect(officer.html).toContain(REASON);
    expect((await officer.submit(review)).status).toBe(422);
    await officer.submit(review, { finding: 'justified', note: '' });
    expect(officer.address).toBe('/alerts');
    await worker.open('/emergency-access');
    expect(worker.html.replace(/<[^>]+>/g, '')).toContain('Reviewed on Wednesday 30 September 2026: justified.');
  });

  it('reads an alert with a note', async () => {
    await officer.open('/alerts');
    const [alert = ''] = /\/alerts\/[0-9a-f]{8}-[0-9a-f-]+/.exec(officer.html) ?? [];
    await officer.open(alert);
    await officer.submit(alert, { note: 'Rang the team.' });
    await officer.open(alert);
    expect(officer.html).toContain('Rang the team.');
  });

  it('opens by a reference that somebody knows, and says where it is wrong', async () => {
    const reviewer = await new Visitor(region.url).signIn('reviewing-officer', STAFFORDSHIRE);
    await reviewer.open('/emergency-access');
    await reviewer.submit('/emergency-access', { reference: 'CH-2222-2222', reason: REASON });
    expect([reviewer.page?.status, reviewer.html.includes('We could not find that record. Check the reference.')]).toEqual([422, true]);
    await reviewer.submit('/emergency-access', { reference: 'CH-7', reason: REASON });
    expect(reviewer.html).toContain('This is not a reference');
    await reviewer.submit('/emergency-access', { reference: child.reference.toLowerCase(), reason: REASON });
    expect([reviewer.address, reviewer.page?.status]).toEqual([`/children/${child.id}`, 200]);
  });

  it('takes what a worker declares and a manager confirms', async () => {
    await worker.open('/relations');
    await worker.submit('/relations', { reference: child.reference, kind: '' });
    expect([worker.page?.status, worker.html.includes('Choose one.')]).toEqual([422, true]);
    await worker.submit('/relations', { reference: child.reference, kind: 'friend-or-neighbour' });
    expect([worker.address, worker.html.includes('Not confirmed yet')]).toEqual(['/relations', true]);
    await manager.open('/relations');
    const [confirm = ''] = /\/relations\/[0-9a-f-]+\/confirm/.exec(manager.html) ?? [];
    await manager.submit(confirm);
    expect(manager.html).toContain('Confirmed by');
  });
});
