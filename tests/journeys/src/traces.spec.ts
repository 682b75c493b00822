import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { type RunningRegion, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';
import { CouncilClient, exampleFiles, freePort } from '@permanence/testing/region';
import { tokenFor } from '../../../tools/token/sign-in.mjs';

type Collected = Readonly<{ name: string; traceId: string; spanId: string; parentSpanId?: string; kind: number; links?: readonly Readonly<{ traceId: string }>[]; attributes: readonly Readonly<{ key: string; value: unknown }>[] }>;
type Sent = Readonly<{ resourceSpans: readonly Readonly<{ scopeSpans: readonly Readonly<{ spans: readonly Collected[] }>[] }>[] }>;

const AUTHORITY = 'E06000020';
const SERVER = 2;

describe('traces, sent to a collector', () => {
  const trace = randomBytes(16).toString('hex');
  const spans: Collected[] = [];
  let collector: Server;
  let folder: string;
  let region: RunningRegion | undefined;
  let uploaded: number;

  beforeAll(async () => {
    collector = createServer(async (request, response) => {
      spans.push(...((await json(request)) as Sent).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    folder = await mkdtemp(join(tmpdir(), 'permanence-traces-'));
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` };
    region = await startRegion({ dataFolder: folder, port: await freePort(), today: LocalDate('2026-09-30'), logLevel: 'error', environment });
    const token = await tokenFor({ origin: region.url, role: 'performance-officer', authority: AUTHORITY });
    const headers = { authorization: `Bearer ${token}`, traceparent: `00-${trace}-b7ad6b7169203331-01` };
    const form = new FormData();
    form.append('authority', AUTHORITY);
    form.append('year', '2025');
    for (const { name, text } of exampleFiles(AUTHORITY, 2025)) form.append('files', new Blob([text]), name);
    const answer = await fetch(`${region.url}/api/locality-hub/v1/imports`, { method: 'POST', headers, body: form });
    uploaded = answer.status;
    await new CouncilClient(region.url, AUTHORITY, token).ended(((await answer.json()) as { id: string }).id);
    await fetch(`${region.url}/children?q=Kestrel`);
    await region.settled();
    await region.stop();
    region = undefined;
  }, 180_000);
  afterAll(async () => {
    await region?.stop();
    collector.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('follow a request from the portal to the service, under the number that the caller gave', () => {
    expect(uploaded).toBe(202);
    const followed = spans.filter(({ traceId, kind }) => traceId === trace && kind === SERVER);
    expect(followed.map(({ name }) => name)).toEqual(expect.arrayContaining(['POST /api/locality-hub/*', 'POST /api/locality-hub/v1/imports']));
    const [portal, service] = ['/api/locality-hub/*', '/api/locality-hub/v1/imports'].map((route) => followed.find(({ name }) => name === `POST ${route}`));
    expect(service?.parentSpanId).toBe(portal?.spanId);
  });

  it('go on where events are sent and handled, linked to what caused them', () => {
    const handled = spans.filter(({ name }) => name.startsWith('process regional-hub'));
    expect(handled.length).toBeGreaterThan(0);
    expect(handled.every(({ links }) => (links?.length ?? 0) > 0)).toBe(true);
    expect(spans.some(({ name }) => name.startsWith('send '))).toBe(true);
  });

  it('hold no address, no id of a child and no name', () => {
    const text = JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]));
    expect(text).not.toMatch(/Kestrel|q=|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});
