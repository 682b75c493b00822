import { NAMES_ADDED, type TestRegion } from '@permanence/testing/region';
import type { Page } from 'playwright-core';
import { pass, setClock } from './clock.js';
import type { Hand } from './hands/hand.js';
import { WAYS } from './hands/ways.js';
import { makeKnown } from './permissions.js';
import type { Person, Who } from './person.js';
import { Stage } from './stage.js';

const SHROPSHIRE = 'E06000051';
const STOKE = 'E06000021';
const REASON = 'The carer rang: the child has run off with a cut hand.';

type Name = Readonly<{ forename: string; surname: string }>;
type Child = Readonly<{ id: string; reference: string; councilCode: string; born: string; name: Name }>;
/** A child as other councils see them. */
type Tracked = Readonly<{ reference: string; child: Child }>;

const RUTH: Who = { role: 'team-manager', authority: SHROPSHIRE };
/** The manager on duty: not one of those named. */
const GETHIN: Who = { ...RUTH, nth: 1 };
const BETHAN: Who = { role: 'locality-social-worker', authority: SHROPSHIRE };
const ISOBEL: Who = { role: 'data-protection-officer', authority: SHROPSHIRE };
const PETRA: Who = { role: 'locality-social-worker', authority: STOKE };
const DILYS: Who = { role: 'team-manager', authority: STOKE };

const words = async (page: Page): Promise<string> => (await page.locator('body').innerText()).replace(/\s+/g, ' ');
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
/** The rows of a table below its head, each in one line. */
const rowsOf = async (page: Page): Promise<readonly string[]> => (await page.locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));

/** Children of Shropshire's first worker, in the order of their list. */
const ownChildren = async (region: TestRegion): Promise<readonly Child[]> => {
  const { items } = await (await region.as('locality-social-worker', SHROPSHIRE)).json<{ items: Child[] }>('locality-hub/v1/children?limit=100');
  return items;
};

/** The record of a child, open to the child's own worker and to whoever restricted it. */
const restrict = async (region: TestRegion, { id }: Child): Promise<void> => {
  const manager = await region.as('team-manager', SHROPSHIRE);
  const { name } = await (await region.as('locality-social-worker', SHROPSHIRE)).json<{ name: string }>('locality-hub/v1/me');
  const { items } = await manager.json<{ items: { id: string; name: string }[] }>('locality-hub/v1/workers');
  const named = items.filter((each) => each.name === name).map((each) => each.id);
  const answer = await manager.send('PUT', `locality-hub/v1/children/${id}/restriction`, { restricted: true, named, reason: 'A relative of the family works in this council.' });
  expect(answer.status).toBe(204);
};

/** Of the tracker's first page, as a worker of Stoke-on-Trent finds it, the rows of these children. */
const rowsOnTracker = async (region: TestRegion, children: readonly Child[]): Promise<readonly Tracked[]> => {
  const { items } = await (await region.as('locality-social-worker', STOKE)).json<{ items: { reference: string }[] }>(`regional-hub/v1/tracker?authority=${SHROPSHIRE}&limit=50`);
  const manager = await region.as('team-manager', SHROPSHIRE);
  const found: Tracked[] = [];
  for (const { reference } of items) {
    const answer = await manager.get(`regional-hub/v1/tracker/${reference}/child`);
    const { childId } = answer.ok ? ((await answer.json()) as { childId: string }) : { childId: '' };
    const child = children.find(({ id }) => id === childId);
    if (child !== undefined) found.push({ reference, child });
    if (found.length === WAYS.length) break;
  }
  expect(found).toHaveLength(WAYS.length);
  return found;
};

