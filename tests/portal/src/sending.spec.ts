import request, { type Response } from 'supertest';
import { Visitor } from '@permanence/testing/visitor';
import { tokenFor } from '../../../tools/token/sign-in.mjs';
import { type TestRegion, testRegion } from './region.js';

const TELFORD = 'E06000020';
const MARKUP = '<img src=x onerror=alert(1)>.csv';
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n9001,1,03/02/2015,WBRI,X,,\r\n';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n9001,01/06/2025,S,C2,N1,U6,PR1,,,,TF1 1AA,TF2 2AA,\r\n9001,not a day,S,C2,N1,U6,PR1,,,,TF1 1AA,TF2 2AA,\r\n';

describe('what people send', () => {
  let test: TestRegion;
  let officer: Visitor;
  let manager: Visitor;
  beforeAll(async () => {
    test = await testRegion();
    officer = await new Visitor(test.origin).signIn('performance-officer', TELFORD);
    manager = await new Visitor(test.origin).signIn('team-manager', TELFORD);
  }, 60_000);
  afterAll(() => test.close());

  const upload = async (person: Visitor, files: readonly (readonly [name: string, content: string])[], fields: Readonly<Record<string, string>> = {}): Promise<Response> => {
    await person.open('/imports/new');
    const sent = request(test.origin).post('/imports/new').set('cookie', `session=${person.cookie('session') ?? ''}; _csrf=${person.cookie('_csrf') ?? ''}`).redirects(0);
    for (const [name, value] of Object.entries({ ...person.hidden('/imports/new'), year: '2026', asAt: '', ...fields })) void sent.field(name, value);
    for (const [name, content] of files) void sent.attach('files', Buffer.from(content), name);
    return sent;
  };

  /** Opens an import until it is no longer at work. */
  const ended = async (person: Visitor, address: string): Promise<string> => {
    for (;;) {
      const { body } = await person.ask(`${address}/progress`);
      if ((body as { ended: boolean }).ended) break;
    }
    await person.open(address);
    return person.html;
  };

  describe('files', () => {
    let address = '';

    it('are checked first, each under its name as it is', async () => {
      const answer = await upload(officer, [['header.csv', HEADER], ['episodes.csv', EPISODES], [MARKUP, 'A,B\r\n1,2\r\n']]);
      expect(answer.status).toBe(303);
      address = String(answer.headers['location']);
      const html = await ended(officer, address);
      expect(html).toContain('3 rows checked, nothing has changed yet.');
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;.csv');
      expect(html).not.toContain('<img');
    });

    it('are applied when somebody has looked, once for two clicks', async () => {
      const fields = officer.hidden(`${address}/apply`);
      const [first, second] = [await officer.send(`${address}/apply`, fields), await officer.send(`${address}/apply`, fields)];
      expect([first.status, first.headers['location'], second.status, second.headers['location']]).toEqual([303, address, 303, address]);
      expect(await ended(officer, address)).toContain('What happened to each row');
    });

    it('give back what is set aside, to mend', async () => {
      const { status, headers, text } = await officer.ask(`${address}/set-aside?module=Episodes`);
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="set-aside-episodes.csv"']);
      expect(text).toContain('9001,NOT A DAY,');
    });

    it('are missing, or of no collection: the form comes back with what was chosen, and says so', async () => {
      const none = await upload(officer, [], { year: '2024' });
      expect(none.status).toBe(422);
      expect(none.text).toContain('Choose at least one file.');
      expect(none.text).toContain('<option value="2024" selected>');
      const toCome = await upload(officer, [['header.csv', HEADER]], { year: '2026', asAt: '31/12/2026' });
      expect(toCome.status).toBe(422);
      expect(toCome.text).toContain('value="31/12/2026"');
      expect(toCome.text).toContain('Give a day from 1 April 2025 to 31 March 2026, the year of these files.');
    });

    it('of the sample are offered, and belong to nobody', async () => {
      await officer.open('/imports/new');
      const answer = await officer.send('/imports/sample', officer.hidden('/imports/sample'));
      expect(answer.status).toBe(303);
      expect(await ended(officer, String(answer.headers['location']))).toContain('rows checked, nothing has changed yet.');
      const { status, headers } = await officer.ask('/imports/samples/names.csv');
      expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="names.csv"']);
      expect((await officer.ask('/imports/samples/..%2FREADME.md')).status).toBe(404);
    });

    it('are the performance officer’s to send', async () => {
      const answer = await manager.ask('/imports');
      expect([answer.status, answer.text.includes('IMPORT_NOT_FOR_ROLE')]).toEqual([403, true]);
    });
  });

  describe('a restriction', () => {
    let address = '';
    beforeAll(async () => {
      await officer.open('/children');
      address = /href="(\/children\/[0-9a-f-]{36})"/.exec(officer.html)?.[1] ?? '';
    });

    it('without a reason comes back as it was typed, with what the rule says', async () => {
      await manager.open('/children?scope=not-allocated');
      await manager.open(`${address}/restriction`);
      expect(manager.page?.status).toBe(200);
      await manager.submit(`${address}/restriction`, { act: 'restrict', reason: 'too short' });
      expect(manager.page?.status).toBe(422);
      expect(manager.html).toContain('>too short</textarea>');
      expect(manager.html).toContain('There is a problem');
    });

    it('holds for those who are not named, and says whom to ask', async () => {
      await manager.open(`${address}/restriction`);
      await manager.submit(`${address}/restriction`, { act: 'restrict', named: /name="named" type="checkbox" value="([^"]+)"/.exec(manager.html)?.[1] ?? '', reason: 'A relative of the child works for this council.' });
      expect(manager.address).toBe(address);
      expect(manager.html).toContain('This record is restricted');
      const answer = await officer.ask(address);
      expect([answer.status, answer.text.includes('RECORD_RESTRICTED')]).toEqual([403, true]);
    });

    it('is not to be seen from another council: the record is not there', async () => {
      const elsewhere = await new Visitor(test.origin).signIn('team-manager', 'E06000051');
      for (const page of [address, `${address}/restriction`, `${address}/access`]) expect((await elsewhere.ask(page)).status).toBe(404);
    });
  });

  describe('an allocation to a worker of another team', () => {
    const from = '24/11/2026';
    let child = '';
    let worker = '';
    let preview = '';

    beforeAll(async () => {
      const as9002 = (text: string): string => text.replaceAll('9001', '9002').split('\r\n').slice(0, 2).join('\r\n');
      const checked = String((await upload(officer, [['header.csv', as9002(HEADER)], ['episodes.csv', as9002(EPISODES)]])).headers['location']);
      await ended(officer, checked);
      await officer.submit(`${checked}/apply`);
      await ended(officer, checked);
      const token = await tokenFor({ origin: test.origin, role: 'performance-officer', authority: TELFORD });
      await request(test.origin).put('/api/locality-hub/v1/workers').set('authorization', `Bearer ${token}`).send({ items: [{ registration: 'SW199999', forename: 'Maud', surname: 'Tansley', team: 'Elsewhere', role: 'locality-social-worker' }] }).expect(({ ok }) => ok);
      await manager.open('/children?scope=not-allocated');
      child = /name="child" value="([0-9a-f-]{36})"[^>]*><label[^>]*><span[^>]*>Choose [^<]*<\/span>(?:(?!<tr).)*9002/s.exec(manager.html)?.[1] ?? '';
      await manager.open(`/children/allocate?child=${child}`);
      worker = /<option value="([0-9a-f-]{36})"[^>]*>Maud Tansley, Elsewhere/.exec(manager.html)?.[1] ?? '';
      preview = `/children/allocate/preview?child=${child}&workerId=${worker}&from=${encodeURIComponent(from)}`;
    });

    it('is made once, and is told on a page that can be loaded again', async () => {
      await manager.open(preview);
      await manager.submit('/children/allocate', { child, workerId: worker, from });
      expect(manager.html).toContain('Maud Tansley is now the worker of 1 child');
      const again = await manager.open(manager.address);
      expect(again.status).toBe(200);
      expect(again.text).toContain('went to the worker&#39;s own team');
    });

    it('is told as made to whoever goes back to the preview or to the choice, or sends it again from there', async () => {
      for (const answer of [await manager.ask(preview), await manager.ask(`/children/allocate?child=${child}`)]) {
        expect(answer.status).toBe(404);
        expect(answer.text).toContain('This child is not on your list now');
        expect(answer.text).toContain('href="/children?scope=not-allocated"');
      }
      await manager.open('/children/allocate');
      const sent = await manager.send('/children/allocate', { _csrf: manager.hidden('/sign-out')['_csrf'] ?? '', child, workerId: worker, from });
      expect(sent.status).toBe(404);
      expect(sent.text).toContain('You may have allocated Maud Tansley already.');
    });

    it('of a child who is nobody’s to know of says the same', async () => {
      const answer = await manager.ask(preview.replace(child, '00000000-0000-4000-8000-000000000001'));
      expect([answer.status, answer.text.includes('This child is not on your list now')]).toEqual([404, true]);
    });
  });

  describe('a plan that two write at once', () => {
    let worker: Visitor;
    let plan = '';
    const words = (person: Visitor): string => person.html.slice(person.html.indexOf('<main')).replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replace(/\s+/g, ' ');
    const options = { 'place-return-home': 'ruled-out', 'why-return-home': 'Not safe.', 'place-connected-sgo': 'parallel', 'place-adoption': 'ruled-out', 'why-adoption': 'He does not want it.', 'place-long-term-foster-in-house': 'primary' };

    beforeAll(async () => {
      worker = await new Visitor(test.origin).signIn('locality-social-worker', TELFORD);
      const as9003 = (text: string): string => text.replaceAll('9001', '9003').split('\r\n').slice(0, 2).join('\r\n');
      const checked = String((await upload(officer, [['header.csv', as9003(HEADER)], ['episodes.csv', as9003(EPISODES)]])).headers['location']);
      await ended(officer, checked);
      await officer.submit(`${checked}/apply`);
      await ended(officer, checked);
      await manager.open('/children?scope=not-allocated');
      const child = /name="child" value="([0-9a-f-]{36})"[^>]*><label[^>]*><span[^>]*>Choose [^<]*<\/span>(?:(?!<tr).)*9003/s.exec(manager.html)?.[1] ?? '';
      await manager.open(`/children/allocate?child=${child}`);
      const workerId = /<option value="([0-9a-f-]{36})"[^>]*>Joanne Priddy/.exec(manager.html)?.[1] ?? '';
      const from = '24/11/2026';
      await manager.open(`/children/allocate/preview?child=${child}&workerId=${workerId}&from=${encodeURIComponent(from)}`);
      await manager.submit('/children/allocate', { child, workerId, from });
      plan = `/children/${child}/plan`;
    });

    it('shows both side by side where they differ, loses nothing, and saves what was chosen on top of the newest', async () => {
      await worker.open(`${plan}/options`);
      await manager.open(`${plan}/options`);
      await manager.submit(`${plan}/options`, { ...options, 'place-other': 'contingency' });
      expect(manager.page?.status).toBe(200);
      await worker.submit(`${plan}/options`, { ...options, 'why-adoption': 'His aunt can care for him.', 'place-connected-cao': 'contingency' });
      expect([worker.page?.status, worker.address]).toEqual([409, `${plan}/options`]);
      expect(words(worker)).toContain('Colette Dunmore changed the plan while you were writing Nothing is lost. 1 answer differs');
      expect(words(worker)).toContain('Colette Dunmore, team manager, named the options on Tuesday 24 November 2026');
      expect(words(worker)).toContain('added: He does not want it. You added: His aunt can care for him.');
      await worker.submit(`${plan}/options`, {});
      expect([worker.page?.status, words(worker).includes('Choose which shall stand.')]).toEqual([422, true]);
      await worker.submit(`${plan}/options`, { 'why-adoption.keep': 'new', 'why-adoption.new': 'His aunt can care for him, and he does not want it.' });
      expect(worker.address).toBe(`${plan}?meanwhile=0`);
      expect(words(worker)).toContain('Saved. Others wrote in the plan while you did, and both stand: Colette Dunmore, team manager, named the options');
      for (const said of ['Adoption Ruled out His aunt can care for him, and he does not want it.', 'Another plan Fall-back plan', 'Child arrangements order with family or friends Fall-back plan']) expect(words(worker)).toContain(said);
    });

    it('puts together by itself what does not touch, and takes a second click for the first', async () => {
      await worker.open(`${plan}/limb?side=legal`);
      await manager.open(`${plan}/option`);
      await manager.submit(`${plan}/option`, { route: 'other', position: 'ruled-out', reason: 'None is in sight.' });
      const fields = { ...worker.hidden(`${plan}/limb`), target: 'A care order.', status: 'in-progress', evidence: '' };
      const [first, second] = [await worker.send(`${plan}/limb`, fields), await worker.send(`${plan}/limb`, fields)];
      expect([first.status, second.status, first.headers['location']]).toEqual([303, 303, second.headers['location']]);
      await worker.open(String(first.headers['location']));
      expect(words(worker)).toContain('Colette Dunmore, team manager, gave an option another place');
      expect(words(worker)).toContain('In progress A care order.');
      expect(words(worker).match(/Joanne Priddy, social worker, recorded how far one side is/g)).toHaveLength(1);
    });

    it('gives a proposal that came second its days in the one that came first', async () => {
      await worker.open(`${plan}/proposal`);
      await manager.open(`${plan}/proposal`);
      await manager.submit(`${plan}/proposal`, { 'due-match': '1/3/2027' });
      await worker.submit(`${plan}/proposal`, { 'due-match': '1/2/2027', 'due-placed': '1/5/2027' });
      expect(words(worker)).toContain('Match: due by Before No day Colette Dunmore');
      await worker.submit(`${plan}/proposal`, { 'due-match.keep': 'mine' });
      expect(words(worker)).toContain('Match Monday 1 February 2027');
      expect(words(worker)).toContain('Placed Saturday 1 May 2027');
    });

    it('shows a signer what is different before they sign', async () => {
      await worker.open(`${plan}/milestone?step=placed`);
      expect(words(worker)).toContain('Who takes it?');
      await worker.submit(`${plan}/milestone`, { dueOn: '1/6/2027', doneOn: '', blocker: '', ownerId: /<option value="([0-9a-f-]{36})"[^>]*>Joanne Priddy/.exec(worker.html)?.[1] ?? '' });
      expect(words(worker)).toContain('Tuesday 1 June 2027 In 27 weeks Joanne Priddy');
      await worker.open(`${plan}/option`);
      await manager.open(`${plan}/milestone?step=placed`);
      await manager.submit(`${plan}/milestone`, { dueOn: '1/7/2027', doneOn: '', blocker: '', ownerId: '' });
      await worker.submit(`${plan}/option`, { route: 'other', position: 'contingency', reason: '' });
      expect(worker.address).toMatch(/\?meanwhile=\d+$/);
      await manager.open(`${plan}/countersignature`);
      await worker.open(`${plan}/milestone?step=match`);
      await worker.submit(`${plan}/milestone`, { dueOn: '1/4/2027', doneOn: '', blocker: '', ownerId: '' });
      await manager.submit(`${plan}/countersignature`);
      expect(words(manager)).toContain('Look at the plan as it is now before you put your name to it.');
      expect(words(manager)).toContain('Match: due by Monday 1 February 2027 Thursday 1 April 2027');
      await manager.submit(`${plan}/countersignature`);
      expect(words(manager)).toContain('It is countersigned. A review has not agreed it yet.');
    });
  });

  describe('the population of a council', () => {
    const POPULATION = '/region/population';
    const sent = { year: '2025', children: '39,900', source: 'ONS, mid-2025 estimates' };

    it('is entered once for two clicks, and shown with what it replaced', async () => {
      await officer.open(POPULATION);
      expect(officer.html).toContain('Nothing has been entered yet.');
      const form = { ...officer.hidden(POPULATION), ...sent };
      const [first, second] = [await officer.send(POPULATION, form), await officer.send(POPULATION, form)];
      expect([first.status, first.headers['location'], second.status]).toEqual([303, POPULATION, 303]);
      await officer.open(POPULATION);
      await officer.submit(POPULATION, { ...sent, children: '40000' });
      expect(officer.html.match(/<th scope="row"/g)).toHaveLength(2);
      expect(officer.html).toMatch(/40,000[^]*39,900/);
    });

    it('keeps what was typed where it cannot be, and says why at its field', async () => {
      await officer.submit(POPULATION, { ...sent, year: '2099' });
      expect(officer.page?.status).toBe(422);
      expect(officer.html).toContain('href="#year"');
      expect(officer.html).toContain('value="39,900"');
    });

    it('is for the performance officer: others are told so, in words', async () => {
      expect((await manager.open(POPULATION)).status).toBe(403);
      expect(manager.html).toContain('POPULATION_NOT_FOR_ROLE');
      expect(manager.html).toContain('Only the performance officer enters the council&#39;s population.');
    });
  });

  it('who signs plans has a page of those that wait, and a data protection officer begins with looks at records', async () => {
    await manager.open('/work/plans');
    expect(manager.html).toContain('No plan waits for you.');
    const protection = await new Visitor(test.origin).signIn('data-protection-officer', TELFORD);
    expect([protection.address, protection.html]).toEqual(['/', expect.stringContaining('Who looks at records')]);
    expect((await officer.open('/work/plans')).status).toBe(403);
  });

  it('waits while a service is silent, and the rest goes on', async () => {
    await test.region.services.regionalHub.close();
    const answer = await officer.ask('/region/scorecard');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('The figures could not be reached');
    expect(answer.text).toContain('Sign out');
    expect((await officer.ask('/children')).status).toBe(200);
    const first = await manager.ask('/');
    expect([first.status, first.text]).toEqual([200, expect.stringMatching(/profiles to share.* could not be loaded at [\d:]+[ap]m\. Everything else is here\./i)]);
  });
});
