import { type CanActivate, type CustomDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { HttpProblem } from '@permanence/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadOnlyMode } from './read-only-mode.js';
import { readOnlyProblem } from './read-only.problem.js';

const GOES_ON = 'permanence:goes-on-in-read-only-mode';

/** The route does its work in read-only mode too; `why` is for the reader of the code. */
export const GoesOnInReadOnlyMode = (why: string): CustomDecorator => SetMetadata(GOES_ON, why);

/** Methods that change nothing (RFC 9110, 9.2.1); of what they read they may write down that it was read. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** When a program may ask again. Nobody knows when it ends, and a minute is no burden. */
const ASK_AGAIN_SECONDS = 60;

/** In read-only mode, refuses every command of a service before anything of it is looked at: who sends it, its body, its key. */
@Injectable()
export class ReadOnlyGuard implements CanActivate {
  constructor(
    private readonly mode: ReadOnlyMode,
    private readonly reflector: Reflector,
  ) {}

  /** @throws HttpProblem 503 `READ_ONLY_MODE`. */
  canActivate(context: ExecutionContext): boolean {
    // Events are no commands of people: what they tell was decided before.
    if (context.getType() !== 'http') return true;
    const { now } = this.mode;
    const http = context.switchToHttp();
    if (now === null || SAFE.has(http.getRequest<FastifyRequest>().method) || this.goesOn(context)) return true;
    void http.getResponse<FastifyReply>().header('retry-after', String(ASK_AGAIN_SECONDS));
    throw new HttpProblem(readOnlyProblem(now));
  }

  private goesOn(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<string | undefined>(GOES_ON, [context.getHandler(), context.getClass()]) !== undefined;
  }
}
