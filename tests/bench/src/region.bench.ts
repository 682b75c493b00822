// PM4 and PM10: figures, records and trackers at England's size beside the region's. Both regions run at once; arms in turn, medians of five.
// BENCH_AUTHORITIES councils in place of 153; BENCH_DATA keeps what was loaded.
import { type Ask, type Openings, askingAs, openingsOf, p95 } from './england/asked.js';
import { type BenchRegion, LOADED_ON, MONTH, openEngland } from './england/england.sample.js';
import { lags } from './england/lag.js';
import { recountRatio } from './england/recount.js';
import { median, quantile, seconds } from './messaging.sample.js';
import { figure } from './service.sample.js';

const ROUNDS = 5;
const PAGES_A_ROUND = 10;
const SMALL = 4;

type Card = Readonly<{ items: readonly Readonly<{ id: string; status: string; value: number | null; numerator: number | null; denominator: number | null }>[] }>;

const cardPath = (authority: string, more = ''): string => `regional-hub/v1/indicators?authority=${authority}&month=${MONTH}&limit=500${more}`;
const AS_COUNTED = `&asKnownOn=${LOADED_ON}`;

const size = ({ authorities, loaded }: BenchRegion): string => `${authorities} councils, ${loaded.children.toLocaleString('en-GB')} children`;

const loading = (england: BenchRegion): void => {
  const { events, seconds: took, working, countedAfter } = england.loaded;
  figure('PM10', `minutes to load ${size(england)}, ${events.toLocaleString('en-GB')} events`, took / 60, 'at most 15');
  figure('PM10', 'minutes of processor time of them in the loading program', working / 60);
  figure('PM10', 'minutes after that until every council’s figures and tracker stood', countedAfter / 60);
};

/** The card of the region from what is kept, and counted anew from the facts of all councils; they must be the same. */
const scorecard = async (england: BenchRegion, ask: Ask): Promise<void> => {
  const [pages, recounts]: [number[], number[]] = [[], []];
  const differ: string[] = [];
  const shown = ({ items }: Card): string[] => items.map(({ id, status, value, numerator, denominator }) => JSON.stringify([id, status, value, numerator, denominator]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const cards: Card[] = [];
    for (let n = 0; n < PAGES_A_ROUND; n += 1) pages.push(await seconds(async () => cards.push(await ask<Card>(cardPath('region')))));
    recounts.push(await seconds(async () => cards.push(await ask<Card>(cardPath('region', AS_COUNTED)))));
    const [kept = [], anew = []] = [cards[0], cards.at(-1)].map((card) => (card === undefined ? [] : shown(card)));
    differ.push(...kept.filter((line) => !anew.includes(line)));
  }
  figure('PM4', `scorecard of ${size(england)}: page from the read model / set-based recount`, median(pages) / median(recounts), 'at most 0.01');
  figure('PM4', 'milliseconds of that page', median(pages) * 1000);
  figure('PM4', 'figures of it that a recount does not come to', differ.length, '0');
  const { ratio, counted } = await recountRatio(england);
  figure('PM4', `our recount / the same by hand-written SQL without tenants (${counted.join(', ')}, all councils)`, ratio, 'at most 1.3');
};

const OPENED: Readonly<Record<keyof Openings, Readonly<{ measure: string; what: string }>>> = {
  child: { measure: 'PM10', what: 'child record page' }, council: { measure: 'PM10', what: 'scorecard of one council with two years before it' },
  region: { measure: 'PM10', what: 'scorecard of the region with two years before it' }, tracker: { measure: 'PM10', what: 'first page of the region’s tracker' },
};

const growth = async (england: BenchRegion, small: BenchRegion): Promise<void> => {
  const [large, few] = [await openingsOf(england), await openingsOf(small)];
  for (const [name, { measure, what }] of Object.entries(OPENED) as [keyof Openings, (typeof OPENED)[keyof Openings]][]) {
    const [grown, base]: [number[], number[]] = [[], []];
    // Neither is measured while it is new to its process.
    for (const open of [few[name], large[name]]) await p95(open);
    for (let round = 0; round < ROUNDS; round += 1) {
      base.push(await p95(few[name]));
      grown.push(await p95(large[name]));
    }
    figure(measure, `${what}, p95: ${size(england)} / ${size(small)}`, median(grown) / median(base), 'at most 1.3');
    figure(measure, `${what}, p95 of the larger in milliseconds`, median(grown));
  }
};

const small = await openEngland(SMALL);
try {
  const england = await openEngland(Number(process.env['BENCH_AUTHORITIES'] ?? '153'));
  try {
    loading(england);
    const ask = await askingAs(england, 'regional-head-of-operations', 'region');
    await growth(england, small);
    await scorecard(england, ask);
    const waited = await lags(england, ask);
    figure('PM4', `seconds from an event to the council’s and the region’s figure that count it, p99 of ${waited.length}`, quantile(waited, 0.99), 'at most 5');
    figure('PM4', 'the same, median', median(waited));
  } finally {
    await england.stop();
  }
} finally {
  await small.stop();
}
