import { projectFile } from '@permanence/platform/host';
import { Visitor } from '@permanence/testing/visitor';
import { quantile, seconds } from '../messaging.sample.js';
import { AUTHORITY } from '../service.sample.js';
import { type BenchRegion, MONTH } from './england.sample.js';

const { tokenFor } = (await import(projectFile('tools', 'token', 'sign-in.mjs'))) as { tokenFor: (wanted: Readonly<{ origin: string; role: string; authority: string }>) => Promise<string> };

/** Asks the region's API as somebody. @throws Error for every answer but a good one */
export type Ask = <Body>(path: string) => Promise<Body>;

export const askingAs = async ({ url }: Pick<BenchRegion, 'url'>, role: string, authority: string): Promise<Ask> => {
  const authorization = `Bearer ${await tokenFor({ origin: url, role, authority })}`;
  return async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${url}/api/${path}`, { headers: { authorization } });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
    return (await response.json()) as Body;
  };
};

/** What people open, each time as another request; the answers are whole and good, or it throws. */
export type Openings = Readonly<Record<'child' | 'council' | 'region' | 'tracker', () => Promise<unknown>>>;

/** Those in one region: a page of the portal for the child's record and the tracker, the cards of a council and of the region with two years before them. */
export const openingsOf = async (region: BenchRegion): Promise<Openings> => {
  const [auditor, head] = [await new Visitor(region.url).signIn('qa-auditor', AUTHORITY), await new Visitor(region.url).signIn('regional-head-of-operations', 'region')];
  const [own, regional] = [await askingAs(region, 'performance-officer', AUTHORITY), await askingAs(region, 'regional-head-of-operations', 'region')];
  const { items } = await own<{ items: { id: string }[] }>('locality-hub/v1/children?limit=50');
  const turn = { child: 0 };
  const page = async (visitor: Visitor, path: string): Promise<void> => {
    const { status } = await visitor.ask(path);
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  };
  const card = (authority: string): string => `regional-hub/v1/indicators?authority=${authority}&month=${MONTH}&history=24`;
  return {
    child: () => page(auditor, `/children/${items[(turn.child += 1) % items.length]?.id ?? ''}`),
    council: () => own(card(AUTHORITY)),
    region: () => regional(card('region')),
    tracker: () => page(head, '/region/tracker'),
  };
};

const AT_A_TIME = 40;

/** The 95th percentile of a round, in milliseconds. */
export const p95 = async (open: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < AT_A_TIME; n += 1) times.push((await seconds(open)) * 1000);
  return quantile(times, 0.95);
};
