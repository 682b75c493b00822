import { correlationOf, linksTo, startTraces, traceHeaders, traced } from './traces.js';

const ID = '0af76519-16cd-43dd-8448-eb211c80319c';
const TRACE = '0af7651916cd43dd8448eb211c80319c';

describe('a trace', () => {
  it('and the correlation id are one number', () => {
    expect(correlationOf(`00-${TRACE}-b7ad6b7169203331-01`)).toBe(ID);
    expect(linksTo([ID]).map(({ context }) => context.traceId)).toEqual([TRACE]);
  });

  it.each([undefined, '', 'c-1', `00-${TRACE}`, `00-${TRACE.toUpperCase()}-b7ad6b7169203331-01`])('is not read from %j', (given) => {
    expect(correlationOf(given)).toBeUndefined();
  });

  it('is linked to once, and not for an id that is none', () => {
    expect(linksTo([ID, ID, 'c-1', 'topic/0/17'])).toHaveLength(1);
  });

  it('is linked to a bounded number of others', () => {
    const many = Array.from({ length: 500 }, (_, n) => `${n.toString(16).padStart(8, '0')}-16cd-43dd-8448-eb211c80319c`);
    expect(linksTo(many)).toHaveLength(32);
  });

  it('is not begun without a collector, and the work is done all the same', async () => {
    const stop = startTraces('sample', {});
    expect(traceHeaders()).toEqual({});
    expect(await traced('send sample', { kind: 'producer', attributes: {}, links: [] }, () => Promise.resolve('done'))).toBe('done');
    await expect(traced('send sample', { kind: 'producer', attributes: {}, links: [] }, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    await stop();
  });
});
