/** One field that a person can mend, as a service names it. */
export type FieldProblem = Readonly<{ field: string; sentence: string }>;

/** RFC 9457: what a service answers instead of what was asked. `code`, `detail` and `rule` are those of the refusal. */
export type Problem = Readonly<{ type: string; title: string; status: number; code: string; detail: string; rule?: string; errors?: readonly FieldProblem[] }>;

/** A list of any service: `next` is the cursor of the page that follows, null at the end. */
export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

/** A page of a list whose length the service also tells. */
export type CountedPage<T> = Page<T> & Readonly<{ total: number }>;

export type PageQuery = Readonly<{ limit?: number; cursor?: string }>;

/** What became of a command: 400, 409, 412 and 422 are answers for the person who gave it, everything else is thrown. */
export type Outcome<T> = Readonly<{ ok: true; value: T } | { ok: false; problem: Problem }>;

/** A service answered with a problem that the page cannot be shown with; the filter turns it into the page that says so. */
export class ServiceProblem extends Error {
  constructor(readonly service: string, readonly problem: Problem) {
    super(`${service} answered ${String(problem.status)} ${problem.code}`);
  }
}

/** A service did not answer at all. */
export class ServiceSilent extends Error {
  constructor(readonly service: string, cause: unknown) {
    super(`${service} did not answer`, { cause });
  }
}
