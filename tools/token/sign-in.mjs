// Signs in as a browser would: the same requests, cookies and form, with PKCE. Nothing but Node.
import { createHash, randomBytes } from 'node:crypto';

const CLIENT = 'permanence-cli';
const BACK = 'http://127.0.0.1/signed-in';

/**
 * An access token of the first person with this role in this authority (an ONS code, or `region`).
 * @param {{ origin: string, role: string, authority: string }} wanted
 * @returns {Promise<string>}
 * @throws {Error} with one sentence for whoever ran the command
 */
export const tokenFor = async ({ origin, role, authority }) => {
  const browser = new Browser(origin);
  const verifier = randomBytes(32).toString('base64url');
  const page = await browser.open(authorizationAddress(origin, verifier));
  const person = choose(await page.text(), role, authority);
  const code = await browser.submit({ person }, BACK);
  return exchange(origin, code, verifier);
};

const endpoint = (origin, name) => `${origin}/realms/permanence/protocol/openid-connect/${name}`;

const authorizationAddress = (origin, verifier) => `${endpoint(origin, 'auth')}?${new URLSearchParams({
  client_id: CLIENT, response_type: 'code', scope: 'openid', redirect_uri: BACK, state: randomBytes(8).toString('hex'),
  code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
})}`;

/** Keeps cookies and follows redirects by hand, up to the address that the code is sent to. */
class Browser {
  cookies = new Map();
  address = '';

  constructor(origin) {
    this.origin = origin;
  }

  async open(address) {
    this.address = address;
    const answer = await this.request(address);
    const next = answer.headers.get('location');
    if (next !== null) return this.open(new URL(next, address).href);
    if (!answer.ok) throw new Error(`The sign-in at ${this.origin} answered ${answer.status}: it is not the built-in one, or it is not ready.`);
    return answer;
  }

  /** Sends the form of the page that is open, and returns the code that comes back. */
  async submit(fields, back) {
    let answer = await this.request(this.address, { method: 'POST', body: new URLSearchParams(fields) });
    for (let next = answer.headers.get('location'); next !== null; next = answer.headers.get('location')) {
      const target = new URL(next, this.address);
      if (target.href.startsWith(`${back}?`)) return codeIn(target);
      answer = await this.request(target.href);
    }
    throw new Error(`The sign-in at ${this.origin} answered ${answer.status} and no code.`);
  }

  async request(address, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie, accept: 'text/html' }, signal: AbortSignal.timeout(10_000), ...options })
      .catch(() => { throw new Error(`Nothing answers at ${this.origin}: start it with npm start, or give its port with --port.`); });
    for (const [pair] of answer.headers.getSetCookie().map((each) => each.split(';'))) {
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}

const codeIn = (target) => {
  const code = target.searchParams.get('code');
  if (code === null) throw new Error(`The sign-in was refused: ${target.searchParams.get('error') ?? 'no reason given'}.`);
  return code;
};

/** The first person of the page with this role in this authority. */
const choose = (html, role, authority) => {
  const people = [...html.matchAll(/name="person" value="([0-9a-f-]+)" data-role="([\w-]+)" data-authority="(\w+)"/g)];
  if (people.length === 0) throw new Error('The sign-in page lists nobody: only the built-in one can be used so.');
  const found = people.find(([, , itsRole, itsAuthority]) => itsRole === role && itsAuthority === authority);
  if (found !== undefined) return found[1];
  const pairs = [...new Set(people.map(([, , itsRole, itsAuthority]) => `${itsRole} in ${itsAuthority}`))];
  throw new Error(`There is no ${role} in ${authority}. There is ${pairs.join(', ')}.`);
};

const exchange = async (origin, code, verifier) => {
  const answer = await fetch(endpoint(origin, 'token'), {
    method: 'POST', signal: AbortSignal.timeout(10_000),
    body: new URLSearchParams({ grant_type: 'authorization_code', client_id: CLIENT, code, code_verifier: verifier, redirect_uri: BACK }),
  });
  if (!answer.ok) throw new Error(`The sign-in gave a code but no token (${answer.status}).`);
  return (await answer.json()).access_token;
};
