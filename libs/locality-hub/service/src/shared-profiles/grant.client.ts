import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { HttpProblem, type Problem, notFound, problem } from '@permanence/platform/http';
import { correlationId, traceHeaders } from '@permanence/platform/telemetry';
import { REGIONAL_HUB_URL } from './regional-hub.js';

/** What regional-hub says of a grant: `GET /grants/check`. */
export type CoveringGrant = Readonly<{ number: string; childId: Uuid; authority: TenantId; fields: readonly string[]; purpose: string; grantedOn: LocalDate; expiresOn: LocalDate }>;

/** How long a page waits for the answer. */
const ANSWER_MS = 5_000;

const silent = (): HttpProblem => new HttpProblem(problem(503, 'REGIONAL_HUB_SILENT', 'We cannot ask whether this profile is shared with you. Try again in a minute.'));

/** Asks regional-hub, in the name of whoever asks us, whether a grant covers a reading. */
@Injectable()
export class GrantClient {
  constructor(@Inject(REGIONAL_HUB_URL) private readonly baseUrl: string) {}

  /**
   * The grant that covers the reading.
   * @throws HttpProblem 404 without one, as for what is not there; 422 without a purpose; 503 when regional-hub does not answer
   */
  async covering(authorization: string, reference: string, purpose: string | undefined): Promise<CoveringGrant> {
    const answer = await this.ask(authorization, reference, purpose);
    if (answer.ok) return (await answer.json()) as CoveringGrant;
    if (answer.status === 422) throw new HttpProblem((await answer.json()) as Problem);
    throw answer.status >= 500 ? silent() : notFound();
  }

  private async ask(authorization: string, reference: string, purpose: string | undefined): Promise<Response> {
    if (this.baseUrl === '') throw silent();
    const url = new URL(`${this.baseUrl}/api/regional-hub/v1/grants/check`);
    url.searchParams.set('reference', reference);
    if (purpose !== undefined) url.searchParams.set('purpose', purpose);
    try {
      return await fetch(url, { headers: { authorization, accept: 'application/json', 'x-correlation-id': correlationId(), ...traceHeaders() }, signal: AbortSignal.timeout(ANSWER_MS) });
    } catch (cause) {
      throw Object.assign(silent(), { cause });
    }
  }
}
