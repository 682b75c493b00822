/** A browser without a screen: keeps cookies, follows redirects by hand and stops before it leaves the issuer. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** @param stay addresses that begin so are followed; any other is where the browser would go next. */
  constructor(private readonly stay: string) {}

  /** Opens an address, or sends a form to it. `left` is the address outside the issuer that it was sent to, if any. */
  async open(address: string, form?: Readonly<Record<string, string>>): Promise<{ status: number; address: string; html: string; left?: URL }> {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(answer.headers.getSetCookie());
    const next = answer.headers.get('location');
    if (next === null) return { status: answer.status, address, html: await answer.text() };
    const target = new URL(next, address);
    return target.href.startsWith(this.stay) ? this.open(target.href) : { status: answer.status, address, html: '', left: target };
  }

  private keep(setCookies: readonly string[]): void {
    for (const [pair = ''] of setCookies.map((each) => each.split(';'))) {
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
