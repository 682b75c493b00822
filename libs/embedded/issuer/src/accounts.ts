import type { Realm, RealmUser } from './realm.js';

/** Somebody of the realm as things stand now. */
export type Account = Readonly<{
  id: string;
  username: string;
  name: string;
  enabled: boolean;
  roles: readonly string[];
  attributes: RealmUser['attributes'];
}>;

/** The people of the realm file. What an administrator changes lasts until the next start. */
export class Accounts {
  private readonly byId: Map<string, Account>;

  constructor(realm: Realm) {
    this.byId = new Map(realm.users.map((user) => [user.id, toAccount(user)]));
  }

  all(): readonly Account[] {
    return [...this.byId.values()];
  }

  /** The account that may sign in: undefined when there is none, or it is disabled. */
  inForce(id: string | undefined): Account | undefined {
    const account = id === undefined ? undefined : this.byId.get(id);
    return account?.enabled === true ? account : undefined;
  }

  /** @throws Error when there is no such account. */
  disable(id: string): void {
    this.byId.set(id, { ...this.existing(id), enabled: false });
  }

  /** @throws Error when there is no such account. */
  removeRole(id: string, role: string): void {
    const account = this.existing(id);
    this.byId.set(id, { ...account, roles: account.roles.filter((each) => each !== role) });
  }

  private existing(id: string): Account {
    const account = this.byId.get(id);
    if (account === undefined) throw new Error(`The realm has no account ${id}.`);
    return account;
  }
}

const toAccount = ({ id, username, firstName, lastName, enabled, realmRoles, attributes }: RealmUser): Account => ({
  id, username, name: `${firstName} ${lastName}`, enabled, roles: realmRoles, attributes,
});
