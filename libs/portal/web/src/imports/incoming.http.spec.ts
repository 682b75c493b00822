import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import { TenantId } from '@permanence/kernel/values';
import { type FastifyInstance, fastify } from 'fastify';
import request from 'supertest';
import { localityHubClient } from '../api/clients.js';
import { incomingOf } from './incoming.js';

const LIMITS = { files: 3, fileSize: 1000, fields: 10, fieldSize: 100 };

describe('an upload on its way through', () => {
  let service: Server;
  let portal: FastifyInstance;
  const heard: string[] = [];

  beforeAll(async () => {
    service = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        heard.push(Buffer.concat(chunks).toString());
        response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"7"}');
      });
    }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const client = localityHubClient(`http://127.0.0.1:${String((service.address() as AddressInfo).port)}`, 'a token');
    portal = fastify();
    await portal.register(multipart);
    portal.post('/keep', async (sent) => {
      const { form, files } = await incomingOf(sent, LIMITS);
      return client.startImport({ authority: TenantId('E06000020'), year: Number(form['year']), check: true, files }, 'k');
    });
    portal.post('/leave', async (sent) => {
      const { form, anyFile, discard } = await incomingOf(sent, LIMITS);
      await discard();
      return { form, anyFile };
    });
    await portal.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(() => heard.splice(0));
  afterAll(async () => {
    await portal.close();
    service.closeAllConnections();
    service.close();
  });

  it('has the fields of the portal’s own and each file once, in order', async () => {
    const { status, body } = await request(portal.server).post('/keep').field('year', '2026').field('authority', 'E10000028').attach('files', Buffer.from('A\r\n1\r\n'), 'a.csv').attach('files', Buffer.from('B\r\n2\r\n'), 'b"\r\n.csv');
    expect([status, body]).toEqual([200, { ok: true, value: { id: '7' } }]);
    expect([...(heard[0] ?? '').matchAll(/name="([^"]+)"(?:; filename="([^"]+)")?/g)].map(([, name, file]) => file ?? name)).toEqual(['authority', 'year', 'check', 'a.csv', expect.stringMatching(/^b%22.*\.csv$/)]);
    expect(heard[0]).toMatch(/name="authority"\r\n\r\nE06000020\r\n[^]*A\r\n1\r\n[^]*B\r\n2\r\n/);
  });

  it('breaks off when a file is too large, or there are too many, and says which fault that is', async () => {
    const large = await request(portal.server).post('/keep').field('year', '2026').attach('files', Buffer.alloc(2000, 'a'), 'large.csv');
    const many = request(portal.server).post('/keep').field('year', '2026');
    for (let count = 0; count < 4; count += 1) void many.attach('files', Buffer.from('A'), `${String(count)}.csv`);
    expect([large.status, (await many).status]).toEqual([413, 413]);
    expect(heard).toEqual([]);
  });

  it('is read to its end when it is not wanted, so that the answer is heard', async () => {
    const { body } = await request(portal.server).post('/leave').field('year', 'x').attach('files', Buffer.alloc(900, 'a'), 'a.csv');
    expect(body).toEqual({ form: { year: 'x' }, anyFile: true });
    const none = await request(portal.server).post('/leave').set('content-type', 'multipart/form-data; boundary=b').send('--b\r\nContent-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n');
    expect((none.body as { anyFile: boolean }).anyFile).toBe(false);
  });
});
