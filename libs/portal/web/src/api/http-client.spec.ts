import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceClient } from './http-client.js';
import type { Page } from './problem.js';

/** A service with one list of three, of which it gives two at a time. */
const PAGES: Readonly<Record<string, object>> = { '': { child: 'Bryony', items: ['a', 'b'], next: 'b' }, b: { child: 'Bryony', items: ['c'], next: null } };

describe('a list that a page shows whole', () => {
  const asked: string[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer(({ url = '' }, answer) => {
      asked.push(url);
      answer.end(JSON.stringify(PAGES[new URL(url, 'http://service').searchParams.get('cursor') ?? '']));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('has the items of all pages and what stands beside them', async () => {
    const client = new ServiceClient('locality-hub', `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, 'token');
    expect(await client.whole<Page<string> & { child: string }>('workers')).toEqual({ child: 'Bryony', items: ['a', 'b', 'c'], next: null });
    expect(asked).toEqual(['/api/locality-hub/v1/workers?limit=500', '/api/locality-hub/v1/workers?limit=500&cursor=b']);
  });
});
