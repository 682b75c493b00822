/** Why a command or a query may not be done: a stable code, a sentence a social worker understands, and the rule it enforces. */
export type Refusal = Readonly<{ code: Uppercase<string>; sentence: string; rule: string; field?: string }>;

/** What a rule makes of a command: the facts that follow, or the refusal. A refusal is a value; a throw is a bug. */
export type Decision<E> = Readonly<{ ok: true; events: readonly E[] } | { ok: false; refusal: Refusal }>;

export const decided = <E>(...events: E[]): Decision<E> => ({ ok: true, events });

export const refuse = (code: Refusal['code'], sentence: string, rule: string, field?: string): Decision<never> => ({
  ok: false,
  refusal: { code, sentence, rule, ...(field === undefined ? {} : { field }) },
});

/** Makes a switch exhaustive: a new member of the union does not compile until it is handled. */
export const unreachable = (value: never): never => {
  throw new Error(`a case that cannot be: ${JSON.stringify(value)}`);
};
