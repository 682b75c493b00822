import type { Clock } from '@permanence/kernel/values';
import { issuerOf } from '@permanence/platform/identity';
import * as oidc from 'openid-client';
import { ServiceSilent } from '../api/problem.js';
import { PORTAL_CLIENT, type PortalOptions } from '../web/options.js';
import type { SignedIn, Underway } from './session.store.js';

/** How long an answer of the issuer is waited for, in seconds. */
const ANSWER_SECONDS = 10;
/** How long a token lasts whose issuer does not say, in seconds. */
const LEAST_SECONDS = 60;

/** Keycloak, or the built-in issuer, as the portal talks to it: code flow with PKCE. */
export class IssuerClient {
  private configuration: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly options: PortalOptions,
    private readonly clock: Clock,
  ) {}

  /** Where to send a person to sign in, and what to remember until they are back. */
  async leave(after: string): Promise<Readonly<{ url: string; underway: Underway }>> {
    const verifier = oidc.randomPKCECodeVerifier();
    const underway: Underway = { kind: 'underway', state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, after };
    const url = oidc.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: `${this.options.publicUrl}/signed-in`, scope: 'openid', state: underway.state, nonce: underway.nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    return { url: url.href, underway };
  }

  /** The tokens for an answer of the issuer; undefined when it is not one to our question (an old tab, a code used twice). */
  async comeBack(address: string, { state, nonce, verifier }: Underway): Promise<SignedIn | undefined> {
    const configuration = await this.discovered();
    try {
      const answer = await oidc.authorizationCodeGrant(configuration, new URL(address, this.options.publicUrl), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      return this.signedIn(answer, answer.id_token ?? '');
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError || isRefusal(error) || isNoAnswerToUs(error)) return undefined;
      throw new ServiceSilent('issuer', error);
    }
  }

  /** Tokens for a while longer; undefined when the issuer has ended the session. */
  async refresh(session: SignedIn): Promise<SignedIn | undefined> {
    if (session.refreshToken === null) return undefined;
    const configuration = await this.discovered();
    try {
      return this.signedIn(await oidc.refreshTokenGrant(configuration, session.refreshToken), session.idToken);
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw new ServiceSilent('issuer', error);
    }
  }

  /** Where to send a person so that the issuer forgets them too. */
  async farewell({ idToken }: SignedIn): Promise<string> {
    return oidc.buildEndSessionUrl(await this.discovered(), { id_token_hint: idToken, post_logout_redirect_uri: `${this.options.publicUrl}/sign-in` }).href;
  }

  /** Asked for once, when it is first needed: the issuer may start after the portal. */
  private async discovered(): Promise<oidc.Configuration> {
    this.configuration ??= this.discover();
    try {
      return await this.configuration;
    } catch (cause) {
      this.configuration = undefined;
      throw new ServiceSilent('issuer', cause);
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { identity, clientSecret } = this.options;
    const plain = identity.keycloakUrl.startsWith('http:');
    return oidc.discovery(new URL(issuerOf(identity)), PORTAL_CLIENT, undefined, oidc.ClientSecretBasic(clientSecret), { timeout: ANSWER_SECONDS, ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}) });
  }

  private signedIn(answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers, idToken: string): SignedIn {
    const lasts = (answer.expiresIn() ?? LEAST_SECONDS) * 1000;
    return { kind: 'signed-in', accessToken: answer.access_token, refreshToken: answer.refresh_token ?? null, idToken: answer.id_token ?? idToken, expiresAt: Date.parse(this.clock.now()) + lasts };
  }
}

/** The issuer says no: the session has ended, the account is disabled, the code was used before. */
const isRefusal = (error: unknown): boolean => error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant';
/** An answer to another question than ours: an old tab, a state that is not the one we sent. */
const isNoAnswerToUs = (error: unknown): boolean => error instanceof oidc.ClientError && error.code === 'OAUTH_INVALID_RESPONSE';
