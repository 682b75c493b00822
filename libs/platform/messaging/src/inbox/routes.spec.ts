import type { Envelope } from '../envelope.js';
import { Routes } from './routes.js';

const event = (type: string, n: number): Envelope => ({ type, data: n }) as Envelope;
const handle = (): Promise<void> => Promise.resolve();

describe('the handlers of a batch', () => {
  const [both, other] = [
    { mark: {}, handle },
    { mark: {}, handle },
  ];
  const routes = new Routes();
  routes.add('a.started', both);
  routes.add('a.ended', both);
  routes.add('b.held', other);
  routes.add('a.ended.twice', both);
  routes.add('a.ended.twice', other);

  it('take consecutive events in one call, also of several types', () => {
    const runs = routes.runsOf([event('a.started', 1), event('a.ended', 2), event('b.held', 3), event('a.started', 4)]);
    expect(runs.map(({ events }) => events.map(({ data }) => data))).toEqual([[1, 2], [3], [4]]);
  });

  it('are all called where two listen', () => {
    expect(routes.runsOf([event('a.ended.twice', 1)])[0]?.routes).toEqual([both, other]);
  });

  it('hear what they listen to and nothing else', () => {
    expect(routes.hears('b.held')).toBe(true);
    expect(routes.hears('c.unknown')).toBe(false);
    expect(routes.types).toEqual(['a.started', 'a.ended', 'b.held', 'a.ended.twice']);
  });
});
