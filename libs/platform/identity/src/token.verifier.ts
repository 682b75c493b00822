import KeycloakConnect from 'keycloak-connect';
import Token from 'keycloak-connect/middleware/auth-utils/token.js';
import { type IdentityConfiguration, endpointOf } from './configuration.js';
import { notSignedIn } from './http-refusal.js';
import { KeySource } from './key-source.js';

type GrantManager = KeycloakConnect.GrantManager & { rotation: Pick<KeySource, 'getJWK'> };

/** The claims of a token that has been verified. Roles and appointments are not read from it: they may have changed since (see `StandingReader`). */
export type VerifiedToken = Readonly<{ jwt: string; subject: string }>;

/** Checks access tokens without asking the issuer, but for its keys: signature (RS256), issuer, audience, kind and expiry, by keycloak-connect's grant manager. */
export class TokenVerifier {
  private readonly grantManager: GrantManager;

  constructor(private readonly configuration: IdentityConfiguration) {
    const { keycloakUrl, realm, audience } = configuration;
    const adapter = {
      realm, resource: audience, 'auth-server-url': keycloakUrl, 'bearer-only': true, 'ssl-required': 'none', 'confidential-port': 0, 'verify-token-audience': true,
    };
    this.grantManager = new KeycloakConnect({}, adapter).grantManager as GrantManager;
    this.grantManager.rotation = new KeySource(endpointOf(configuration, 'certs'));
  }

  /** @throws HttpRefusal 401 whatever the fault: the library refuses some tokens by a `TypeError` of its own (`alg: none`). */
  async verify(jwt: string): Promise<VerifiedToken> {
    try {
      const token = new Token(jwt, this.configuration.audience);
      await this.grantManager.validateToken(token, 'Bearer');
      return { jwt, subject: String(token.content['sub']) };
    } catch {
      throw notSignedIn();
    }
  }
}
