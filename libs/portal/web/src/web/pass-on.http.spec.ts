import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import { type FastifyInstance, fastify } from 'fastify';
import request from 'supertest';
import { passOn } from './pass-on.js';

type Heard = Readonly<{ url: string; headers: IncomingHttpHeaders; body: string }>;

describe('what is passed on to a service', () => {
  let service: Server;
  let server: FastifyInstance;
  const heard: Heard[] = [];

  beforeAll(async () => {
    service = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        heard.push({ url: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(chunks).toString() });
        response.setHeader('set-cookie', 'service=1');
        response.setHeader('location', '/api/locality-hub/v1/imports/7');
        response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"7"}');
      });
    }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    server = fastify();
    await passOn(server, 'locality-hub', `http://127.0.0.1:${String((service.address() as AddressInfo).port)}`);
    await server.register(multipart);
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(() => heard.splice(0));
  afterAll(async () => {
    await server.close();
    service.closeAllConnections();
    service.close();
  });

  it('has the token and the address, and none of the browser’s cookies', async () => {
    await request(server.server).get('/api/locality-hub/v1/children?limit=2&scope=team').set('authorization', 'Bearer mine').set('cookie', 'session=secret; _csrf=secret');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ url: '/api/locality-hub/v1/children?limit=2&scope=team', headers: { authorization: 'Bearer mine' } });
    expect(heard[0]?.headers.cookie).toBeUndefined();
    expect(heard[0]?.headers['x-correlation-id']).toMatch(/^[\w-]{8,64}$/);
  });

  it('is an upload as the program made it', async () => {
    const answer = await request(server.server).post('/api/locality-hub/v1/imports').set('idempotency-key', 'k1').field('year', '2026').attach('files', Buffer.from('CHILD\r\n1\r\n'), 'header.csv');
    expect(heard[0]?.headers).toMatchObject({ 'idempotency-key': 'k1', 'content-type': expect.stringContaining('multipart/form-data; boundary=') as string });
    expect(heard[0]?.body).toContain('name="files"; filename="header.csv"');
    expect(heard[0]?.body).toContain('CHILD\r\n1\r\n');
    expect([answer.status, answer.body, answer.headers['location']]).toEqual([202, { id: '7' }, '/api/locality-hub/v1/imports/7']);
  });

  it('brings no cookie back, and is kept by nobody', async () => {
    const { headers } = await request(server.server).get('/api/locality-hub/v1/me');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('is answered with a problem when the service does not answer', async () => {
    service.closeAllConnections();
    service.close();
    await once(service, 'close');
    const { status, body, headers } = await request(server.server).get('/api/locality-hub/v1/me');
    expect([status, (body as { code: string }).code, headers['content-type']]).toEqual([503, 'NOT_AVAILABLE', 'application/problem+json; charset=utf-8']);
  });
});
