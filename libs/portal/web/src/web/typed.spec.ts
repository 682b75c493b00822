import { type Clock, Instant, LocalDate } from '@permanence/kernel/values';
import { Typed } from './typed.js';

const at = (now: string): Clock => ({ now: () => Instant(now), today: () => LocalDate(now.slice(0, 10)) });
const MORNING = '2026-11-24T09:00:00.000Z';

describe('what a person typed, in an address', () => {
  const typed = new Typed('a secret', at(MORNING));
  const sealed = typed.close('nadia', 'Castell');

  it('says nothing to who reads the address', () => expect(sealed).not.toMatch(/castell/i));
  it('comes back to the person who typed it, for eight hours', () => {
    expect(typed.open('nadia', sealed)).toBe('Castell');
    expect(new Typed('a secret', at('2026-11-24T17:00:00.000Z')).open('nadia', sealed)).toBe('Castell');
    expect(new Typed('a secret', at('2026-11-24T17:00:01.000Z')).open('nadia', sealed)).toBe('');
  });
  it('comes to nobody else, nor altered, nor under another secret', () => {
    for (const text of [typed.open('owen', sealed), typed.open('nadia', `${sealed.slice(0, -2)}AA`), new Typed('another', at(MORNING)).open('nadia', sealed), typed.open('nadia', 'x'), typed.open('nadia', undefined)]) expect(text).toBe('');
  });
  it('is nothing where nothing was typed', () => expect(typed.close('nadia', '')).toBe(''));
});