describe('who looks at a child’s record, and who may', () => {
  const restricted: Child[] = [];
  const tracked: Tracked[] = [];
  const stage = Stage.set(async (region) => {
    // Good Friday, in the morning.
    setClock(region, '2026-04-03T08:00:00.000Z');
    await region.loadExample(SHROPSHIRE);
    await makeKnown(region, SHROPSHIRE);
    const children = await ownChildren(region);
    await region.region.settled();
    tracked.push(...(await rowsOnTracker(region, children)));
    restricted.push(...children.filter(({ id }) => !tracked.some(({ child }) => child.id === id)).slice(0, WAYS.length));
    for (const child of restricted) await restrict(region, child);
  });

  const comes = async (who: Who, { script, hand }: (typeof WAYS)[number]): Promise<Readonly<{ person: Person; page: Page; does: Hand }>> => {
    const person = await stage.person(who, { script });
    return { person, page: person.page, does: hand(person.page, person.faults) };
  };
  const goes = async ({ person }: Readonly<{ person: Person }>): Promise<void> => {
    expect(person.faults).toEqual([]);
    await person.leave();
  };

  describe.each(WAYS)('emergency access (journey 9 from the reference on), $way', (way) => {
    const child = (): Child => restricted[way.at] as Child;

    it('b to d: the manager on duty is refused, says why they must see it, and sees it for an hour', async () => {
      const { person, page, does } = await comes(GETHIN, way);
      const { id, reference } = child();
      expect((await person.goTo(`/children/${id}`, 'a restricted record')).status()).toBe(403);
      expect(await heading(page)).toBe('This record is restricted');
      expect(await words(page)).toMatch(/This record is restricted to named people\. Ask Ruth Penhallow, team manager\..*RECORD_RESTRICTED/);
      await does.press('Open it in an emergency');
      await person.look('emergency access');
      expect(await page.title()).toBe('Emergency access - Permanence');
      expect(await words(page)).toMatch(new RegExp(`Record ${reference} is restricted\\..*The data protection officer is told now.*Someone else reviews it by Wednesday 8 April 2026`));
      await does.write('Why do you need it now?', 'Urgent');
      await does.press('Open it for 60 minutes');
      await person.look('emergency access: reason too short');
      expect(await words(page)).toMatch(/REASON_TOO_SHORT.*at least 20 characters, so that others can follow it/);
      await does.write('Why do you need it now?', REASON);
      await does.press('Open it for 60 minutes');
      await person.look('a record opened in an emergency');
      expect(new URL(page.url()).pathname).toBe(`/children/${id}`);
      expect(await words(page)).toMatch(new RegExp(`Record ${reference} is open to you in an emergency\\. It shuts in (60|59) minutes`));
      expect(await page.getByRole('link', { name: 'Restrict this record' }).count()).toBe(0);
      await goes({ person });
    }, 300_000);

    it('d, e: the child’s worker is told; the officer has it at once and finds it justified, which whoever looked cannot', async () => {
      const { reference } = child();
      const worker = await comes(BETHAN, way);
      await worker.person.goTo('/alerts/mine', 'emergency access to own children');
      expect(await heading(worker.page)).toBe('Emergency access to your children');
      expect((await rowsOf(worker.page)).find((row) => row.includes(reference))).toMatch(/Gethin Sarn team manager, Shropshire/);
      await goes(worker);
      const officer = await comes(ISOBEL, way);
      await officer.person.goTo('/access-log', 'who has looked, with emergency access');
      await officer.does.press('Alerts');
      await officer.person.look('alerts');
      expect((await rowsOf(officer.page))[0]).toMatch(new RegExp(`open now Gethin Sarn team manager ${reference} Review it.*Wednesday 8 April 2026`));
      await officer.does.press(new RegExp(`^Review it.*${reference}`));
      await officer.person.look('review of emergency access');
      expect(await words(officer.page)).toContain(`Reason given ${REASON}`);
      const review = new URL(officer.page.url()).pathname;
      const manager = await comes(GETHIN, way);
      expect((await manager.person.goTo(review, 'review by whoever looked')).status()).toBe(403);
      expect(await words(manager.page)).toMatch(/Only the data protection officer reviews emergency access\..*EMERGENCY_REVIEW_NOT_FOR_ROLE/);
      await goes(manager);
      await officer.does.press('Keep this finding');
      await officer.person.look('review without a finding');
      expect(await officer.page.title()).toMatch(/^Error: /);
      await officer.does.tick('Yes, it was justified');
      await officer.does.press('Keep this finding');
      await officer.person.look('alerts, all reviewed');
      expect(await words(officer.page)).toContain('No emergency access waits for a review.');
      await officer.does.press(/^Not read yet/);
      await officer.person.look('an alert');
      await officer.does.write('Note', 'Rang the team.');
      await officer.does.press('Mark as read');
      expect((await rowsOf(officer.page)).find((row) => row.includes(reference))).toContain('Read by Isobel Wrekin-Hart');
      await goes(officer);
    }, 300_000);

    it('f: after 60 minutes it is shut again; who has looked shows the emergency first, and the next one ends when it is ended', async () => {
      const { id, reference } = child();
      const { person, page, does } = await comes(GETHIN, way);
      pass(stage.region, 40);
      await person.goTo('/help/glossary', 'glossary during emergency access');
      expect(await words(page)).toMatch(new RegExp(`Record ${reference} is open to you in an emergency\\. It shuts in (20|1\\d) minutes`));
      pass(stage.region, 20);
      expect((await person.goTo(`/children/${id}`, 'a restricted record')).status()).toBe(403);
      expect(await words(page)).not.toContain('It shuts in');
      const worker = await comes(BETHAN, way);
      await worker.person.goTo(`/children/${id}/access`, 'who has looked, an emergency first');
      expect((await rowsOf(worker.page))[0]).toMatch(/Team manager Oswestry team, Shropshire .* Emergency access$/);
      expect(await words(worker.page)).not.toContain('Gethin Sarn');
      await goes(worker);
      await does.press('Open it in an emergency');
      await does.write('Why do you need it now?', REASON);
      await does.press('Open it for 60 minutes');
      await does.press(/^End now/);
      await person.look('own emergency access');
      expect(await words(page)).not.toContain('It shuts in');
      expect((await person.goTo(`/children/${id}`, 'a restricted record')).status()).toBe(403);
      await goes({ person });
      const officer = await stage.region.as('data-protection-officer', SHROPSHIRE);
      const { items } = await officer.json<{ items: { id: string }[] }>('locality-hub/v1/emergency-access/to-review');
      for (const use of items) await officer.send('POST', `locality-hub/v1/emergency-access/${use.id}/review`, { finding: 'justified', note: '' });
    }, 300_000);

    it('a worker says whom they know, and a manager confirms it', async () => {
      const { reference } = child();
      const worker = await comes(BETHAN, way);
      await worker.person.goTo('/relations', 'children whom one knows');
      await worker.does.press('Declare it');
      await worker.person.look('declared without a reference');
      await worker.does.write("The child's reference", reference);
      await worker.does.tick('Own family');
      await worker.does.press('Declare it');
      await worker.person.look('children whom one knows: one');
      await goes(worker);
      const manager = await comes(RUTH, way);
      await manager.person.goTo('/relations', 'what others declared');
      await manager.does.press(new RegExp(`^Confirm .*${reference}`));
      expect((await rowsOf(manager.page)).find((row) => row.includes(reference))).toContain('Confirmed by Ruth Penhallow');
      await goes(manager);
    }, 300_000);
  });

  describe('a waiting child across the region (journey 13), and who has looked (journey 7 a)', () => {
    beforeAll(() => setClock(stage.region, '2026-10-05T08:00:00.000Z'));

    /** What tells who a child is: it must stand nowhere in what other councils read. */
    const marksOf = ({ name, born, councilCode, reference }: Child): readonly string[] => [name.forename, name.surname, NAMES_ADDED[SHROPSHIRE] ?? '', born, councilCode, reference];

    describe.each(WAYS)('$way', (way) => {
      const row = (): Tracked => tracked[way.at] as Tracked;
      const grant = { path: '', number: '' };

      it('a to c: a worker of another council finds a row without a name, cannot open the record, and asks', async () => {
        const { person, page, does } = await comes(PETRA, way);
        const { reference, child } = row();
        await person.goTo(`/region/tracker?authority=${SHROPSHIRE}`, 'tracker of another council');
        const list = await page.content();
        await does.press(reference);
        await person.look('a row of the tracker');
        expect([await page.title(), await heading(page)]).toEqual([`${reference} - Permanence`, reference]);
        expect(await words(page)).toMatch(/A child of Shropshire.*\d+ days?/);
        const html = `${list}${await page.content()}`.toLowerCase();
        expect(marksOf(child).filter((mark) => html.includes(mark.toLowerCase()))).toEqual([]);
        await does.press('Open the record');
        await person.look('a record of another council');
        expect(await heading(page)).toBe('You cannot open this');
        expect(await words(page)).toContain('DRILL_DOWN_REFUSED');
        await person.goTo(`/region/tracker/${reference}`, 'a row of the tracker');
        await does.press('Ask for the profile');
        await person.look('ask for a profile');
        expect(await page.title()).toBe(`Ask for the profile of ${reference} - Permanence`);
        await does.press('Ask for it');
        await person.look('ask for a profile: no purpose');
        expect(await words(page)).toContain('Say what the profile is for. Choose a purpose.');
        await does.tick('To find a family');
        await does.press('Ask for it');
        await person.look('a profile asked for');
        expect(await words(page)).toMatch(/Asked by Petra Vance, Stoke-on-Trent, on Monday 5 October 2026 .*Waits for an answer/);
        grant.path = new URL(page.url()).pathname;
        [grant.number = ''] = /GR-\w+/.exec(await words(page)) ?? [];
        await goes({ person });
      }, 300_000);

      it('c: her own manager does not decide it', async () => {
        const { person, page, does } = await comes(DILYS, way);
        await person.goTo('/region/sharing/grants', 'profiles asked for, before the answer');
        await does.press(row().reference);
        await person.look('a profile that others decide');
        expect(await words(page)).toMatch(/Only a team manager of Shropshire decides this: it is their child\. GRANT_BY_WRONG_AUTHORITY/);
        expect(await page.getByRole('button', { name: 'Share this profile' }).count()).toBe(0);
        await goes({ person });
      }, 300_000);

      it('d: the manager of Shropshire is refused 60 days and an address, and shares it to Monday 2 November', async () => {
        const { person, page, does } = await comes(RUTH, way);
        await person.goTo('/region/sharing/grants', 'profiles asked of the own council');
        await does.press(row().reference);
        await person.look('a profile to decide');
        await does.tick('First name');
        await does.tick('Age in years');
        await does.write('For how many days', '60');
        await does.press('Share this profile');
        await person.look('a profile for too long');
        expect(await page.title()).toMatch(/^Error: /);
        expect(await words(page)).toMatch(/A profile is shared for 28 days at most\. Choose fewer days\..*GRANT_TOO_LONG/);
        await does.write('For how many days', '28');
        await does.write('Another field, by its name in the agreement', 'locality-hub.birth-mother.address');
        await does.press('Share this profile');
        await person.look('a field that is never shared');
        expect(await words(page)).toMatch(/This never leaves the council: .*FIELD_NEVER_SHARED/);
        await does.write('Another field, by its name in the agreement', '');
        await does.press('Share this profile');
        await person.look('a profile that is shared');
        expect(await words(page)).toMatch(/Shared until 2 November 2026.*Decided by Ruth Penhallow, on Monday 5 October 2026/);
        await goes({ person });
      }, 300_000);

      it('e, 7 a: she reads it under its banner; the child’s worker sees who looked: by name, by role, by the number of the grant', async () => {
        const { reference, child } = row();
        const petra = await comes(PETRA, way);
        await petra.person.goTo(grant.path, 'a profile shared with one');
        await petra.does.press('Open the profile');
        await petra.person.look('the profile of a child');
        expect(await heading(petra.page)).toBe(`Profile of ${reference}`);
        expect(await words(petra.page)).toMatch(new RegExp(`Shared by Shropshire until Monday 2 November 2026.*First name ${child.name.forename}`));
        expect((await petra.page.content()).includes(child.name.surname)).toBe(false);
        await goes(petra);
        await (await stage.region.as('performance-officer', SHROPSHIRE)).json(`locality-hub/v1/children/${child.id}`);
        const { person, page, does } = await comes(BETHAN, way);
        await person.goTo(`/children/${child.id}`, 'a record of one’s own child');
        await does.press('Who has looked at this record');
        await person.look('who has looked, with a grant');
        const rows = await rowsOf(page);
        expect(rows.find((each) => each.includes(grant.number))).toMatch(new RegExp(`Social worker Stoke-on-Trent Shared profile, grant ${grant.number} Shared under a grant$`));
        expect(rows.find((each) => each.includes('Performance officer'))).toMatch(/Performance officer Shropshire Overview/);
        expect(rows[0]).toMatch(/Bethan Rowlands social worker, Shropshire Who has looked Own case$/);
        expect(await words(page)).not.toMatch(/Petra Vance|Saskia Threlfall/);
        await goes({ person });
      }, 300_000);
    });

    describe('on 3 November', () => {
      beforeAll(() => setClock(stage.region, '2026-11-03T08:00:00.000Z'));

      it.each(WAYS)('f: it is shut, and she may ask again: $way', async (way) => {
        const { person, page, does } = await comes(PETRA, way);
        const { reference } = tracked[way.at] as Tracked;
        expect((await person.goTo(`/region/tracker/${reference}/profile`, 'a profile no longer shared')).status()).toBe(403);
        expect(await heading(page)).toBe('This profile is not shared with you');
        expect(await words(page)).toMatch(/Ran out on \d November 2026\. If you still need it, ask Shropshire again\./);
        await does.press('Ask again');
        await does.tick('To find a family');
        await does.press('Ask for it');
        expect(await words(page)).toMatch(/on Tuesday 3 November 2026 .*Waits for an answer/);
        await goes({ person });
      }, 300_000);
    });
  });
});
