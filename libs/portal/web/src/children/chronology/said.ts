import { sentence } from '../../words/numbers.js';

/** An event of the log as a person reads it: what happened, and what more there is to say. */
export type EntryWords = Readonly<{ what: string; text: string | null }>;
export type Data = Readonly<Record<string, unknown>>;
export type Say = (data: Data) => EntryWords;

/** A text that an event says; null where it says none. */
export const text = (data: Data, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Parts as sentences, those that say nothing left out. */
export const joined = (...parts: readonly (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.map((part) => `${sentence(part)}.`).join(' ');
};
