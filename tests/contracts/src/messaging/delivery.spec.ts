import { randomBytes, randomUUID } from 'node:crypto';
import { Uuid } from '@permanence/kernel/values';
import { ownCluster } from './own-cluster.js';
import { SHROPSHIRE, STAFFORDSHIRE, counted } from './sample-services.js';
import { TRANSPORTS, type TransportMaker } from './transports.js';
import { World } from './world.js';

describe.each(TRANSPORTS)('events %s', (_name, prepare) => {
  let cluster: Awaited<ReturnType<typeof ownCluster>>;
  let maker: TransportMaker;
  let world: World;
  beforeAll(async () => {
    [cluster, maker] = await Promise.all([ownCluster(), prepare()]);
    world = await new World(randomBytes(4).toString('hex'), maker.make()).start();
  }, 120_000);
  afterAll(async () => {
    await world.stop();
    await Promise.all([cluster.stop(), maker.stop()]);
  }, 60_000);
  afterEach(() => {
    world.weather.beforeEffects = () => undefined;
  });

  it('arrive with all of their envelope, and what stays inside does not', async () => {
    const first = counted(1);
    const withdrawal = counted(2, { type: 'noted', streamId: first.streamId, corrects: first.eventId, withdrawn: true });
    let seen: unknown[] = [];
    world.weather.beforeEffects = (events) => void (seen = [...seen, ...events]);
    await world.commit(first, counted(3, { type: 'muttered' }), withdrawal);
    await world.level();
    const same = { tenantId: STAFFORDSHIRE, streamId: first.streamId, effectiveOn: '2026-09-30', recordedAt: '2026-09-30T09:41:00.000Z', actor: 'tester', correlationId: 'c-1', schemaVersion: 1 };
    expect(seen).toEqual([
      { ...same, eventId: first.eventId, type: 'sender.counted', data: { n: 1 }, corrects: undefined, withdrawn: undefined },
      { ...same, eventId: withdrawal.eventId, type: 'sender.noted', data: { n: 2 }, corrects: first.eventId, withdrawn: true },
    ]);
  });

  it('of one case keep their order, whatever happens between', async () => {
    const streams = Array.from({ length: 10 }, () => Uuid(randomUUID()));
    for (let n = 0; n < 60; n += 1) await world.commit(...streams.slice(n % 4).map((streamId) => counted(n, { streamId })));
    await world.level();
    const effects = await world.effects();
    for (const stream of streams) {
      const order = effects.filter(({ stream_id }) => stream_id === stream).map(({ n }) => n);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order.length).toBeGreaterThanOrEqual(15);
    }
  });

  it('of two councils come apart, each in its own transaction', async () => {
    await world.commit(counted(1, { tenantId: SHROPSHIRE }), counted(2), counted(3, { tenantId: SHROPSHIRE }));
    await world.level();
    expect((await world.effects(SHROPSHIRE)).map(({ n }) => n).sort()).toEqual([1, 3]);
  });
});
