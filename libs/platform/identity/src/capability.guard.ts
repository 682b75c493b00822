import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Capability, refusalWithout } from './capabilities.js';
import { HttpRefusal } from './http-refusal.js';
import { Identity } from './identity.js';
import { PUBLIC, REQUIRES } from './route.decorators.js';
import type { IdentifiedRequest } from './who.js';

/** Lets a request through when its route is public, or when the person behind it holds the capability that the route names. */
@Injectable()
export class CapabilityGuard implements CanActivate {
  constructor(private readonly identity: Identity, private readonly reflector: Reflector) {}

  /** @throws HttpRefusal 401, 403 or 503; see `Identity` for which. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Events from the transport are no requests: the relay and the inbox answer for them.
    if (context.getType() !== 'http') return true;
    const route = [context.getHandler(), context.getClass()];
    const capability = this.reflector.getAllAndOverride<Capability | undefined>(REQUIRES, route);
    if (capability === undefined) return this.reflector.getAllAndOverride<string | undefined>(PUBLIC, route) !== undefined;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const who = await this.identity.identify(request.headers.authorization);
    if (!who.capabilities.has(capability)) throw new HttpRefusal(403, refusalWithout(capability));
    request.who = who;
    return true;
  }
}
