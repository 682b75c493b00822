import type { Role } from '@permanence/platform/identity';
import { tokenFor } from '../../../../tools/token/sign-in.mjs';

/** A token of the first person with this role there. */
export type TokenOf = (role: Role, authority: string) => Promise<string>;

/** One token a role and authority, signed in for as a browser does it: what a test measures is not the sign-in. */
export const tokensOf = (origin: string): TokenOf => {
  const tokens = new Map<string, Promise<string>>();
  return (role, authority) => {
    const key = `${role} ${authority}`;
    const token = tokens.get(key) ?? tokenFor({ origin, role, authority });
    tokens.set(key, token);
    return token;
  };
};
