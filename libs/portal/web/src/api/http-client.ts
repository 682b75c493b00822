import { correlationId, traceHeaders } from '@permanence/platform/telemetry';
import type { CsvDownload } from './locality-hub.js';
import { type Outcome, type Page, type Problem, ServiceProblem, ServiceSilent } from './problem.js';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** How long an answer is waited for: nobody watches a page that does not come. */
const ANSWER_MS = 10_000;
/** A file of some hundred thousand rows takes longer. */
const DOWNLOAD_MS = 120_000;

/** How long somebody waits: for a page, or for something that they know takes its time, such as every figure of a month counted anew. */
type Patience = 'page' | 'count';
const PATIENCE: Readonly<Record<Patience, number>> = { page: ANSWER_MS, count: 60_000 };

/** What a service gives in one page at most. */
const MOST_ITEMS = 500;

/** Answers that are the person's to mend, not the page's to fail with. */
const MENDABLE = new Set([400, 409, 412, 413, 415, 422]);

/** One service's API as one person may use it. */
export class ServiceClient {
  constructor(
    private readonly service: string,
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** @throws ServiceProblem for every answer but 200. @throws ServiceSilent when there is none. */
  async get<T>(path: string, query: Query = {}, patience: Patience = 'page'): Promise<T> {
    const answer = await this.send(path, query, { signal: AbortSignal.timeout(PATIENCE[patience]) });
    const text = await this.textOf(answer);
    if (!answer.ok) throw new ServiceProblem(this.service, problemOf(answer, text));
    return JSON.parse(text) as T;
  }

  /** A list with all its items, for a page that shows them all: nearly always one page of it. */
  async whole<T extends Page<unknown>>(path: string): Promise<T> {
    const first = await this.get<T>(path, { limit: MOST_ITEMS });
    const items = [...first.items];
    for (let { next } = first; next !== null; ) {
      const page: T = await this.get<T>(path, { limit: MOST_ITEMS, cursor: next });
      items.push(...page.items);
      next = page.next;
    }
    return { ...first, items, next: null };
  }

  /** A command with its idempotency key: a second click gets the first one's answer. Without a key it is done again, and its answer is kept nowhere. */
  async command<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, key?: string, patience: Patience = 'page'): Promise<Outcome<T>> {
    const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) };
    return this.outcome<T>(await this.send(path, {}, { method, body: JSON.stringify(body), headers, signal: AbortSignal.timeout(PATIENCE[patience]) }));
  }

  /** A command about something with a version: refused with 412 when it has another one than the person saw. */
  async commandOn<T>(path: string, body: unknown, { version, key }: Readonly<{ version: string; key: string }>): Promise<Outcome<T>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': `"${version}"` };
    return this.outcome<T>(await this.send(path, {}, { method: 'POST', body: JSON.stringify(body), headers, signal: AbortSignal.timeout(PATIENCE.page) }));
  }

  /** Sends a multipart body on as it comes in: nothing of it is kept here, and it takes as long as the person's line does. */
  async upload<T>(path: string, boundary: string, body: AsyncIterable<Uint8Array>, key: string): Promise<Outcome<T>> {
    // `duplex` is what fetch asks for when the body is a stream; the DOM's types do not know it.
    const broken: Broken = { by: undefined };
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST', duplex: 'half', body: watched(body, broken) as unknown as NonNullable<RequestInit['body']>, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key },
    };
    try {
      return await this.outcome<T>(await this.send(path, {}, init));
    } catch (error) {
      throw broken.by ?? error;
    }
  }

  async csv(path: string, query: Query): Promise<CsvDownload> {
    const answer = await this.send(path, query, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!answer.ok || answer.body === null) throw new ServiceProblem(this.service, problemOf(answer, await this.textOf(answer)));
    const [, fileName = 'set-aside.csv'] = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    return { fileName, content: answer.body as unknown as AsyncIterable<Uint8Array> };
  }

  private async outcome<T>(answer: Response): Promise<Outcome<T>> {
    const text = await this.textOf(answer);
    if (answer.ok) return { ok: true, value: (text === '' ? null : JSON.parse(text)) as T };
    const problem = problemOf(answer, text);
    if (MENDABLE.has(answer.status)) return { ok: false, problem };
    throw new ServiceProblem(this.service, problem);
  }

  private async send(path: string, query: Query, init: RequestInit): Promise<Response> {
    const url = new URL(`${this.baseUrl}/api/${this.service}/v1/${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${this.token}`, 'x-correlation-id': correlationId(), ...traceHeaders(), accept: 'application/json' };
    return this.heard(fetch(url, { ...init, headers }));
  }

  private textOf(answer: Response): Promise<string> {
    return this.heard(answer.text());
  }

  private async heard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      throw new ServiceSilent(this.service, cause);
    }
  }
}

/** What broke off an upload on its way in: a file too large is the sender's fault, not the silence of a service. */
type Broken = { by: unknown };

const watched = async function* (body: AsyncIterable<Uint8Array>, broken: Broken): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    broken.by = error;
    throw error;
  }
};

/** The problem of an answer; one that is not problem+json (a proxy's page) stands as what its status says. */
const problemOf = (answer: Response, text: string): Problem => {
  const isProblem = (answer.headers.get('content-type') ?? '').includes('problem+json');
  return isProblem ? (JSON.parse(text) as Problem) : { type: 'about:blank', title: 'The request failed', status: answer.status, code: `HTTP_${String(answer.status)}`, detail: '' };
};
