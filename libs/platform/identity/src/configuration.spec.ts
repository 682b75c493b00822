import { identityConfiguration, issuerOf } from './configuration.js';

describe('where tokens come from', () => {
  it('is read from KEYCLOAK_URL, without a slash at the end', () => {
    expect(issuerOf(identityConfiguration({ KEYCLOAK_URL: 'https://identity.example.org/' }))).toBe('https://identity.example.org/realms/permanence');
  });

  it.each([undefined, '', 'identity.example.org', 'file:///etc/passwd'])('is refused in a sentence when it is %p', (KEYCLOAK_URL) => {
    expect(() => identityConfiguration({ KEYCLOAK_URL })).toThrow('KEYCLOAK_URL must be the public address of Keycloak, such as https://identity.example.org.');
  });
});
