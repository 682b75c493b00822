import { randomInt } from 'node:crypto';

/** No sign that is heard or read as another one (0 and O, 1 and I, 5 and S, 8 and B …). 23 of them: a prime, so that the check finds every slip of one sign and every two changed over. */
const SIGNS = '234679ACDEFGHJKMPQRTWXY';

const checkOf = (signs: string): string => {
  const sum = [...signs].reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (at + 1), 0);
  return SIGNS[sum % SIGNS.length] as string;
};

/** A short reference that people say on the telephone, `CH-7F3K-2Q9M`: random, with a check character at its end. */
export const newReference = (): string => {
  const signs = Array.from({ length: 7 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `CH-${signs.slice(0, 4)}-${signs.slice(4)}${checkOf(signs)}`;
};

/** Whether a text is a reference that no slip has changed. */
export const isReference = (text: string): boolean => {
  const signs = /^CH-([2-9A-Z]{4})-([2-9A-Z]{3})([2-9A-Z])$/.exec(text);
  return signs !== null && checkOf(`${signs[1]}${signs[2]}`) === signs[3];
};
