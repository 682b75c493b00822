import type { Refusal } from '@permanence/kernel/decider';

/**
 * A request that is refused before any rule of a service was asked: `platform/http` renders it as `application/problem+json` (RFC 9457).
 * The message is the sentence that a person reads; it never says what is wrong with a token.
 */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: Refusal['code'];
  readonly sentence: string;
  readonly rule: string;

  constructor(status: number, refusal: Refusal) {
    super(refusal.sentence);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = refusal.code;
    this.sentence = refusal.sentence;
    this.rule = refusal.rule;
  }
}

/** 401: no token, one that is not ours or has run out, an account that is disabled, a session that has ended. Which of them is nobody's business. */
export const notSignedIn = (): HttpRefusal =>
  new HttpRefusal(401, { code: 'NOT_SIGNED_IN', sentence: 'You are not signed in, or your session has ended. Sign in and try again.', rule: 'identity.1' });

/** 503: the issuer cannot be asked whether the account still stands; nobody is let in on an old answer. */
export const standingUnknown = (): HttpRefusal =>
  new HttpRefusal(503, { code: 'STANDING_UNKNOWN', sentence: 'We cannot check who you are at the moment. Try again in a minute.', rule: 'identity.2' });

/** 403: the account names no authority that exists, so that nothing could be shown to it. */
export const accountNotSetUp = (): HttpRefusal =>
  new HttpRefusal(403, { code: 'ACCOUNT_NOT_SET_UP', sentence: 'Your account does not say which council you work for. Ask the person who looks after accounts to add it.', rule: 'identity.3' });
