import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { READ_ONLY_CODE } from '@permanence/platform/read-only';
import { correlationId, type Logger } from '@permanence/platform/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, ServiceProblem, ServiceSilent } from '../api/problem.js';
import { EMERGENCY, emergencyHref } from '../emergency/addresses.js';
import type { View } from '../frame/view.js';
import { type Ways, downPage, faultPage, forbiddenPage, noAppointmentPage, notFoundPage, refusedPage, signedOutPage } from '../problems/problem/page.js';
import { readOnlyPage } from '../problems/read-only/page.js';
import { sentIn } from '../problems/read-only/sent.js';
import { formOf, signInHref } from '../session/addresses.js';
import type { SessionStore } from '../session/session.store.js';
import { timeOfDay } from '../words/dates.js';
import type { PageWriter } from './page.writer.js';
import { NOBODY, type Present, presentIn } from './present.js';
import { NotSignedIn } from './signed-in.guard.js';
import type { Visits } from './visit.js';

const STALE: Problem = { type: '', title: '', status: 403, code: 'PAGE_TOO_OLD', detail: 'The page that this was sent from is too old, or was opened by somebody else. Nothing was changed. Open the page again, then send it.' };
const TOO_LARGE: Problem = { type: '', title: '', status: 413, code: 'TOO_LARGE', detail: 'What was sent is larger than this page takes: 20 files at most, each of 100 MB at most. Nothing was changed.' };

/** Whatever goes wrong becomes a page that says what to do; never the browser's own, never a detail of ours. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageWriter,
    private readonly visits: Visits,
    private readonly store: SessionStore,
    private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { request } = reply;
    if (reply.sent) return;
    if (isSignedOut(error)) return this.leadToSignIn(request, reply);
    const present = await this.presentIn(request);
    if (isReadOnly(error)) return this.pages.writeFor(reply.header('retry-after', '60'), readOnlyPage(error.problem, sentIn(request), request.isMultipart()), present);
    const view = this.viewOf(error, emergencyIn(request, present));
    if ((view.status ?? 500) >= 500) this.logger.error({ error, route: request.routeOptions.url, reference: correlationId() }, 'a page could not be made');
    await this.pages.writeFor(reply, view, present);
  }

  /** A page that was asked for waits until the person is back; something that was sent is said not to have been done. */
  private async leadToSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.visit !== undefined) await this.store.end(request.visit.sessionId);
    delete request.visit;
    if (request.method === 'POST') return this.pages.writeFor(reply, signedOutPage(formOf(request.url)), NOBODY);
    await this.pages.seeOther(reply, signInHref(request.url));
  }

  private viewOf(error: unknown, emergency: Emergency): View {
    if (error instanceof ServiceProblem) return this.problemView(error.service, error.problem, emergency);
    if (isForged(error)) return refusedPage(STALE);
    const status = statusOf(error);
    if (status === 404) return notFoundPage(emergency.byReference);
    if (status === 413) return refusedPage(TOO_LARGE);
    if (status >= 400 && status < 500) return refusedPage({ type: '', title: '', status, code: 'REQUEST_NOT_READ', detail: 'What was sent could not be read. Nothing was changed. Open the page again, then send it.' });
    return error instanceof ServiceSilent ? downPage(error.service, this.now()) : faultPage(correlationId());
  }

  private problemView(service: string, problem: Problem, emergency: Emergency): View {
    if (problem.code === 'ACCOUNT_NOT_SET_UP') return noAppointmentPage();
    if (problem.status === 403) return forbiddenPage(problem, problem.code === 'RECORD_RESTRICTED' ? emergency.ofRecord : []);
    if (problem.status === 404) return notFoundPage(emergency.byReference);
    if (problem.status === 503) return downPage(service, this.now());
    return problem.status < 500 ? refusedPage(problem) : faultPage(correlationId());
  }

  private now(): string {
    return timeOfDay(this.pages.clock.now());
  }

  /** Who is there, for the frame; nobody when even that cannot be asked just now. */
  private async presentIn(request: FastifyRequest): Promise<Present> {
    try {
      const visit = request.visit ?? (await this.visits.of(request));
      if (visit !== undefined) request.visit = visit;
      return await presentIn(visit);
    } catch (cause) {
      this.logger.warn({ error: cause }, 'the frame of an error page stands without its person');
      return NOBODY;
    }
  }
}

/** The ways in an emergency of those who have it: to the record that the page is about, or to one whose reference they know. */
type Emergency = Readonly<{ ofRecord: Ways; byReference: Ways }>;

const emergencyIn = (request: FastifyRequest, { me }: Present): Emergency => {
  if (me?.capabilities['break-glass:use'] === undefined) return { ofRecord: [], byReference: [] };
  const { id } = request.params as Readonly<{ id?: string }>;
  const text = 'Open it in an emergency';
  return { ofRecord: id !== undefined && request.url.startsWith('/children/') ? [{ text, href: emergencyHref(id) }] : [], byReference: [{ text: 'Open a record in an emergency', href: EMERGENCY }] };
};

const isSignedOut = (error: unknown): boolean => error instanceof NotSignedIn || (error instanceof ServiceProblem && error.problem.status === 401);
/** Nobody's fault, and no news: an operator has turned it on. */
const isReadOnly = (error: unknown): error is ServiceProblem => error instanceof ServiceProblem && error.problem.code === READ_ONLY_CODE;
const isForged = (error: unknown): boolean => String((error as { code?: unknown }).code ?? '').startsWith('FST_CSRF');
const statusOf = (error: unknown): number => (error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown }).statusCode ?? 500));
