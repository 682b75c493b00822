import { linksOnPage } from '../in-page.mjs';
import type { Person } from '../person.js';

/** What a crawl came to: every address that was tried, the kinds of pages that were opened, and what was wrong. */
export type Crawled = Readonly<{ addresses: ReadonlySet<string>; opened: ReadonlySet<string>; faults: readonly string[] }>;

/** `forWhom`: for whom a kind of page is another page, '' where it is the same for everybody. `strangers`: names that must stand on no page, in small letters. */
export type Plan = Readonly<{ start: readonly string[]; forWhom: (kind: string) => string; strangers: readonly string[] }>;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The kind of a page: its address without what differs from one child, rule or month to the next. */
export const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://any');
  const names = [...new Set(searchParams.keys())].sort().join('&');
  const where = pathname.replaceAll(UUID, '{id}').replace(/\/help\/rules\/C\d+/, '/help/rules/{clock}').replace(/\/help\/rules\/(?!\{).+/, '/help/rules/{rule}').replace(/\/indicators\/[\w-]+/, '/indicators/{indicator}').replace(/\/packs\/(?:region|[ENSW]\d{8})\/\d{4}-\d{2}/, '/packs/{authority}/{month}').replace(/\/samples\/.+/, '/samples/{file}').replace(/\/TRK-[\w-]+/, '/{tracker}').replace(/\/sharing\/\d+/, '/sharing/{version}');
  return names === '' ? where : `${where}?${names}`;
};

/** As many at once as a browser asks. */
const AT_ONCE = 6;

/** From a row of the regional tracker to the child's record: the way stands for everybody, the record opens only for those whose child it is. */
const ONLY_FOR_SOME = /^\/region\/tracker\/TRK-[\w-]+\/record$/;
const REFUSED: readonly number[] = [403, 404];

/** Of each kind of address, so many are tried; beyond that one more child or month tells nothing new. */
const OF_A_KIND = 12;

/** Tries an address. @returns what is wrong with the answer, if anything, and whether it is a page */
const tried = async (person: Person, path: string, strangers: readonly string[]): Promise<Readonly<{ fault?: string; isPage: boolean }>> => {
  const { status, url, type, text } = await person.answerOf(path);
  const isPage = type.startsWith('text/html');
  const [stranger] = strangers.filter((name) => text.toLowerCase().includes(name));
  if (stranger !== undefined) return { isPage, fault: `${path} names a stranger, ${stranger}` };
  if (ONLY_FOR_SOME.test(path) && REFUSED.includes(status)) return { isPage: false };
  if (status !== 200) return { isPage, fault: `${path} answers ${status}` };
  return new URL(url).pathname === '/sign-in' && !path.startsWith('/sign-in') ? { isPage, fault: `${path} leads to sign-in` } : { isPage };
};

/** From one page on, every link of every page: each leads to a page that answers, and a page of each kind is opened and looked at. */
export class Crawler {
  private readonly addresses = new Set<string>();
  private readonly opened = new Set<string>();
  private readonly kinds = new Map<string, number>();
  private readonly faults: string[] = [];
  private readonly toOpen: string[];
  private readonly toldKinds = new Set<string>();

  constructor(
    private readonly person: Person,
    private readonly origin: string,
    private readonly plan: Plan,
  ) {
    this.toOpen = [...plan.start];
  }

  async run(): Promise<Crawled> {
    for (let path = this.toOpen.shift(); path !== undefined; path = this.toOpen.shift()) {
      const kind = kindOf(path);
      await this.person.goTo(path, kind, this.plan.forWhom(kind));
      this.opened.add(kindOf(new URL(this.person.page.url()).pathname));
      await this.follow(path);
    }
    return { addresses: this.addresses, opened: this.opened, faults: [...this.person.faults, ...this.faults] };
  }

  private async follow(from: string): Promise<void> {
    const fresh = [...new Set(await this.person.page.evaluate(linksOnPage, this.origin))].filter((path) => this.isWanted(path));
    for (let at = 0; at < fresh.length; at += AT_ONCE) await Promise.all(fresh.slice(at, at + AT_ONCE).map((path) => this.try(path, from)));
  }

  private isWanted(path: string): boolean {
    const kind = kindOf(path);
    const before = this.kinds.get(kind) ?? 0;
    if (this.addresses.has(path) || before >= OF_A_KIND) return false;
    this.addresses.add(path);
    this.kinds.set(kind, before + 1);
    return true;
  }

  private async try(path: string, from: string): Promise<void> {
    const { fault, isPage } = await tried(this.person, path, this.plan.strangers);
    if (fault !== undefined) this.faults.push(`${from}: the link to ${fault}`);
    const kind = kindOf(path);
    if (fault !== undefined || !isPage || this.toldKinds.has(kind)) return;
    this.toldKinds.add(kind);
    this.toOpen.push(path);
  }
}
