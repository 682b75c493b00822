export type Keycloak = Readonly<{
  /** Its public address, without a slash at the end: `KEYCLOAK_URL`. */
  url: string;
  /** Secret of the client `permanence-portal`. */
  portalSecret: string;
  /** The password of everybody in the realm; made for this run unless it was given. */
  password: string;
  admin: Readonly<{ username: string; password: string }>;
  stop(): Promise<void>;
}>;

/**
 * Fetches true Keycloak where it is missing, starts it on 127.0.0.1 with the realm of this folder, and waits until it answers.
 * Nothing is kept after it stops; several may run at once.
 * @throws Error with a sentence, when a program is missing or it does not start within four minutes.
 */
export const startKeycloak: (options?: {
  /** A free one when it is left out. */
  port?: number;
  /** Where the portal is reached; its addresses are the only ones to come back to. */
  publicUrl?: string;
  portalSecret?: string;
  password?: string;
}) => Promise<Keycloak>;
