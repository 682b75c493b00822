/** Where tokens come from, and for whom they must be made out. */
export type IdentityConfiguration = Readonly<{
  /** Public address of Keycloak, or of the built-in issuer, without a slash at the end. A service must reach it by the address that people use: it stands in every token. */
  keycloakUrl: string;
  realm: string;
  /** The client that stands for our services; every access token must name it as an audience. */
  audience: string;
}>;

/** The realm and the client of `deploy/keycloak/realm.json`. */
export const REALM = 'permanence';
export const API_CLIENT = 'permanence-api';

/** @throws Error with a sentence for the operator, when `KEYCLOAK_URL` is missing or is not an address. */
export const identityConfiguration = (environment: Readonly<Record<string, string | undefined>>): IdentityConfiguration => {
  const text = environment['KEYCLOAK_URL'] ?? '';
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error('KEYCLOAK_URL must be the public address of Keycloak, such as https://identity.example.org.');
  return { keycloakUrl: text.replace(/\/+$/, ''), realm: REALM, audience: API_CLIENT };
};

/** The issuer as it stands in tokens (`iss`). */
export const issuerOf = ({ keycloakUrl, realm }: IdentityConfiguration): string => `${keycloakUrl}/realms/${realm}`;

/** An endpoint of the issuer, on Keycloak's paths. */
export const endpointOf = (configuration: IdentityConfiguration, name: 'certs' | 'userinfo'): string =>
  `${issuerOf(configuration)}/protocol/openid-connect/${name}`;
