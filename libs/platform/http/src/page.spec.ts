import { pageOfWhole } from './index.js';

describe('a list that is known whole', () => {
  const nameOf = (name: string): string => name;
  const all = ['a', 'b', 'c'];

  it('comes in one page unless fewer are asked for', () => {
    expect(pageOfWhole(all, {}, nameOf)).toEqual({ items: all, next: null });
    expect(pageOfWhole([], { limit: '1' }, nameOf)).toEqual({ items: [], next: null });
  });

  it('goes on where the page before ended', () => {
    expect(pageOfWhole(all, { limit: '2' }, nameOf)).toEqual({ items: ['a', 'b'], next: 'b' });
    expect(pageOfWhole(all, { limit: '2', cursor: 'b' }, nameOf)).toEqual({ items: ['c'], next: null });
  });
});
