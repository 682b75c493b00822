import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { HttpRefusal } from '@permanence/platform/identity';
import type { Logger } from '@permanence/platform/telemetry';
import type { FastifyReply } from 'fastify';
import { HttpProblem, PROBLEM_TYPE, type Problem, notFound, problem } from './problem.js';

/** PostgreSQL's way of saying that it is going away, full, or not there: 08 connection, 53 resources, 57 operator's intervention; Node's when the socket is gone. */
const LOST = /^(08|53|57P0|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/;

const codeOf = (error: unknown): string => {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
};

const isLostInfrastructure = (error: unknown): boolean =>
  LOST.test(codeOf(error)) || (error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message));

const ofHttpStatus = (status: number, message: string): Problem =>
  status === 404 ? notFound().problem : problem(status, status === 413 ? 'TOO_LARGE' : 'REQUEST_NOT_READ', message);

/** Everything that goes wrong in a request becomes a problem here, and what is our fault is logged under the reference that the person is given. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = this.problemOf(error);
    if (answer.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (answer.status === 503 && !reply.hasHeader('retry-after')) void reply.header('retry-after', '5');
    void reply.status(answer.status).header('content-type', PROBLEM_TYPE).header('cache-control', 'no-store').send(JSON.stringify(answer));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof HttpProblem) return error.problem;
    if (error instanceof HttpRefusal) return problem(error.status, error.code, error.sentence, { rule: error.rule });
    if (error instanceof HttpException) return ofHttpStatus(error.getStatus(), error.message);
    const status = (error as { statusCode?: number }).statusCode;
    if (status !== undefined && status >= 400 && status < 500) return ofHttpStatus(status, (error as Error).message);
    const reference = randomUUID().slice(0, 8);
    this.logger.error({ error, reference }, 'request failed');
    return isLostInfrastructure(error)
      ? problem(503, 'NOT_AVAILABLE', `This part of the service is not answering at the moment. Nothing was changed. Try again in a minute. Reference ${reference}.`)
      : problem(500, 'FAULT', `Something went wrong on our side. Nothing was changed. Tell support the reference ${reference}.`);
  }
}
