import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { Capability, Scope } from './capabilities.js';
import type { Role } from './roles.js';

/** The person behind a request: the token verified, the account and the appointment still in force a second ago at most. Fits `TenantDb.inTenants` as its actor. */
export type Who = Readonly<{
  id: Uuid;
  /** For the screen only: never for a log, an event or a topic. */
  name: string;
  roles: readonly Role[];
  authority: TenantId;
  /** What `app.tenants` is set to: the own authority and no other. */
  tenants: readonly [TenantId, ...TenantId[]];
  team?: string;
  /** Registration with Social Work England. */
  swRegistration?: string;
  capabilities: ReadonlyMap<Capability, Scope>;
}>;

/** The part of a request that this lib reads and writes. */
export type IdentifiedRequest = { headers: { authorization?: string | undefined }; who?: Who };

/** Puts the verified person into a controller's parameter. @throws Error on a route marked `@Public`, where nobody was asked. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Who => {
  const { who } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (who === undefined) throw new Error('A public route asks who is there: nobody was asked to sign in.');
  return who;
});
