import type { Fact } from './fact.js';

/** Whether two facts say the same, however their parts are ordered (the log does not keep the order). */
export const sameFact = (a: Fact, b: Fact): boolean => a.type === b.type && a.key === b.key && a.effectiveOn === b.effectiveOn && sameValue(a.data, b.data);

const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
