import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { IdentifiedRequest } from '@permanence/platform/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { IdempotencyKeys, fingerprintOf } from './idempotency.js';
import { HttpProblem, problem } from './problem.js';

type Request = FastifyRequest & IdentifiedRequest & { isMultipart?: () => boolean };

const keyOf = (request: Request): string | undefined => {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new HttpProblem(problem(400, 'IDEMPOTENCY_KEY_NOT_READ', 'The Idempotency-Key must be 1 to 200 letters, digits and signs without spaces.'));
  return key;
};

/** A POST with an `Idempotency-Key` is done once; the key's second request gets the first one's answer, marked `Idempotency-Replayed`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = keyOf(request);
    return key === undefined || request.who === undefined ? next.handle() : from(this.once(request, reply, key, next));
  }

  private async once(request: Request, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const { who } = request;
    if (who === undefined) throw new Error('a command without a person cannot have a key');
    const first = await this.keys.take(who, key, fingerprintOf(request.method, request.url, request.isMultipart?.() ? null : request.body));
    if (first !== undefined) {
      void reply.status(first.status).header('idempotency-replayed', 'true');
      if (first.location !== null) void reply.header('location', first.location);
      return first.body;
    }
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keys.keep(who, key, { status: reply.statusCode, location: (reply.getHeader('location') as string | undefined) ?? null, body });
      return body;
    } catch (error) {
      await this.keys.giveBack(who, key);
      throw error;
    }
  }
}
