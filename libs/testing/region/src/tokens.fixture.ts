import type { Role } from '@permanence/platform/identity';
import { tokenFor } from '../../../../tools/token/sign-in.mjs';

/** A token of the first person with this role there. */
export type TokenOf = (role: Role, authority: string) => Promise<string>;

/** A token is good for an hour, and some tests take longer. */
const KEPT_MS = 30 * 60_000;

/** One token a role and authority, signed in for as a browser does it, for half an hour: what a test measures is not the sign-in. */
export const tokensOf = (origin: string): TokenOf => {
  const tokens = new Map<string, Readonly<{ token: Promise<string>; since: number }>>();
  return (role, authority) => {
    const key = `${role} ${authority}`;
    const kept = tokens.get(key);
    if (kept !== undefined && performance.now() - kept.since < KEPT_MS) return kept.token;
    const token = tokenFor({ origin, role, authority });
    tokens.set(key, { token, since: performance.now() });
    return token;
  };
};
