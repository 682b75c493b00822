import { type LocalDate, Uuid, dayOf } from '@permanence/kernel/values';
import { NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';

/** A form as Fastify reads it: a name may come once or several times. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

export const one = (form: Form, name: string): string => {
  const value = form[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

export const several = (form: Form, name: string): readonly string[] => {
  const value = form[name];
  return typeof value === 'string' ? [value] : (value ?? []);
};

/** An id in an address; what is no id is a page that is not there. */
export const idIn = (text: string): Uuid => {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)) throw new NotFoundException();
  return Uuid(text);
};

/** Those of the texts that are ids, each once. */
export const idsIn = (texts: readonly string[]): readonly Uuid[] => [...new Set(texts)].filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)).map((text) => Uuid(text));

/** A day typed as 3/3/2026 or chosen as 2026-03-03; undefined when it is neither. */
export const dayIn = (text: string): LocalDate | undefined => {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (typed !== null) return dayOf(Number(typed[3]), Number(typed[2]), Number(typed[1]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return iso === null ? undefined : dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
};

/** 24/11/2026: how a form shows a day that may be typed over. */
export const typedDay = (day: LocalDate): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The key of a form, made when the page is: the second click is the first one's. */
export const newKey = (): string => randomUUID();
export const keyIn = (form: Form): string => one(form, 'key') || newKey();
