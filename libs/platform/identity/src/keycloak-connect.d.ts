/** The part of keycloak-connect that its own types leave out: a token that was read, not yet believed. */
declare module 'keycloak-connect/middleware/auth-utils/token.js' {
  export default class Token {
    constructor(jwt: string, clientId: string);
    /** The claims; of a token that cannot be read, only an expiry in the past. */
    content: Readonly<Record<string, unknown>>;
    isExpired(): boolean;
    hasRole(name: string): boolean;
    hasApplicationRole(application: string, role: string): boolean;
    hasRealmRole(role: string): boolean;
  }
}
