import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Capability } from './capabilities.js';

/** Where the capability of a route, or the reason that it needs none, is kept. */
export const REQUIRES = 'permanence:requires';
export const PUBLIC = 'permanence:public';

/** The route, or every route of the controller, is for those who hold this capability. How far theirs reaches is in `who.capabilities`. */
export const Requires = (capability: Capability): CustomDecorator => SetMetadata(REQUIRES, capability);

/** Anybody may call the route, without a token; `why` is for the reader of the code. */
export const Public = (why: string): CustomDecorator => SetMetadata(PUBLIC, why);
