import request, { type Response } from 'supertest';
import { Instant, type LocalDate, addDays } from '@permanence/kernel/values';
import { CLOCK_ON, type Council, TODAY, council, episodes, names, people, workers } from '../children/council.fixture.js';
import { API, type ServedCouncil, served } from '../children/served.fixture.js';
import { Calendars } from './calendar.js';

const { nadia, callum, owen, sunil, saskia } = people;

describe('a calendar of one’s own', () => {
  let staffordshire: Council;
  let service: ServedCouncil;
  let reference: string;

  const fetchIt = (path: string): Promise<Response> => request(service.url).get(path).then((answer) => answer);
  const make = async (who: typeof nadia): Promise<string> => (await service.send(who, 'post', '/calendar', {})).body.path as string;

  beforeAll(async () => {
    staffordshire = await council();
    service = await served(staffordshire);
    await staffordshire.load(
      people.tamsin, 2026,
      episodes(...['A1', 'B1'].map((code) => [code, '12/05/2025', 'P', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(['A1', '', 'SW100001', '12/05/2025', '', ''], ['B1', '', 'SW100002', '12/05/2025', '', '']), names(['A1', 'Markername', 'Markersurname', ''], ['B1', 'Markername', 'Markersurname', '']),
    );
    for (const who of [nadia, callum, owen]) await service.get(who, '/me');
    await staffordshire.database.db.inTenants(owen, (tx) => tx.query(`insert into clock (tenant_id, child_id, clock_id, started_on, due_on) select tenant_id, id, 'C02', '2026-09-01', '2026-10-13' from child`));
    reference = (await service.get(people.tamsin, '/children?q=A1')).body.items[0].reference as string;
  });
  afterAll(async () => {
    await service.close();
    await staffordshire.close();
  });

  it('has the dates of one’s own children, each with its rule, by reference: no name anywhere', async () => {
    const answer = await fetchIt(await make(nadia));
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store']);
    const text = answer.text.replaceAll('\r\n ', '');
    expect(text).toContain(`SUMMARY:Due: a visit\\, ${reference}`);
    expect(text).toContain('DTSTART;VALUE=DATE:20261013');
    expect(text).toContain('visited at least every 6 weeks');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).not.toMatch(/Marker/i);
  });

  it('opens nothing once there is another, or it was taken back', async () => {
    const first = await make(callum);
    const second = await make(callum);
    expect([(await fetchIt(first)).status, (await fetchIt(second)).status]).toEqual([404, 200]);
    expect((await service.get(callum, '/calendar')).body).toEqual({ madeAt: expect.stringMatching(/^2026-09-30T/), opensUntil: '2026-10-14' });
    expect((await service.send(callum, 'delete', '/calendar', {})).status).toBe(204);
    expect([(await fetchIt(second)).status, (await service.get(callum, '/calendar')).body]).toEqual([404, { madeAt: null, opensUntil: null }]);
  });

  it('opens in no other council, and for no guess', async () => {
    const path = await make(nadia);
    expect((await fetchIt(path.replace('E10000028', 'E06000051'))).status).toBe(404);
    for (const guess of [`${API}/calendar/E10000028/x.ics`, `${API}/calendar/nowhere/${path.split('/').at(-1) ?? ''}`, `${API}/calendar/E10000028/${'a'.repeat(43)}.ics`]) expect((await fetchIt(guess)).status).toBe(404);
  });

  it('opens for 14 days without a visit, and no longer', async () => {
    const secret = /([\w-]{43})\.ics$/.exec(await make(nadia))?.[1] ?? '';
    const on = (day: LocalDate) => new Calendars(staffordshire.database.db, { ...CLOCK_ON, now: () => Instant(`${day}T09:41:00.000Z`), today: () => day }).fetch(nadia.authority, secret);
    await expect(on(addDays(TODAY, 14))).resolves.toContain('BEGIN:VCALENDAR');
    await expect(on(addDays(TODAY, 15))).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('is for those who have dates to keep', async () => {
    expect((await service.send(sunil, 'post', '/calendar', {})).status).toBe(403);
    expect((await fetchIt(await make(saskia))).text).not.toContain('BEGIN:VEVENT');
  });
});
