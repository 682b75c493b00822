import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

type SignIn = Readonly<{ tokenFor: (wanted: Readonly<{ origin: string; role: string; authority: string }>) => Promise<string> }>;

/** Somebody who is signed in, and asks for what their pages ask for. A path begins with the service. @throws Error with a sentence where it is refused */
export type Person = Readonly<{ ask: <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers?: Readonly<Record<string, string>>) => Promise<T> }>;

/** The first person of a role in a council or the region. */
export type People = (role: string, authority: string) => Promise<Person>;

const answered = async (response: Response): Promise<unknown> => {
  const body: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error((body as { detail?: string }).detail ?? `the portal answered ${response.status}`);
  return body;
};

const written = (body: object | undefined): RequestInit => {
  if (body === undefined) return {};
  return body instanceof FormData ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

const signIn = async (origin: string, role: string, authority: string): Promise<Person> => {
  const { tokenFor } = (await import(pathToFileURL(resolve('tools', 'token', 'sign-in.mjs')).href)) as SignIn;
  const token = await tokenFor({ origin, role, authority });
  return {
    ask: async <T>(method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}): Promise<T> => {
      const { headers, ...rest } = written(body);
      return (await answered(await fetch(`${origin}/api/${path}`, { method, ...rest, headers: { ...headers, ...more, authorization: `Bearer ${token}` } }))) as T;
    },
  };
};

/** People who sign in where they are needed, each once. */
export const peopleOf = (origin: string): People => {
  const here = new Map<string, Promise<Person>>();
  return (role, authority) => {
    const key = `${role} ${authority}`;
    const person = here.get(key) ?? signIn(origin, role, authority);
    here.set(key, person);
    return person;
  };
};

/** A page of a list. */
export type Listed<T> = Readonly<{ items: readonly T[] }>;
