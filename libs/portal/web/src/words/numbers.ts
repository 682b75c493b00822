/** `1 child`, `12 children`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${whole(count)} ${count === 1 ? one : many}`;

/** `1,138`. */
export const whole = (count: number): string => signed(count, count.toLocaleString('en-GB'));

/** `37.5%`. */
export const percent = (share: number): string => signed(share, `${share.toFixed(1)}%`);

/** A true minus sign, as it is read and printed. */
const signed = (value: number, text: string): string => (value < 0 ? text.replace('-', '\u2212') : text);

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `six`, `12`: numbers under ten in words, as headings say them. */
export const inWords = (count: number): string => NUMBERS[count] ?? whole(count);

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`);

/** The first letter in capitals, the rest as it is. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
