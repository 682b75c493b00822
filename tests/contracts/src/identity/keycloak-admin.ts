import type { Person } from './sign-in.js';

type Credentials = Readonly<{ username: string; password: string }>;

/** What an administrator does in Keycloak's console, by its admin API. */
export class KeycloakAdmin {
  constructor(private readonly url: string, private readonly credentials: Credentials) {}

  async setPassword({ id }: Person, value: string): Promise<void> {
    await this.call('PUT', `users/${id}/reset-password`, { type: 'password', value, temporary: false });
  }

  async setEnabled({ id }: Person, enabled: boolean): Promise<void> {
    const user = (await (await this.call('GET', `users/${id}`)).json()) as object;
    await this.call('PUT', `users/${id}`, { ...user, enabled });
  }

  async removeRole({ id }: Person, role: string): Promise<void> {
    await this.call('DELETE', `users/${id}/role-mappings/realm`, [await this.role(role)]);
  }

  async addRole({ id }: Person, role: string): Promise<void> {
    await this.call('POST', `users/${id}/role-mappings/realm`, [await this.role(role)]);
  }

  /** How often somebody has failed, and whether the account is locked for now. */
  async throttleOf({ id }: Person): Promise<{ numFailures: number; disabled: boolean }> {
    return (await (await this.call('GET', `attack-detection/brute-force/users/${id}`)).json()) as { numFailures: number; disabled: boolean };
  }

  async unlock({ id }: Person): Promise<void> {
    await this.call('DELETE', `attack-detection/brute-force/users/${id}`);
  }

  /** A token of the realm in which administrators live. */
  async masterToken(): Promise<string> {
    const answer = await fetch(`${this.url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...this.credentials }),
    });
    if (!answer.ok) throw new Error(`Keycloak does not let its administrator in: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  private async role(name: string): Promise<unknown> {
    return (await this.call('GET', `roles/${name}`)).json();
  }

  private async call(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.url}/admin/realms/permanence/${path}`, {
      method, headers: { authorization: `Bearer ${await this.masterToken()}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`Keycloak answered ${answer.status} to ${method} ${path}: ${await answer.text()}`);
    return answer;
  }
}
