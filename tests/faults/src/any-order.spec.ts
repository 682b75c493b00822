import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { localityHub } from '@permanence/locality-hub/service';
import { regionalHub } from '@permanence/regional-hub/service';
import { isFull } from '@permanence/testing/counts';
import { SAMPLE_YEARS, rowsIn, sampleFiles } from '@permanence/testing/region';
import { type RunningServices, startServices } from './running/running-services.js';

/** Figures follow an import's end within ten seconds. */
const MOST_MS = 10_000;

const ORDERS = isFull() ? 12 : 2;
const AUTHORITY = 'E10000028';

/** Last days of the sample's months, April 2017 to March 2022, by the calendar and nothing of ours. */
const MONTH_ENDS = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2017, 4 + n, 0)).toISOString().slice(0, 10));

const iso = (day: string): string => day.split('/').reverse().join('-');

type Episode = { child: string; from: string; to: string; legal: string; year: number };

/** V3 and V4 are short breaks: such a child is not looked after. */
const SHORT_BREAKS = new Set(['V3', 'V4']);

/**
 * Children looked after at the end of each day, straight from the files: of each episode (child and first day) the last
 * collection that states it says when it ended. An episode that the next whole collection leaves out ended by the end of
 * the one that stated it last, since a council must state every open one again.
 */
const countedFromFiles = (): Map<string, number> => {
  const episodes = new Map<string, Episode>();
  for (const year of SAMPLE_YEARS) {
    const file = sampleFiles(year).find(({ name }) => name.endsWith('-episodes.csv'));
    for (const row of file ? rowsIn(file) : []) {
      const episode = { child: row['CHILD'] ?? '', from: iso(row['DECOM'] ?? ''), to: iso(row['DEC'] ?? ''), legal: row['LS'] ?? '', year };
      episodes.set(`${episode.child} ${episode.from}`, episode);
    }
  }
  return new Map(MONTH_ENDS.map((day) => [day.slice(0, 7), new Set([...episodes.values()].filter(({ from, to, legal }) => from <= day && (to === '' || to > day) && !SHORT_BREAKS.has(legal)).map(({ child }) => child)).size]));
};

/** The nth order of the five years: the first is the usual one, the second the reverse, the rest shuffled the same way in every run. */
const orderOf = (n: number): number[] => {
  const years: number[] = [...SAMPLE_YEARS];
  if (n === 0) return years;
  if (n === 1) return years.reverse();
  return years.map((year, i) => ({ year, at: Math.imul(n * 31 + i * 17 + 7, 2_654_435_761) >>> 0 })).sort((a, b) => a.at - b.at).map(({ year }) => year);
};

describe('the five years of the sample, loaded in any order', () => {
  let running: RunningServices;
  beforeEach(async () => {
    running = await startServices([localityHub, regionalHub]);
  }, 60_000);
  afterEach(() => running.stop());

  const seriesOf = async (): Promise<Map<string, number | null>> => {
    const token = await running.tokenOf('performance-officer', AUTHORITY);
    const answer = await fetch(`${running.urlOf('regional-hub')}/indicators/cla-number-looked-after/series?authority=${AUTHORITY}`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as { items: { month: string; value: number | null }[] };
    return new Map(items.map(({ month, value }) => [month, value]));
  };

  /** The figures as they stand when they are those wanted, or ten seconds after the import's end: later is too late. */
  const figuresFollow = async (wanted: Record<string, number>): Promise<Record<string, number | null>> => {
    await running.settled();
    for (const begun = performance.now(); ; await wait(200)) {
      const figures = Object.fromEntries(await seriesOf());
      if (isDeepStrictEqual(figures, wanted) || performance.now() - begun > MOST_MS) return figures;
    }
  };

  it.each(Array.from({ length: ORDERS }, (_, n) => [orderOf(n)] as const))('count as many children at the end of each month as the files do: %j', async (order) => {
    const council = await running.officerOf(AUTHORITY);
    for (const year of order) await council.load(year, sampleFiles(year));
    const wanted = Object.fromEntries(countedFromFiles());
    expect(await figuresFollow(wanted)).toEqual(wanted);
  }, 180_000);
});
