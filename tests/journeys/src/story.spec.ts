import { type CouncilClient, type TestRegion, openRegion, sampleFiles } from '@permanence/testing/region';
import { LOOKED_AFTER, type Figure, within } from './figures.js';

const COUNCIL = 'E10000028';
const YEARS = [2018, 2019, 2020, 2021, 2022] as const;

/** A child of the sample who came into care on 16 September 2017 and has not left. */
const CODE = '735996';

/** Read off the five files by hand: the rows that begin a stay; those marked L and T between them go on with one. */
const HOMES_FROM = ['2017-09-16', '2018-09-02', '2018-10-13', '2019-11-10', '2020-01-11', '2020-05-07', '2020-06-29', '2021-01-05', '2021-01-15', '2021-03-18', '2021-06-29'];

/** April 2017 to March 2022. */
const MONTHS = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2017, 3 + n, 1)).toISOString().slice(0, 7));

const iso = (day: string): string => day.split('/').reverse().join('-');

/** The reviews that any of the five files states of the child. */
const reviewDays = (): readonly string[] =>
  [...new Set(YEARS.flatMap((year) => sampleFiles(year).filter(({ name }) => name.endsWith('-reviews.csv')).flatMap(({ text }) => text.split(/\r?\n/).filter((line) => line.startsWith(`${CODE},`)).map((line) => iso(line.split(',')[2] ?? '')))))].sort();

type Span = Readonly<{ from: string; to: string | null }>;
type Entry = Readonly<{ on: string; type: string; source: string | null }>;

describe('five years of one child', () => {
  let region: TestRegion;
  let officer: CouncilClient;
  let child: string;

  beforeAll(async () => {
    region = await openRegion();
    officer = await region.as('performance-officer', COUNCIL);
    for (const year of YEARS) await officer.load(year, sampleFiles(year));
    const { items } = await officer.json<{ items: { id: string }[] }>(`locality-hub/v1/children?q=${CODE}`);
    child = items[0]?.id ?? '';
  }, 240_000);
  afterAll(() => region?.stop(), 60_000);

  const section = <T>(name: string): Promise<T> => officer.json<T>(`locality-hub/v1/children/${child}/${name}`);

  it('one time in care, two legal statuses, eleven homes', async () => {
    const placements = await section<{ care: readonly (Span & { startKnown: boolean })[]; legal: readonly (Span & { status: string })[]; homes: readonly Span[] }>('placements');
    expect(placements.care).toEqual([expect.objectContaining({ from: '2017-09-16', startKnown: true, to: null })]);
    expect(placements.legal.map(({ from, to, status }) => [status, from, to])).toEqual([['J2', '2017-09-16', '2018-02-10'], ['C1', '2018-02-10', null]]);
    expect(placements.homes.map(({ from }) => from)).toEqual(HOMES_FROM);
    expect(placements.homes.map(({ to }) => to)).toEqual([...HOMES_FROM.slice(1), null]);
  });

  it('every review that a file states, once', async () => {
    const { items } = await section<{ items: readonly { on: string }[] }>('reviews');
    expect(items.map(({ on }) => on).sort()).toEqual(reviewDays());
  });

  it('a chronology in which each entry says from which file it came', async () => {
    const entries = await officer.all<Entry>(`locality-hub/v1/children/${child}/chronology`);
    const stated = entries.filter(({ source }) => source !== null);
    expect(entries.filter(({ type }) => type === 'locality-hub.review-held')).toHaveLength(reviewDays().length);
    expect(stated.length).toBeGreaterThan(20);
    expect(stated.filter(({ source }) => !/^20(18|19|20|21|22)-\w+\.csv\b/.test(source ?? ''))).toEqual([]);
    expect(entries.map(({ on }) => on)).toEqual([...entries.map(({ on }) => on)].sort().reverse());
  });

  it('a case of the count in every month in care, and in none before', async () => {
    const newest = await within(() => officer.json<Figure>(`regional-hub/v1/indicators/${LOOKED_AFTER}?authority=${COUNCIL}&month=2022-03`), ({ status }) => status === 'value');
    expect(newest.status).toBe('value');
    const counted: string[] = [];
    for (const month of MONTHS) {
      const cases = await officer.all<{ childId: string }>(`regional-hub/v1/indicators/${LOOKED_AFTER}/cases?authority=${COUNCIL}&month=${month}`);
      if (cases.some(({ childId }) => childId === child)) counted.push(month);
    }
    expect(counted).toEqual(MONTHS.filter((month) => month >= '2017-09'));
  }, 120_000);

  it('the record names who has looked, and the officer who is no worker of the child is among them', async () => {
    await officer.json(`locality-hub/v1/children/${child}`);
    const auditor = await region.as('qa-auditor', COUNCIL);
    const { items } = await auditor.json<{ items: readonly { who: string; part: string; why: string }[] }>(`locality-hub/v1/children/${child}/access`);
    expect(items.map(({ who, part }) => `${who}: ${part}`)).toEqual(expect.arrayContaining(['Tamsin Iqbal: overview', 'Gwendolen Yarwood: access']));
  });
});
