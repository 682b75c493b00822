import { randomUUID } from 'node:crypto';
import { type Council, council, episodes, people, person, workers } from '../children/council.fixture.js';
import { Workers } from './workers.service.js';
import { clockAt } from '../imports/import.fixture.js';

const { nadia, owen, tamsin, saskia } = people;
const member = (registration: string, forename: string, surname: string, more: { team?: string; id?: string } = {}) => ({ registration, forename, surname, role: 'locality-social-worker', ...more });

describe('the people of a council', () => {
  let staffordshire: Council;
  let staff: Workers;
  beforeAll(async () => {
    staffordshire = await council();
    staff = new Workers(staffordshire.database.db, clockAt('2026-09-30'));
    await staffordshire.load(
      tamsin, 2026, episodes(...['A1', 'A2', 'A3'].map((code) => [code, '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A2', '', 'SW100001', '01/07/2025', '', ''], ['A3', '', 'SW100009', '01/07/2025', '', '']),
    );
  });
  afterAll(() => staffordshire.close());
  const listed = async () => (await staff.list(owen, {})).items;

  it('come with the staff list, and children of their registrations become theirs', async () => {
    await staff.take(tamsin, [member('SW100001', 'Nadia', 'Ferris', { team: 'Stafford' }), member('SW100009', 'Rhona', 'Abbot', { team: 'Leek' })]);
    expect(await listed()).toMatchObject([{ name: 'Rhona Abbot', team: 'Leek', children: 1 }, { name: 'Nadia Ferris', team: 'Stafford', children: 2 }]);
  });
  it('keep their id when the list comes again, with what is new', async () => {
    const before = await listed();
    await staff.take(tamsin, [member('SW100009', 'Rhona', 'Abbot', { team: 'Biddulph' })]);
    expect(await listed()).toEqual(before.map((line) => (line.name === 'Rhona Abbot' ? { ...line, team: 'Biddulph' } : line)));
  });
  it('are the same people when they sign in with that registration', async () => {
    const before = await listed();
    for (let times = 0; times < 2; times += 1) expect(await staff.me(nadia)).toMatchObject({ id: nadia.id, name: 'Nadia Ferris', team: 'Stafford', authority: { name: 'Staffordshire' }, capabilities: { 'child:list': 'own' } });
    expect(await listed()).toEqual(before);
  });
  it('become known when they sign in, under the id of their account', async () => {
    await staff.me(owen);
    expect((await listed()).find(({ id }) => id === owen.id)).toMatchObject({ name: 'Owen Brackley', role: 'team-manager', children: 0 });
  });
  it('are known by account where the list names it', async () => {
    const petra = person('Petra Vance', 'locality-social-worker', { team: 'Leek' });
    await staff.take(tamsin, [member('SW100012', 'Petra', 'Vance', { id: petra.id, team: 'Leek' })]);
    await staff.me(petra);
    expect((await listed()).filter(({ name }) => name === 'Petra Vance')).toMatchObject([{ id: petra.id }]);
  });
  it('are nobody of another council, and members and officers who open no record are nobody here', async () => {
    await staff.me(person('Leonora Stubbing', 'elected-member'));
    await staff.me(saskia);
    expect((await listed()).map(({ name }) => name)).toEqual(['Rhona Abbot', 'Owen Brackley', 'Nadia Ferris', 'Petra Vance']);
    expect((await staff.list(saskia, {})).items).toHaveLength(1);
  });
  it('are offered as what they can be: reviewing officers review, registered others work with a child', async () => {
    await staff.me(person('Verity Lockett', 'reviewing-officer', { swRegistration: 'SW100077' }));
    const offered = async (as: 'social-worker' | 'iro') => (await staff.list(owen, { as })).items.map(({ name }) => name);
    expect(await offered('iro')).toEqual(['Verity Lockett']);
    expect(await offered('social-worker')).toEqual(['Rhona Abbot', 'Nadia Ferris', 'Petra Vance']);
    expect((await listed()).map(({ name }) => name)).toEqual(['Rhona Abbot', 'Owen Brackley', 'Nadia Ferris', 'Verity Lockett', 'Petra Vance']);
  });
  it('come once however often they sign in at the same time', async () => {
    const twin = { ...person('Ottilie Brandreth', 'qa-auditor'), id: randomUUID() as typeof owen.id };
    await Promise.all(Array.from({ length: 6 }, () => staff.me(twin)));
    expect((await listed()).filter(({ name }) => name === 'Ottilie Brandreth')).toHaveLength(1);
  });
});
