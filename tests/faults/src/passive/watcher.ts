import type { Exchange } from './rules.js';

const KINDS = [['/api/', 'api'], ['/health/', 'api'], ['/assets/', 'asset'], ['/realms/', 'issuer']] as const;

const kindOf = (path: string): Exchange['kind'] => KINDS.find(([start]) => path.startsWith(start))?.[1] ?? 'page';

/** A browser that keeps cookies and every exchange, and goes nowhere but where it is told. */
export class Watcher {
  private readonly cookies = new Map<string, string>();
  readonly exchanges: Exchange[] = [];

  constructor(readonly origin: string) {}

  async ask(address: string, options: RequestInit = {}): Promise<Exchange> {
    const url = new URL(address, this.origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...options, headers: { cookie, accept: 'text/html', connection: 'close', ...options.headers } });
    for (const [pair = ''] of answer.headers.getSetCookie().map((each) => each.split(';'))) this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    const exchange: Exchange = { url: url.href, kind: kindOf(url.pathname), status: answer.status, headers: answer.headers, body: await answer.text() };
    this.exchanges.push(exchange);
    return exchange;
  }

  /** Goes on to where it is sent, and returns the page at the end. */
  async open(address: string, options: RequestInit = {}): Promise<Exchange> {
    const exchange = await this.ask(address, options);
    const next = exchange.headers.get('location');
    return next === null ? exchange : this.open(new URL(next, exchange.url).href);
  }

  /** Sends the form of a page with what the page put into it. */
  submit({ url, body }: Exchange, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const form = body.split('<form').find((part) => part.includes(`action="${action}"`)) ?? body;
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const);
    return this.open(new URL(action, url).href, { method: 'POST', body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }) });
  }

  async signIn(role: string, authority: string): Promise<void> {
    const chosen = await this.submit(await this.open('/'), '/sign-in');
    const person = new RegExp(`name="person" value="([0-9a-f-]+)" data-role="${role}" data-authority="${authority}"`).exec(chosen.body)?.[1];
    if (person === undefined) throw new Error(`nobody is a ${role} of ${authority} on the sign-in page`);
    await this.open(chosen.url, { method: 'POST', body: new URLSearchParams({ person }) });
  }

  /** Follows every link of the site from a page on, each kind of page a few times at most. */
  async lookAround(from: string, most: number): Promise<void> {
    const waiting = [from];
    const seen = new Set<string>();
    while (waiting.length > 0 && seen.size < most) {
      const address = waiting.shift() as string;
      if (seen.has(address)) continue;
      seen.add(address);
      const { body } = await this.open(address);
      for (const [, to = ''] of body.matchAll(/(?:href|src)="(\/[^"#]*)/g)) if (!/sign-out/.test(to)) waiting.push(to.replaceAll('&amp;', '&'));
    }
  }
}
