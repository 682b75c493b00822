import { once } from 'node:events';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_CLIENT, type IdentityConfiguration, type Role, identityConfiguration } from '@permanence/platform/identity';
import { SignJWT } from 'jose';

export type Person = Readonly<{ authority: string; role: Role; id?: string; name?: string; swRegistration?: string; team?: string }>;

/** An issuer that knows whoever a test makes up, on Keycloak's paths. */
export class Issuer {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly people = new Map<string, object>();
  private readonly server = createServer(({ url = '', headers }, response) => {
    const sub = (headers.authorization ?? '').split('.')[1];
    const answer = url.endsWith('/certs') ? { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig' }] } : this.people.get(subOf(sub));
    response.end(JSON.stringify(answer ?? {}));
  });

  async open(): Promise<this> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return this;
  }

  get identity(): IdentityConfiguration {
    return identityConfiguration({ KEYCLOAK_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}` });
  }

  /** A token of this person; without an id, of somebody new. */
  tokenOf({ authority, role, id = randomUUID(), name = 'Somebody New', swRegistration, team }: Person): Promise<string> {
    this.people.set(id, { sub: id, name, authority, realm_access: { roles: [role] }, ...(swRegistration ? { sw_registration: swRegistration } : {}), ...(team ? { team } : {}) });
    return new SignJWT({ typ: 'Bearer' }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).setIssuer(`${this.identity.keycloakUrl}/realms/permanence`)
      .setAudience(API_CLIENT).setSubject(id).setIssuedAt().setExpirationTime('5m').sign(this.keys.privateKey);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const subOf = (claims = ''): string => (JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { sub?: string }).sub ?? '';
