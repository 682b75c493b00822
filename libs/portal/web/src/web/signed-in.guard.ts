import { type CanActivate, type CustomDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Visits } from './visit.js';

export const OPEN = 'portal:open';
export const SIGNED_IN = 'portal:signed-in';

/** Anybody may open the page, signed in or not; `why` is for the reader of the code. */
export const Open = (why: string): CustomDecorator => SetMetadata(OPEN, why);

/** Only somebody who is signed in may open the page; what they may see there is the services' to say. */
export const ForSignedIn = (): CustomDecorator => SetMetadata(SIGNED_IN, true);

/** Nobody is signed in; the filter leads to sign-in and back. */
export class NotSignedIn extends Error {}

/** Lets a request through when somebody is signed in and, if it changes something, when it was sent from one of our own pages. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly visits: Visits,
    private readonly reflector: Reflector,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** @throws NotSignedIn, or the plugin's error when the page's token is missing or stale. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isOpen = this.reflector.getAllAndOverride<string | undefined>(OPEN, [context.getHandler(), context.getClass()]) !== undefined;
    const visit = await this.visits.of(request);
    if (visit === undefined && !isOpen) throw new NotSignedIn();
    if (visit !== undefined) request.visit = visit;
    // A multipart body is read by its own route, which checks the token when it meets it.
    if (request.method === 'POST' && !request.isMultipart()) await fromOurPage(this.adapter.httpAdapter.getInstance<FastifyInstance>(), request);
    return true;
  }
}

/** Whom a page's token is made for: a token of one session is worth nothing in another. */
export const holderOf = ({ visit }: FastifyRequest): string => visit?.sessionId ?? 'nobody';

/** @throws the plugin's error when the request does not carry the token of one of our pages. */
export const fromOurPage = (server: FastifyInstance, request: FastifyRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    server.csrfProtection(request, { send: reject } as unknown as FastifyReply, () => resolve());
  });
