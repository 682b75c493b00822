import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Uuid } from '@permanence/kernel/values';
import type { NewEvent } from '@permanence/platform/tenant-db';
import { count, isFull } from '@permanence/testing/counts';
import { FaultyTransport, dice, repeatedAndShuffled } from './faulty-transport.js';
import { ownCluster } from './own-cluster.js';
import { STAFFORDSHIRE, Weather, counted } from './sample-services.js';
import { TRANSPORTS, type TransportMaker } from './transports.js';
import { World } from './world.js';

const MANY = count('T17', 2_000, 100_000);

describe.each(TRANSPORTS)('what may go wrong %s', (_name, prepare) => {
  let cluster: Awaited<ReturnType<typeof ownCluster>>;
  let maker: TransportMaker;
  let world: World;
  const worldWith = (transport = maker.make()): Promise<World> => new World(randomBytes(4).toString('hex'), transport).start();

  beforeAll(async () => {
    [cluster, maker] = await Promise.all([ownCluster(), prepare()]);
  }, 120_000);
  afterAll(() => Promise.all([cluster.stop(), maker.stop()]), 60_000);
  afterEach(() => world.stop(), 60_000);

  it(
    'T17: each event comes one to five times, shuffled, and has its effect exactly once',
    async () => {
      world = await worldWith(new FaultyTransport(maker.make(), repeatedAndShuffled(dice(17))));
      const streams = Array.from({ length: 200 }, () => Uuid(randomUUID()));
      for (let n = 0; n < MANY; n += 250) await world.commit(...Array.from({ length: 250 }, (_, i) => counted(n + i, { streamId: streams[(n + i) % 200] })));
      await world.level();
      const effects = await world.effects();
      expect(effects).toHaveLength(MANY);
      expect(new Set(effects.map(({ n }) => n)).size).toBe(MANY);
    },
    isFull() ? 1_800_000 : 60_000,
  );

  it('T16: a relay that dies between the broker’s answer and its cursor repeats, and leaves no gap', async () => {
    let sent = 0;
    let died = 0;
    const dies = new FaultyTransport(maker.make(), (send) => async (envelopes, flow) => {
      await send(envelopes, flow);
      sent += envelopes.length;
      if (died < 8 && sent % 3 !== 0) {
        died += 1;
        await world.cut('sender', 'relay');
        throw new Error('killed before the cursor moved');
      }
    });
    world = await worldWith(dies);
    const streams = Array.from({ length: 5 }, () => Uuid(randomUUID()));
    for (let n = 0; n < 400; n += 1) await world.commit(counted(n, { streamId: streams[n % 5] }));
    await world.level();
    const effects = await world.effects();
    expect(died).toBeGreaterThan(0);
    expect(sent).toBeGreaterThan(400);
    for (const [i, stream] of streams.entries())
      expect(effects.filter(({ stream_id }) => stream_id === stream).map(({ n }) => n)).toEqual(Array.from({ length: 80 }, (_, at) => at * 5 + i));
  }, 60_000);

  it('T18: a poison event is laid aside after five tries, without a word of its message, and other cases wait less than a second', async () => {
    world = await worldWith();
    let tries = 0;
    world.weather.beforeEffects = (events) => {
      if (!events.some(({ data }) => data.poison)) return;
      if (events.length === 1) tries += 1;
      throw new Error('Ffion Pritchard has no name here');
    };
    const slowest = async (...events: NewEvent[]): Promise<number> => {
      await world.commit(...events);
      const committed = Date.now();
      await world.level();
      const ids = new Set<string>(events.filter(({ data }) => !data['last']).map(({ eventId }) => eventId));
      return Math.max(...(await world.effects()).filter(({ event_id }) => ids.has(event_id)).map(({ applied_at }) => Date.parse(applied_at) - committed));
    };
    const others = (from: number): NewEvent[] => Array.from({ length: 499 }, (_, i) => counted(from + i));
    const undisturbed = await slowest(...others(10_000));
    const poison = counted(0, { data: { n: 0, poison: true } });
    const behind = counted(20_000, { streamId: poison.streamId, data: { n: 20_000, last: true } });
    const disturbed = await slowest(poison, ...others(15_000), behind);
    expect(disturbed - undisturbed).toBeLessThan(1000);
    expect((await world.effects()).map(({ n }) => n).sort((a, b) => a - b)).toEqual([...others(10_000), ...others(15_000), behind].map(({ data }) => data['n']));
    expect(tries).toBe(5);
    const letters = await world.receiver.deadLetters.list([STAFFORDSHIRE]);
    expect(letters).toMatchObject([{ eventId: poison.eventId, tries: 5, type: 'sender.counted' }]);
    expect(letters[0]?.error).toMatch(/^Error at [\w.-]+:\d+$/);
    expect(JSON.stringify([letters, world.log])).not.toContain('Pritchard');
  }, 60_000);

  it('a dead letter can be tried again when its cause is mended, or discarded', async () => {
    world = await worldWith();
    let mended = false;
    world.weather.beforeEffects = (events) => {
      if (!mended && events.some(({ data }) => data.poison)) throw new Error('not yet');
    };
    const [first, second] = [counted(1, { data: { n: 1, poison: true } }), counted(2, { data: { n: 2, poison: true } })];
    await world.commit(first, second);
    await world.level();
    const { deadLetters } = world.receiver;
    expect(await deadLetters.retry(STAFFORDSHIRE, first.eventId, 'operator')).toBe('failed-again');
    expect(await deadLetters.list([STAFFORDSHIRE])).toEqual(expect.arrayContaining([expect.objectContaining({ eventId: first.eventId, tries: 6 })]));
    mended = true;
    expect(await deadLetters.retry(STAFFORDSHIRE, first.eventId, 'operator')).toBe('handled');
    expect(await deadLetters.retry(STAFFORDSHIRE, first.eventId, 'operator')).toBe('not-found');
    expect(await deadLetters.discard(STAFFORDSHIRE, second.eventId, 'operator')).toBe(true);
    expect(await deadLetters.discard(STAFFORDSHIRE, second.eventId, 'operator')).toBe(false);
    expect(await deadLetters.list([STAFFORDSHIRE])).toEqual([]);
    expect((await world.effects()).map(({ n }) => n)).toEqual([1]);
  }, 60_000);

  it('a handler that throws, now and then, loses nothing and does nothing twice', async () => {
    world = await worldWith();
    const roll = dice(4);
    world.weather.beforeEffects = () => {
      if (roll() < 0.2) throw new Error('now and then');
    };
    for (let n = 0; n < 40; n += 1) await world.commit(counted(n * 2), counted(n * 2 + 1));
    await world.level();
    const letters = await world.receiver.deadLetters.list([STAFFORDSHIRE]);
    expect((await world.effects()).length + letters.length).toBe(80);
  }, 60_000);

  it('a database that goes away is waited for, and no event is blamed', async () => {
    world = await worldWith();
    let cuts = 0;
    world.weather.beforeEffects = async () => {
      if ((cuts += 1) <= 5) await world.cut('receiver', 'app');
    };
    await world.commit(...Array.from({ length: 20 }, (_, n) => counted(n)));
    await world.level();
    expect((await world.effects()).map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(await world.receiver.deadLetters.list([STAFFORDSHIRE])).toEqual([]);
  }, 60_000);

  it('a slow transaction is waited for: nothing overtakes it, nothing of it is lost', async () => {
    world = await worldWith();
    const openFor = async (): Promise<number> => (await world.registry.getSingleMetric('relay_oldest_open_transaction_seconds')?.get())?.values[0]?.value ?? 0;
    await world.commitAfter(async () => {
      await world.commit(counted(2), counted(3));
      while ((await openFor()) < 0.3) await wait(20);
      expect(await world.effects()).toEqual([]);
    }, counted(1));
    await world.level();
    expect((await world.effects()).map(({ n }) => n)).toContain(1);
    expect(await world.effects()).toHaveLength(3);
  }, 60_000);

  it('a rebuild delivers everything again, and comes to the same', async () => {
    world = await worldWith();
    await world.commit(...Array.from({ length: 30 }, (_, n) => counted(n)));
    await world.level();
    const before = (await world.effects()).map(({ event_id }) => event_id).sort();
    await world.receiver.rebuild({ tenants: [STAFFORDSHIRE], clear: (tx, tenant) => tx.query('delete from effect where tenant_id = $1', [tenant]) });
    await world.commit(counted(30));
    await world.level();
    const after = await world.effects();
    expect(after).toHaveLength(31);
    expect(after.map(({ event_id }) => event_id)).toEqual(expect.arrayContaining(before));
  }, 60_000);

  it('a consumer that stands still stalls no other', async () => {
    world = await worldWith();
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const stuck = new Weather();
    stuck.beforeEffects = () => gate;
    const other = await world.startReceiver(`stuck-${world.schemaOf('sender')}`, stuck);
    await world.commit(counted(1));
    await world.receiver.caughtUp();
    while ((await world.effects()).length === 0) await world.receiver.caughtUp();
    expect((await world.effects()).map(({ n }) => n)).toEqual([1]);
    letGo();
    await world.level();
    await other.caughtUp();
    expect((await world.effects()).map(({ n }) => n)).toEqual([1, 1]);
  }, 60_000);
});
