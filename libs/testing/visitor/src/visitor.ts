import request, { type Response } from 'supertest';

/** A person's browser as far as the portal knows one: it keeps cookies, sends forms with what the page put into them, and follows where it is sent. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  address = '/';
  page: Response | undefined;

  constructor(readonly origin: string) {}

  get html(): string {
    return this.page?.text ?? '';
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** The attributes with which the portal last set each cookie. */
  readonly attributes = new Map<string, string>();

  keepCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Opens an address without following where it leads. */
  async ask(address: string): Promise<Response> {
    return this.heard(await request(this.origin).get(address).set('cookie', this.cookieHeader()).redirects(0));
  }

  /** Opens an address and goes on to where it leads. */
  async open(address: string): Promise<Response> {
    this.address = address;
    return this.follow(await this.ask(address));
  }

  /** Sends a form as it is, without what the page would have put into it. */
  async send(address: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response> {
    const pairs = Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each])));
    const body = new URLSearchParams(pairs as [string, string][]).toString();
    return this.heard(await request(this.origin).post(address).set('cookie', this.cookieHeader()).set('content-type', 'application/x-www-form-urlencoded').redirects(0).send(body));
  }

  /** Fills in the form of the open page that is sent to `address`, and goes on to where it leads. */
  async submit(address: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Response> {
    return this.follow(await this.send(address, { ...this.hidden(address), ...fields }));
  }

  /** What the page put into its form. */
  hidden(address: string): Readonly<Record<string, string>> {
    const form = this.html.split('<form').find((part) => part.includes(`action="${address.replaceAll('&', '&amp;')}"`)) ?? this.html;
    return Object.fromEntries([...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  }

  /** Signs in at the built-in issuer as the first person with a role in a council. */
  async signIn(role: string, authority: string, after = '/'): Promise<this> {
    await this.open(after);
    await this.submit('/sign-in');
    const [, person = ''] = new RegExp(`name="person" value="([0-9a-f-]+)" data-role="${role}" data-authority="${authority}"`).exec(this.html) ?? [];
    await this.follow(await this.send(this.address, { person }));
    return this;
  }

  private async follow(answer: Response): Promise<Response> {
    const next = answer.headers['location'];
    if (next === undefined || answer.status < 300 || answer.status > 399) return answer;
    const target = new URL(next, `${this.origin}${this.address}`);
    this.address = `${target.pathname}${target.search}`;
    return this.follow(await this.ask(this.address));
  }

  private heard(answer: Response): Response {
    const set = (answer.headers['set-cookie'] ?? []) as unknown as readonly string[];
    for (const line of set) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      this.attributes.set(pair.slice(0, at), attributes.join('; '));
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.page = answer;
    return answer;
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
