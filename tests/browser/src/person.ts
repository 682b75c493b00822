import type { Role } from '@permanence/platform/identity';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { SIZES, type Size, faultsOfPage } from './look.js';

/** Who sits before the browser. `nth`: the first or second with this role there. */
export type Who = Readonly<{ role: Role; authority: string; nth?: 0 | 1 }>;

/** `script`: whether pages' scripts run; `look`: whether pages are looked at, and at which sizes with axe; `lookedAt`: kinds of pages that were looked at before, perhaps by others. */
export type Habits = Readonly<{ script?: boolean; look?: boolean; axe?: readonly Size[]; lookedAt?: Set<string> }>;

/** What a browser kept of whoever signed in there. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Somebody with a browser. Whatever page they come to is looked at before anything is done on it. */
export class Person {
  /** What was wrong with the pages so far, each with the page's address. */
  readonly faults: string[] = [];
  /** Addresses asked for, and where each was asked from. */
  readonly asked: Readonly<{ url: string; referer: string | undefined }>[] = [];
  readonly titles = new Set<string>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin: string,
    private readonly habits: Required<Habits>,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && message.location().url !== page.url()) this.faults.push(`${page.url()}: console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => this.asked.push({ url: request.url(), referer: request.headers()['referer'] }));
  }

  /** Opens a window of their own. `kept`: what their browser holds already. */
  static async arrive(browser: Browser, origin: string, { script = true, look = true, axe = ['desk'], lookedAt = new Set() }: Habits = {}, kept?: Kept): Promise<Person> {
    const context = await browser.newContext({ baseURL: origin, viewport: SIZES.desk, javaScriptEnabled: script, locale: 'en-GB', ...(kept === undefined ? {} : { storageState: kept }) });
    context.setDefaultTimeout(60_000);
    return new Person(context, await context.newPage(), origin, { script, look, axe: script ? axe : [], lookedAt });
  }

  /** Opens the first page with what their browser kept. @returns whether they are still signed in; if not, nothing is kept any more */
  async comesBack(): Promise<boolean> {
    if ((await this.context.cookies()).length === 0) return false;
    await this.page.goto('/');
    if (new URL(this.page.url()).pathname !== '/sign-in') return true;
    await this.context.clearCookies();
    return false;
  }

  /** Signs in on the issuer's own page. */
  async signIn({ role, authority, nth = 0 }: Who): Promise<this> {
    await this.page.goto('/sign-in');
    await this.look('sign-in');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.locator(`button[data-role="${role}"][data-authority="${authority}"]`).first().waitFor();
    await this.look('choose who you are');
    await this.page.locator(`button[data-role="${role}"][data-authority="${authority}"]`).nth(nth).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/realms/') && url.pathname !== '/signed-in');
    return this;
  }

  /** Opens an address, and looks at what comes. */
  async goTo(path: string, kind = path, forWhom = ''): Promise<Response> {
    const answer = await this.page.goto(path);
    if (answer === null) throw new Error(`${path} was not answered`);
    await this.look(kind, forWhom);
    return answer;
  }

  /**
   * Looks at the page; at each kind of page once, since a second child of the same kind tells nothing new.
   * @param forWhom where the page is another one for other people: it is looked at again for each, by axe at its first size
   */
  async look(kind: string, forWhom = ''): Promise<void> {
    const { look, axe, lookedAt } = this.habits;
    const key = `${kind} ${forWhom}`;
    this.titles.add(await this.page.title());
    if (!look || lookedAt.has(key)) return;
    const sizes = lookedAt.has(kind) ? axe.slice(0, 1) : axe;
    lookedAt.add(key).add(kind);
    const address = this.page.url().replace(this.origin, '');
    this.faults.push(...(await this.faultsNow(sizes)).map((fault) => `${address}: ${fault}`));
  }

  /** A page that follows a running import may load itself again in the middle of the look: then the one that came is looked at. */
  private async faultsNow(axe: readonly Size[]): Promise<readonly string[]> {
    try {
      return await faultsOfPage(this.page, axe);
    } catch (fault) {
      if (!/Execution context was destroyed|navigation/.test((fault as Error).message)) throw fault;
      await this.page.waitForLoadState('load');
      return faultsOfPage(this.page, axe);
    }
  }

  /** What an address answers, without opening it. */
  async answerOf(path: string): Promise<Readonly<{ status: number; text: string; url: string; type: string }>> {
    const answer = await this.context.request.get(path, { timeout: 60_000 });
    return { status: answer.status(), text: await answer.text(), url: answer.url(), type: answer.headers()['content-type'] ?? '' };
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
