import { TenantId, Uuid } from '@permanence/kernel/values';
import { capabilitiesOf } from './capabilities.js';
import type { IdentityConfiguration } from './configuration.js';
import { accountNotSetUp, notSignedIn } from './http-refusal.js';
import { isRole } from './roles.js';
import { type Standing, StandingReader } from './standing.reader.js';
import { TokenVerifier } from './token.verifier.js';
import type { Who } from './who.js';

/** Who is behind an access token, as things stand now. The one place where a token becomes a person. */
export class Identity {
  private readonly verifier: TokenVerifier;
  private readonly standing: StandingReader;

  constructor(configuration: IdentityConfiguration) {
    this.verifier = new TokenVerifier(configuration);
    this.standing = new StandingReader(configuration);
  }

  /**
   * The person that the `Authorization` header stands for.
   * @throws HttpRefusal 401 (no or bad token, account disabled, session ended), 403 (the account names no authority), 503 (the issuer cannot be asked).
   */
  async identify(authorization: string | undefined): Promise<Who> {
    const jwt = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (jwt === undefined) throw notSignedIn();
    return this.whoHolds(jwt);
  }

  /** The person who holds this access token. @throws HttpRefusal as `identify` does. */
  async whoHolds(jwt: string): Promise<Who> {
    return toWho(await this.standing.standingOf(await this.verifier.verify(jwt)));
  }
}

/** @throws HttpRefusal 403 when the account's attributes make no person of ours. */
const toWho = ({ sub, name, team, sw_registration: swRegistration, ...standing }: Standing): Who => {
  const authority = authorityOf(standing);
  const roles = (standing.realm_access?.roles ?? []).filter(isRole);
  return {
    id: Uuid(sub), name: name ?? '', roles, authority, tenants: [authority], capabilities: capabilitiesOf(roles, authority),
    ...(team === undefined ? {} : { team }),
    ...(swRegistration === undefined ? {} : { swRegistration }),
  };
};

const authorityOf = ({ authority = '' }: Pick<Standing, 'authority'>): TenantId => {
  try {
    return TenantId(authority);
  } catch {
    throw accountNotSetUp();
  }
};
