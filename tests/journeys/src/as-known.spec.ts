import { rm } from 'node:fs/promises';
import { LocalDate } from '@permanence/kernel/values';
import { type CouncilFile, type TestRegion, dataFolderForTest, exampleFiles, openRegion } from '@permanence/testing/region';
import { LOOKED_AFTER, lookedAfter, within } from './figures.js';

const COUNCIL = 'E10000028';
const MONTH = '2026-01';

const DAY = '(\\d\\d)/(\\d\\d)/2025';

/** Somebody left care in 2025, and the council finds out that it was in February 2026. */
const corrected = (files: readonly CouncilFile[]): CouncilFile[] => {
  const leaver = new RegExp(`^((?:[^,]*,){7})${DAY}(?=,E\\d)`, 'm');
  return files.map(({ name, text }) => {
    if (name !== 'episodes.csv') return { name, text };
    if (!leaver.test(text)) throw new Error('nobody in the example left care in 2025');
    return { name, text: text.replace(leaver, (_, before: string) => `${before}15/02/2026`) };
  });
};

describe('a council loads its files, and corrects them three weeks later', () => {
  let folder: string;
  let region: TestRegion;
  const known: { first?: number | null } = {};

  beforeAll(async () => {
    folder = await dataFolderForTest();
    region = await openRegion({ today: LocalDate('2026-09-10'), dataFolder: folder });
  }, 120_000);
  afterAll(async () => {
    await region?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('has its figures within ten seconds of the import’s end', async () => {
    await region.loadExample(COUNCIL);
    const officer = await region.as('performance-officer', COUNCIL);
    const figure = await within(() => lookedAfter(officer, COUNCIL, MONTH), ({ status }) => status === 'value');
    expect(figure).toMatchObject({ id: LOOKED_AFTER, authority: COUNCIL, month: MONTH, status: 'value', asKnownOn: '2026-09-10', provisional: false });
    expect(figure.value).toBeGreaterThan(20);
    const cases = await officer.all<{ childId: string }>(`regional-hub/v1/indicators/${LOOKED_AFTER}/cases?authority=${COUNCIL}&month=${MONTH}`);
    expect(cases).toHaveLength(figure.value ?? 0);
    known.first = figure.value;
  }, 120_000);

  it('keeps everything over a stop and a start, and takes the correction as one', async () => {
    await region.stop();
    region = await openRegion({ today: LocalDate('2026-09-30'), dataFolder: folder });
    const officer = await region.as('performance-officer', COUNCIL);
    expect((await lookedAfter(officer, COUNCIL, MONTH)).value).toBe(known.first);
    const { rows } = await officer.load(2026, corrected(exampleFiles(COUNCIL, 2026)));
    expect(rows).toMatchObject({ applied: 0, corrected: 1, setAside: 0, unchanged: rows.total - 1 });
  }, 120_000);

  it('says what is known now, what was known then, and that before the first import nothing was', async () => {
    const officer = await region.as('performance-officer', COUNCIL);
    const more = (known.first ?? 0) + 1;
    expect((await within(() => lookedAfter(officer, COUNCIL, MONTH), ({ value }) => value === more)).value).toBe(more);
    expect(await lookedAfter(officer, COUNCIL, MONTH, '2026-09-15')).toMatchObject({ status: 'value', value: known.first, asKnownOn: '2026-09-15' });
    expect(await lookedAfter(officer, COUNCIL, MONTH, '2026-09-09')).toMatchObject({ status: 'not-held', value: null });
    expect(await lookedAfter(officer, 'region', MONTH)).toMatchObject({ status: 'value', value: more });
  }, 60_000);

  it('is not held outside its months, and a month to come is no question', async () => {
    const officer = await region.as('performance-officer', COUNCIL);
    expect(await lookedAfter(officer, COUNCIL, '2026-06')).toMatchObject({ status: 'not-held', value: null });
    expect(await lookedAfter(officer, 'E06000021', MONTH)).toMatchObject({ status: 'not-held' });
    expect((await officer.get(`regional-hub/v1/indicators/${LOOKED_AFTER}?authority=${COUNCIL}&month=2026-10`)).status).toBe(422);
  }, 60_000);

  it('tells each child’s case as it was known then', async () => {
    const officer = await region.as('performance-officer', COUNCIL);
    const cases = await officer.all(`regional-hub/v1/indicators/${LOOKED_AFTER}/cases?authority=${COUNCIL}&month=${MONTH}&asKnownOn=2026-09-15`);
    expect(cases).toHaveLength(known.first ?? 0);
  }, 60_000);
});
