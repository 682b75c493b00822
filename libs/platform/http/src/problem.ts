import type { Refusal } from '@permanence/kernel/decider';

/** What a program or a page is told when something could not be done (RFC 9457, `application/problem+json`). */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  /** Stable; a program may act on it. */
  code: string;
  /** A sentence for a person. */
  detail: string;
  /** The rule enforced, as in the rules catalogue. */
  rule?: string;
  errors?: readonly FieldError[];
}>;

export type FieldError = Readonly<{ field: string; sentence: string }>;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Something in the request cannot be read', 401: 'Not signed in', 403: 'Not allowed', 404: 'Not found', 405: 'Not possible here', 409: 'Not possible now', 412: 'Changed meanwhile',
  413: 'Too large', 415: 'Not a kind of content that is read here', 422: 'Refused by a rule', 428: 'A version is missing', 429: 'Too many requests', 500: 'A fault of ours', 503: 'Not available at the moment',
};

export const problem = (status: number, code: string, detail: string, more: Readonly<{ rule?: string | undefined; errors?: readonly FieldError[] }> = {}): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'The request failed',
  status,
  code,
  detail,
  ...(more.rule === undefined ? {} : { rule: more.rule }),
  ...(more.errors === undefined ? {} : { errors: more.errors }),
});

/** One text for what is not there and for what is not yours to know of (portal T16). */
export const NOT_FOUND: Refusal = { code: 'NOT_FOUND', sentence: 'We could not find that. Check the reference. If you should be able to see it, ask the team that holds it.', rule: 'http.not-found' };

/** A request that ends here, with the answer it gets. Services throw it only at their edge: inside, a refusal is a value. */
export class HttpProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'HttpProblem';
  }
}

/** 409 or 422 for a rule that says no; the field it is about, when the rule names one. */
export const refused = (refusal: Refusal, status = 422): HttpProblem =>
  new HttpProblem(problem(status, refusal.code, refusal.sentence, { rule: refusal.rule, ...(refusal.field === undefined ? {} : { errors: [{ field: refusal.field, sentence: refusal.sentence }] }) }));

export const notFound = (): HttpProblem => refused(NOT_FOUND, 404);
